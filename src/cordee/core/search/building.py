"""Making the index: each word of an entry weighs by where it stands, how rare it is and how long the text is."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from cordee.core.packs.text import Lang
from cordee.core.search.entries import Entry
from cordee.core.search.index import KIND, Catalogue, LanguageIndex, Places, Spelling, rarity
from cordee.core.search.stems import LANGUAGES, is_empty, stem, stems_of
from cordee.core.search.synonyms import Group, groups_of, synonyms_in
from cordee.core.search.words import Word, words_of

FIELDS = ("title", "names", "summary", "body")
FIELD_WEIGHTS = np.array([6.0, 4.0, 2.0, 1.0])
"""A word of the title says more of an entry than the same word further down."""
LENGTH = 0.6
"""How much a long text dilutes its words, from 0, not at all, to 1, in proportion."""
SATURATION = 1.6
"""How soon saying a word again adds nothing: the weight of a word is half its limit when it is said this much."""


def ordered(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Return what may be found in the order of places: by kind, then by id.

    >>> entry = Entry("tools", "b", "fr", "B", "", "", "toolbox:tool")
    >>> ordered([entry, Entry("terms", "a", "fr", "A", "", "", "words:term"), entry])
    [('terms', 'a'), ('tools', 'b')]
    """
    return sorted({entry.key for entry in entries})


def catalogue_of(entries: Sequence[Entry], everyday: Iterable[Group] = ()) -> Catalogue:
    """Make the index of entries; `everyday` are groups of words that people use for one another.

    >>> catalogue = catalogue_of([Entry("terms", "trust", "fr", "La confiance", "", "Elle se mesure.", "words:term")])
    >>> places, weights = catalogue.languages["fr"].holders("confianc")
    >>> places.tolist(), catalogue.facets["kind"]["terms"].tolist()
    ([0], [0])
    """
    place_of = {key: place for place, key in enumerate(ordered(entries))}
    groups = [*groups_of(entries), *everyday]
    indexes = {lang: _language_index(lang, entries, place_of, groups) for lang in LANGUAGES}
    return Catalogue(len(place_of), _facets(entries, place_of), indexes)


def _facets(entries: Iterable[Entry], place_of: dict[tuple[str, str], int]) -> dict[str, dict[str, Places]]:
    found: dict[str, dict[str, set[int]]] = {KIND: {}}
    for entry in entries:
        for facet, values in {**entry.facets, KIND: (entry.kind,)}.items():
            for value in values:
                found.setdefault(facet, {}).setdefault(value, set()).add(place_of[entry.key])
    return {
        facet: {value: np.array(sorted(places), np.int32) for value, places in sorted(values.items())}
        for facet, values in sorted(found.items())
    }


def _language_index(
    lang: Lang, entries: Iterable[Entry], place_of: dict[tuple[str, str], int], groups: Sequence[Group]
) -> LanguageIndex:
    written = _Written(lang)
    for entry in entries:
        if entry.lang == lang:
            written.add(place_of[entry.key], entry)
    rows = {one: row for row, one in enumerate(written.rows)}
    starts, places, weights = written.postings()
    synonyms = synonyms_in(lang, groups, rows)
    return LanguageIndex(
        lang, written.texts, rows, starts, places, weights, written.titles, written.spellings(), synonyms
    )


class _Written:
    """The texts of one language as they are read, one after another."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.rows: dict[str, int] = {}
        self.titles: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._tokens, self._lengths, self._places = array("i"), array("i"), array("i")
        self._counts: Counter[str] = Counter()
        self._shapes: dict[str, Counter[str]] = {}

    @property
    def texts(self) -> int:
        """How many entries were read."""
        return len(self._places)

    def add(self, place: int, entry: Entry) -> None:
        """Read one entry, a field after another."""
        self._places.append(place)
        seen: set[str] = set()
        for text in (entry.title, " · ".join(entry.names), entry.summary, entry.body):
            before = len(self._tokens)
            seen |= self._read(text)
            self._lengths.append(len(self._tokens) - before)
        self._counts.update(seen)
        for name in {stems_of(name, self.lang) for name in (entry.title, *entry.names)} - {()}:
            self.titles[name] = (*self.titles.get(name, ()), place)

    def _read(self, text: str) -> set[str]:
        """Keep the stems of a text, and the whole of what a hyphen ties besides its parts; return its words."""
        seen, tied = set(), ""
        for word in words_of(text):
            tied = tied + word.folded if word.tied else word.folded
            if word.tied:
                self._keep(tied)
            if not is_empty(word.folded, self.lang):
                self._keep(word.folded)
                self._note_shape(word, text)
                seen.add(word.folded)
        return seen

    def _keep(self, folded: str) -> None:
        self._tokens.append(self.rows.setdefault(stem(folded, self.lang), len(self.rows)))

    def _note_shape(self, word: Word, text: str) -> None:
        self._shapes.setdefault(word.folded, Counter())[text[word.start : word.end].lower()] += 1

    def spellings(self) -> dict[str, Spelling]:
        """Return each word as it is most often written; of two as frequent, the one with accents."""
        best = {word: max(shapes, key=lambda one: (shapes[one], one)) for word, shapes in self._shapes.items()}
        return {word: Spelling(written, self._counts[word]) for word, written in best.items()}

    def postings(self) -> tuple[NDArray[np.int64], Places, NDArray[np.float32]]:
        """Return where each stem stands and with what weight (BM25F: Robertson, Zaragoza & Taylor 2004)."""
        places, lengths = np.array(self._places, np.int64), np.array(self._lengths, np.int64).reshape(-1, len(FIELDS))
        said = (
            FIELD_WEIGHTS / (1 - LENGTH + LENGTH * lengths / np.maximum(lengths.mean(axis=0), 1e-9))
            if len(lengths)
            else lengths
        )
        tokens = np.array(self._tokens, np.int64)
        span = int(places.max(initial=0)) + 1
        keys = tokens * span + np.repeat(places, lengths.sum(axis=1))
        pairs, which = np.unique(keys, return_inverse=True)
        frequency = np.bincount(which, weights=np.repeat(said.ravel(), lengths.ravel()), minlength=len(pairs))
        holding = np.bincount(pairs // span, minlength=len(self.rows))
        weights = rarity(holding, len(places))[pairs // span] * frequency / (SATURATION + frequency)
        starts = np.concatenate([[0], np.cumsum(holding)])
        return starts.astype(np.int64), (pairs % span).astype(np.int32), weights.astype(np.float32)
