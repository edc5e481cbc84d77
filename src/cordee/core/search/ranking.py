"""Which entries answer a question, the best first: the language on screen, then what only the other one found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from cordee.core.packs.text import Lang
from cordee.core.search.index import KIND, Catalogue, LanguageIndex, Places
from cordee.core.search.query import Asked, Question, question_of

NAMED_SO = 12.0
"""What an entry gains when the question is its name, whole: more than any word can bring.

A name that is a part of the question brings the square of its share: it must not pass before what holds it all."""
FEW = 5
"""Under this many entries that hold enough of the question, those that hold a part of it follow."""
DECIMALS = 4
"""Scores are compared up to here; what differs less is a tie, in the order of places."""

Choices = Mapping[str, str]
"""The facets that a reader narrowed, and to which value."""


@dataclass(frozen=True)
class Answer:
    """What a question found: places, the best first, and the score of each.

    `elsewhere` tells those that only the other language found, `partial` those that hold a part of the question only.
    """

    places: Places
    scores: NDArray[np.float64]
    elsewhere: NDArray[np.bool_]
    partial: NDArray[np.bool_]
    questions: Mapping[Lang, Question]

    def narrowed(self, kept: NDArray[np.bool_] | slice) -> Answer:
        """Return the part of the answer that is kept, in the same order."""
        parts = (self.places[kept], self.scores[kept], self.elsewhere[kept], self.partial[kept])
        return Answer(*parts, self.questions)


@dataclass(frozen=True)
class _Told:
    """What one language says of each entry: its score, how many things asked it holds, and if that is enough."""

    scores: NDArray[np.float64]
    held: NDArray[np.int16]
    enough: NDArray[np.bool_]


def answer(catalogue: Catalogue, text: str, lang: Lang) -> Answer:
    """Find what answers a question, typed by somebody who reads the site in a language.

    Meaning: an entry is found when it holds enough of what is asked (all of one or two words, all but one of three or
    four, then three fifths), or when its name is a part of the question. Its score is the sum, over what is asked, of
    the best way in which it says it (BM25F), times the share of the question that it holds; being named adds to it.
    Entries found in the language on screen come first, then those that only the other language found. When both are
    few, entries that hold a part of the question follow, in the same order.
    Shape: any text. Deterministic: the same catalogue and text give the same order, whatever the database.
    """
    other: Lang = "en" if lang == "fr" else "fr"
    here, there = catalogue.languages[lang], catalogue.languages[other]
    questions = {lang: question_of(text, here, there), other: question_of(text, there, here)}
    told = [_told(index, questions[index.lang], catalogue.size) for index in (here, there)]
    return _merged(told[0], told[1], questions)


def _merged(here: _Told, there: _Told, questions: Mapping[Lang, Question]) -> Answer:
    enough = here.enough | there.enough
    found = enough if np.count_nonzero(enough) >= FEW else enough | (here.held > 0) | (there.held > 0)
    places = np.flatnonzero(found).astype(np.int32)
    partial = ~enough[places]
    elsewhere = np.where(partial, here.held[places] == 0, ~here.enough[places])
    scores: NDArray[np.float64] = np.where(elsewhere, there.scores[places], here.scores[places]).round(DECIMALS)
    order = np.lexsort((places, -scores, elsewhere, partial))
    return Answer(places[order], scores[order], elsewhere[order], partial[order], questions)


def _told(index: LanguageIndex, question: Question, size: int) -> _Told:
    scores, held = np.zeros(size), np.zeros(size, np.int16)
    for asked in question.asked:
        best = _best_way(index, asked, size)
        scores += best
        held += best > 0
    if question.asked:
        scores *= held / len(question.asked)
    enough = held >= _needed(len(question.asked))
    for place, share in _named(index, question).items():
        scores[place] += NAMED_SO * share
        held[place], enough[place] = max(held[place], 1), True
    return _Told(scores, held, enough)


def _named(index: LanguageIndex, question: Question) -> dict[int, float]:
    """Return the entries of which a name is in the question, and the share of it that the longest is, squared."""
    named: dict[int, float] = {}
    stems = question.stems
    for length in range(1, len(stems) + 1):
        for first in range(len(stems) - length + 1):
            for place in index.titles.get(stems[first : first + length], ()):
                named[place] = (length / len(stems)) ** 2
    return named


def _needed(asked: int) -> int:
    if asked < 3:
        return max(asked, 1)
    return max(asked - 1, 2) if asked < 5 else ceil(0.6 * asked)


def _best_way(index: LanguageIndex, asked: Asked, size: int) -> NDArray[np.float64]:
    best = np.zeros(size)
    for way in asked.ways:
        places, weights = _holding_all(index, way.stems)
        best[places] = np.maximum(best[places], way.worth * weights)
    return best


def _holding_all(index: LanguageIndex, stems: tuple[str, ...]) -> tuple[Places, NDArray[np.float64]]:
    """Return the entries that hold every stem of a name, and the sum of their weights."""
    places, first = index.holders(stems[0])
    weights = first.astype(np.float64)
    for one in stems[1:]:
        others, more = index.holders(one)
        places, mine, theirs = np.intersect1d(places, others, assume_unique=True, return_indices=True)
        weights = weights[mine] + more[theirs]
    return places, weights


def chosen_only(catalogue: Catalogue, found: Answer, choices: Choices) -> Answer:
    """Keep the entries that have every value chosen; a value that no entry has keeps none."""
    kept = np.ones(len(found.places), np.bool_)
    for facet, value in choices.items():
        kept &= _having(catalogue, facet, value)[found.places]
    return found.narrowed(kept)


def counts(catalogue: Catalogue, found: Answer, choices: Choices) -> dict[str, dict[str, int]]:
    """Count the entries found by facet and value; each facet under the choices made in the others.

    Meaning: what choosing that value instead would leave. Values that would leave nothing are not there.
    """
    told: dict[str, dict[str, int]] = {}
    for facet, values in catalogue.facets.items():
        others = {name: value for name, value in choices.items() if name != facet}
        kept = np.zeros(catalogue.size, np.bool_)
        kept[chosen_only(catalogue, found, others).places] = True
        counted = {value: int(kept[places].sum()) for value, places in values.items()}
        told[facet] = {value: count for value, count in counted.items() if count}
    return told


def kinds_found(catalogue: Catalogue, found: Answer) -> dict[str, Answer]:
    """Part an answer by kind, the kind of the best entry first; inside a kind the order stays."""
    kind_of = np.full(catalogue.size, -1, np.int16)
    names = list(catalogue.facets[KIND])
    for number, name in enumerate(names):
        kind_of[catalogue.facets[KIND][name]] = number
    mine = kind_of[found.places]
    first_seen = [int(number) for number in dict.fromkeys(mine.tolist())]
    return {names[number]: found.narrowed(mine == number) for number in first_seen}


def _having(catalogue: Catalogue, facet: str, value: str) -> NDArray[np.bool_]:
    having = np.zeros(catalogue.size, np.bool_)
    places = catalogue.facets.get(facet, {}).get(value)
    if places is not None:
        having[places] = True
    return having
