"""What entries of the pack refer to, as a page shows it: a name, an address when there is a page, a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cordee.apps.library.addresses import language, url_of
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack


@dataclass(frozen=True)
class Link:
    """A name, and the address of its page; None while it has none."""

    name: str
    url: str | None


def links_to(kind: str, ids: Iterable[str], pack: Pack) -> tuple[Link, ...]:
    """Return the entries of a kind that some ids name, in their order; what the pack does not have is left out."""
    known = {one.id: one for one in getattr(pack, kind)}
    lang = language()
    return tuple(Link(known[one].name.in_(lang), url_of(kind, one, pack)) for one in ids if one in known)


def sources_of(ids: Iterable[str], pack: Pack) -> tuple[Source, ...]:
    """Return the sources that some ids name, in their order."""
    known = {source.id: source for source in pack.sources}
    return tuple(known[one] for one in ids if one in known)
