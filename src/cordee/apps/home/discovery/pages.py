"""The public pages of the attic and of the rooms that have a few fixed ones."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.ui.public_pages import PublicPage, of_routes

ROUTES = ("home:index",)


def own_pages() -> Iterable[PublicPage]:
    """Return the pages whose address is known beforehand."""
    return of_routes(ROUTES)
