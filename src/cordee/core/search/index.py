"""The index: for each stem of a language, the entries that hold it and how much it says of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cordee.core.packs.text import Lang
from cordee.core.search.synonyms import Synonyms

Places = NDArray[np.int32]
"""Entries by their place in the catalogue."""
Weights = NDArray[np.float32]

KIND = "kind"
"""The facet that every entry has."""


def rarity(holding: Any, texts: int) -> Any:
    """Return the logarithm that BM25 gives to a word held by some texts out of all (Robertson & Spärck Jones 1976).

    Shape: a count or an array of counts, from 0 to `texts`; positive. Even a word that all texts hold says a little.

    >>> [round(float(rarity(holding, 10)), 3) for holding in (1, 10)]
    [1.992, 0.047]
    """
    return np.log1p((texts - holding + 0.5) / (holding + 0.5))


@dataclass(frozen=True)
class Spelling:
    """A word as texts write it most often, and in how many entries it is found."""

    written: str
    count: int


@dataclass(frozen=True)
class LanguageIndex:
    """The texts of one language, `texts` of them.

    The stem of row s stands in the entries `places[starts[s]:starts[s + 1]]`, in order, with the same part of
    `weights`. `titles` gives the entries that bear a name, by its stems. `spellings` holds every word, folded.
    """

    lang: Lang
    texts: int
    rows: Mapping[str, int]
    starts: NDArray[np.int64]
    places: Places
    weights: Weights
    titles: Mapping[tuple[str, ...], tuple[int, ...]]
    spellings: Mapping[str, Spelling]
    synonyms: Synonyms

    def holders(self, stem: str) -> tuple[Places, Weights]:
        """Return the entries that hold a stem, and its weight in each; none when no text has it."""
        row = self.rows.get(stem)
        if row is None:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        part = slice(int(self.starts[row]), int(self.starts[row + 1]))
        return self.places[part], self.weights[part]

    def rarity(self, stem: str) -> float:
        """Return how much a stem that texts have says of those that have it: less and less as more do."""
        row = self.rows[stem]
        return float(rarity(self.starts[row + 1] - self.starts[row], self.texts))

    @cached_property
    def sorted_words(self) -> list[str]:
        """Every word of the texts, folded, in the order of the alphabet."""
        return sorted(self.spellings)

    def beginning_with(self, letters: str, most: int | None = None) -> list[str]:
        """Return the words that begin with some letters, all or `most` of them, those of most entries first."""
        words = self.sorted_words
        found = words[bisect_left(words, letters) : bisect_left(words, letters + "\U0010ffff")]
        return sorted(found, key=lambda word: (-self.spellings[word].count, word))[:most]


@dataclass(frozen=True)
class Catalogue:
    """Everything that may be found: `size` entries, the facets of each, and an index for each language.

    `facets` gives, for a facet and one of its values, the places of the entries that have it; the kind is a facet.
    """

    size: int
    facets: Mapping[str, Mapping[str, Places]]
    languages: Mapping[Lang, LanguageIndex]
