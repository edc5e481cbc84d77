"""The public pages whose address is known beforehand: those of the attic, and the doors of the rooms."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.diagnosis.method import FAMILIES
from cordee.apps.ui.public_pages import PublicPage, in_every_language, of_routes

ROUTES = (
    "home:index",
    "home:about",
    "home:approach",
    "home:data",
    "home:accessibility",
    "home:legal",
    "diagnosis:start",
    "diagnosis:example",
    "diagnosis:method",
    "campaigns:example",
    "words:list",
    "impacts:all",
    "referential:table",
    "selector:start",
    "selector:methods",
    "toolbox:list",
    "toolbox:rule",
    "stories:list",
    "compass:start",
    "compass:graph",
    "learning:list",
    "observatory:published",
    "observatory:editions",
    "observatory:maturity",
    "search:results",
)
"""A room that does not exist yet is left out of the map until it does."""

PRIVATE = (
    "accounts:home",
    "organisations:alliances",
    "organisations:organisations",
    "post:mailbox",
    "wagtailadmin_home",
)
"""Where everything is somebody's own: machines are asked to stay out."""


def own_pages() -> Iterable[PublicPage]:
    """Return the doors, then how each number is computed."""
    families = (in_every_language("diagnosis:measure", family) for family in FAMILIES)
    return [*of_routes(ROUTES), *(page for page in families if page is not None)]


def private_paths() -> list[str]:
    """Return the beginnings of the addresses that are somebody's own, in every language."""
    pages = of_routes(PRIVATE)
    return sorted({path for page in pages for path in page.paths.values()})
