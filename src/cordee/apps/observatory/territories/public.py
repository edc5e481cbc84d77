"""The pages of the territories that search engines may list: the explorer and every region."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.organisations.territory_shapes import region_places
from cordee.apps.ui.public_pages import PublicPage, in_every_language, of_routes


def public_territories() -> Iterable[PublicPage]:
    """Return the page of France, the explorer, and the 18 regions."""
    regions = (in_every_language("observatory:region", code) for code in region_places())
    return [*of_routes(("observatory:entrance", "observatory:explorer")), *(one for one in regions if one)]
