"""The list of words: in alphabetical order, under their letters, all of them or those that a reader looks for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from cordee.apps.library.addresses import language, slug_of
from cordee.apps.library.words.families import family_names
from cordee.core.folding import folded
from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

OTHERS = "#"
"""Stands for the letter of the words that begin with a digit or a sign."""


@dataclass(frozen=True)
class Entry:
    """A word in the list."""

    id: str
    name: str
    url: str
    definition: str
    is_ours: bool
    key: str


@dataclass(frozen=True)
class Letter:
    """A letter and its words; `anchor` is where the page jumps to."""

    letter: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Family:
    """A family offered as a filter, with how many of the words in sight it holds."""

    id: str
    name: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Listing:
    """What the page of words shows."""

    letters: tuple[Letter, ...]
    families: tuple[Family, ...]
    wanted: str
    family: str
    count: int
    total: int


def listing_of(pack: Pack, wanted: str = "", family: str = "") -> Listing:
    """List the words of a pack that answer a search and belong to a family; all of them by default."""
    lang = language()
    words = folded(wanted).split()
    found = [term for term in pack.terms if _answers(term, words, lang)]
    chosen = family if family in family_names() else ""
    kept = [term for term in found if not chosen or term.family == chosen]
    entries = sorted((entry_of(term, lang) for term in kept), key=lambda entry: entry.key)
    return Listing(
        letters=_by_letter(entries),
        families=_families(found, chosen),
        wanted=wanted,
        family=chosen,
        count=len(kept),
        total=len(pack.terms),
    )


def entry_of(term: Term, lang: Lang) -> Entry:
    """Return a word as the list shows it."""
    name = term.name.in_(lang)
    return Entry(
        id=term.id,
        name=name,
        url=reverse("words:term", args=[slug_of(term.name, lang)]),
        definition=term.definition.in_(lang),
        is_ours=term.status == "working_definition",
        key=folded(name),
    )


def _answers(term: Term, words: list[str], lang: Lang) -> bool:
    """Tell whether a term holds every word looked for, in its name, its synonyms or its definition."""
    if not words:
        return True
    text = folded(" ".join([term.name.in_(lang), *term.synonyms.in_(lang), term.definition.in_(lang)]))
    return all(word in text for word in words)


def _by_letter(entries: list[Entry]) -> tuple[Letter, ...]:
    grouped = groupby(entries, key=lambda entry: _letter(entry.key))
    return tuple(
        Letter(letter, "letter-0" if letter == OTHERS else f"letter-{letter.lower()}", tuple(each))
        for letter, each in grouped
    )


def _letter(key: str) -> str:
    """Return the letter that a folded name stands under.

    >>> _letter("ecosysteme"), _letter("360")
    ('E', '#')
    """
    return key[:1].upper() if key[:1].isalpha() else OTHERS


def _families(found: list[Term], chosen: str) -> tuple[Family, ...]:
    counts: dict[str, int] = {}
    for term in found:
        if term.family:
            counts[term.family] = counts.get(term.family, 0) + 1
    return tuple(
        Family(family, name, counts[family], family == chosen)
        for family, name in family_names().items()
        if family in counts
    )
