"""Where an entry of the library is read: a slug made of its name in the language on screen, and the page that shows it.

Addresses stay: an entry that was renamed is found again by the names of earlier releases, and its page sends to the
present one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify
from django.utils.translation import get_language

from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of, stored_releases
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang, Text

ROUTES: Mapping[str, str] = {
    "terms": "words:term",
    "tools": "toolbox:tool",
    "stories": "stories:story",
    "courses": "learning:course",
    "impacts": "impacts:impact",
    "axes": "referential:approach",
}
"""Kind of entry, as the pack calls its list → the name of the page that shows one; a page may live in a room above."""


class Named(Protocol):
    """What an address needs to know of an entry, whatever its kind."""

    @property
    def id(self) -> str:
        """Its identifier in the pack."""

    @property
    def name(self) -> Text:
        """Its name in each language."""


@dataclass(frozen=True)
class Found:
    """An entry found by its slug; `moved` when the slug is one of its former names."""

    id: str
    moved: bool


def language() -> Lang:
    """Return the language on screen."""
    return "en" if (get_language() or "fr").startswith("en") else "fr"


def current_pack() -> Pack | None:
    """Return the reference pack as its newest release has it; None when no pack is loaded yet."""
    release = current_release(REFERENCE_PACK)
    return pack_of(release) if release else None


def slug_of(name: Text, lang: Lang) -> str:
    """Write a name as the end of an address: no accent, no capital, hyphens.

    >>> slug_of(Text(fr="Théorie du changement", en="Theory of change"), "fr")
    'theorie-du-changement'
    """
    return _slug(name.in_(lang))


@lru_cache(maxsize=2**16)  # a page of the library asks for the slug of every entry of its kind
def _slug(words: str) -> str:
    return slugify(words.replace("œ", "oe").replace("Œ", "oe").replace("’", " ").replace("'", " "))


def url_of(kind: str, entry_id: str, pack: Pack) -> str | None:
    """Return the address of an entry in the language on screen; None when the pack or the site has no page for it."""
    if kind not in ROUTES:
        return None
    named = next((one for one in entries_of(pack, kind) if one.id == entry_id), None)
    if named is None:
        return None
    try:
        return reverse(ROUTES[kind], args=[slug_of(named.name, language())])
    except NoReverseMatch:
        return None


def find(kind: str, slug: str, pack: Pack) -> Found | None:
    """Return the entry that a slug names, by its present name, a former one, or its name in the other language."""
    lang = language()
    entries = entries_of(pack, kind)
    for entry in entries:
        if slug_of(entry.name, lang) == slug:
            return Found(entry.id, moved=False)
    present = {one.id for one in entries}
    for entry in _other_names(kind, pack):
        if entry.id in present and slug in (slug_of(entry.name, "fr"), slug_of(entry.name, "en")):
            return Found(entry.id, moved=True)
    return None


def entries_of(pack: Pack, kind: str) -> Sequence[Named]:
    """Return the entries of a kind; the axes are written in the instrument."""
    entries: Sequence[Named] = pack.instrument.axes if kind == "axes" else getattr(pack, kind, ())
    return entries


def _other_names(kind: str, pack: Pack) -> Iterator[Named]:
    """Give the present names, for those of the other language, then those of earlier releases, newest first."""
    yield from entries_of(pack, kind)
    for release in reversed(stored_releases(pack.card.id)):
        yield from entries_of(release.pack, kind)
