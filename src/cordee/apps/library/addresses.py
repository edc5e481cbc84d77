"""Where an entry of the library is read: a slug made of its name in the language on screen, and the page that shows it.

Addresses stay: an entry that was renamed is found again by the names of earlier releases, and its page sends to the
present one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Named:
    """What an address needs to know of an entry."""

    id: str
    name: Text


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
    return slugify(name.in_(lang).replace("œ", "oe").replace("Œ", "oe").replace("’", " ").replace("'", " "))


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
    present = {one.id for one in entries_of(pack, kind)}
    for moved, entry in _known_names(kind, pack, lang):
        if entry.id in present and slug in _slugs(entry, lang, moved=moved):
            return Found(entry.id, moved)
    return None


def entries_of(pack: Pack, kind: str) -> Iterable[Named]:
    """Return the entries of a kind; the axes are written in the instrument."""
    entries = pack.instrument.axes if kind == "axes" else getattr(pack, kind, ())
    return [Named(one.id, one.name) for one in entries]


def _slugs(entry: Named, lang: Lang, *, moved: bool) -> set[str]:
    return {slug_of(entry.name, one) for one in ("fr", "en")} if moved else {slug_of(entry.name, lang)}


def _known_names(kind: str, pack: Pack, lang: Lang) -> Iterator[tuple[bool, Named]]:
    """Give present names, then those of the other language, then those of earlier releases, newest first."""
    present = list(entries_of(pack, kind))
    yield from ((False, one) for one in present)
    yield from ((True, one) for one in present)
    for release in reversed(stored_releases(pack.card.id)):
        yield from ((True, one) for one in entries_of(release.pack, kind))
