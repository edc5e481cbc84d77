"""The pages of the editions that everybody may read, for the map of the site."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cordee.apps.observatory.editions.shelf import editions
from cordee.apps.ui.public_pages import PublicPage, in_every_language


def public_editions() -> Iterable[PublicPage]:
    """Return the page of every edition that stands, and that of its comparisons when it has some.

    A withdrawn edition keeps its address and is not sent to anybody.
    """
    for edition in editions():
        if edition.withdrawal is not None:
            continue
        compared = ("observatory:edition-comparisons",) if edition.differences else ()
        for route in ("observatory:edition", *compared):
            page = in_every_language(route, edition.card.id)
            if page:
                yield PublicPage(page.paths, datetime.fromisoformat(edition.card.published_at))
