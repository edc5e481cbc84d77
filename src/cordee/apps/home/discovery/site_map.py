"""The lines of the site map: one a page and a language, each with all its twins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from cordee.apps.ui.public_pages import PublicPage, absolute, public_pages

MOST_LINES = 50_000
"""How many addresses the protocol lets one map hold."""


@dataclass(frozen=True)
class MapLine:
    """One address, its twins by language, and when it last changed, if that is known."""

    address: str
    twins: list[tuple[str, str]]
    changed: datetime | None


def entries() -> list[MapLine]:
    """Return the lines of the map, as many as the protocol allows."""
    lines = [line for page in public_pages() for line in lines_of(page)]
    return lines[:MOST_LINES]


def lines_of(page: PublicPage) -> Iterator[MapLine]:
    """Return a line for each language of a page; a reader whose language is not known is led to the French one."""
    twins = [(code, absolute(path)) for code, path in page.paths.items()]
    default = page.paths.get(settings.LANGUAGE_CODE)
    known = [*twins, ("x-default", absolute(default))] if default else twins
    for _code, address in twins:
        yield MapLine(address, known, page.changed)
