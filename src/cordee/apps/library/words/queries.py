"""Reads of the words: a page, a card, and words that look like one that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from cordee.apps.library.addresses import language, slug_of
from cordee.apps.library.references import Link, links_to, sources_of
from cordee.apps.library.words.families import family_names
from cordee.apps.library.words.further import Further, further
from cordee.apps.library.words.listing import Entry, entry_of
from cordee.apps.library.words.usage import uses_of
from cordee.core.packs.library import Source, Term
from cordee.core.packs.pack import Pack

MOST_ALIKE = 4


@dataclass(frozen=True)
class TermPage:
    """A word with everything that its page tells."""

    entry: Entry
    family: str
    family_id: str
    synonyms: tuple[str, ...]
    origin: str
    example: str
    difference: str
    confused_with: tuple[Entry, ...]
    related: tuple[Link, ...]
    uses: tuple[Link, ...]
    further: Further | None
    sources: tuple[Source, ...]
    elsewhere: str


def term_by_id(pack: Pack, term_id: str) -> Term | None:
    """Return the term of an id; None when the pack has none."""
    return next((term for term in pack.terms if term.id == term_id), None)


def page_of(pack: Pack, term: Term) -> TermPage:
    """Gather what the page of a word tells, in the language on screen."""
    lang = language()
    by_id = {one.id: one for one in pack.terms}
    return TermPage(
        entry=entry_of(term, lang),
        family=family_names().get(term.family or "", ""),
        family_id=term.family or "",
        synonyms=term.synonyms.in_(lang),
        origin=term.origin.in_(lang) if term.origin else "",
        example=term.example.in_(lang) if term.example else "",
        difference=term.difference.in_(lang) if term.difference else "",
        confused_with=tuple(entry_of(by_id[one], lang) for one in term.confused_with if one in by_id),
        related=links_to("terms", term.related, pack),
        uses=uses_of(term.id, pack),
        further=further(term.name.in_(lang)),
        sources=sources_of(term.sources, pack),
        elsewhere=term.name.in_("fr" if lang == "en" else "en"),
    )


def alike(pack: Pack, slug: str) -> tuple[Entry, ...]:
    """Return the words whose address looks like one that leads nowhere, the closest first."""
    lang = language()
    by_slug = {slug_of(term.name, lang): term for term in pack.terms}
    close = get_close_matches(slug, list(by_slug), n=MOST_ALIKE, cutoff=0.5)
    return tuple(entry_of(by_slug[one], lang) for one in close)
