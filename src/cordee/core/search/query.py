"""What a reader asks: each word with all the ways in which texts may say it, and what had to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cordee.core.search.index import LanguageIndex
from cordee.core.search.spelling import nearest
from cordee.core.search.stems import is_empty, stem
from cordee.core.search.synonyms import MOST_WORDS, Phrase
from cordee.core.search.words import Word, words_of

MOST_LETTERS = 200
MOST_ASKED = 12
"""A longer question is read up to here: what follows would not change which entries come first."""
SHORTEST_BEGINNING = 3
MOST_ENDINGS = 30

AS_TYPED, AS_NAMED, AS_BEGUN, AS_CORRECTED = 1.0, 0.75, 0.7, 0.6
"""What a match is worth: the word itself, another name of the thing, a word it begins, a word it was meant to be."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of saying something: stems that stand in the same entry, and what such a match is worth."""

    stems: Phrase
    worth: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question, or a few that make one name, with the ways of saying it; none when no text does."""

    typed: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that no text has, and the one that it was taken for."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the texts of one language are asked it.

    `stems` is the whole of it, to compare with titles. `unknown` are the words that no text of any language has, nor
    anything close: they are put aside, so that the others still find something.
    """

    asked: tuple[Asked, ...]
    stems: Phrase = ()
    corrections: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def marked(self) -> frozenset[str]:
        """The stems that answer it, to be marked where they stand."""
        return frozenset(stem for asked in self.asked for way in asked.ways for stem in way.stems)


def question_of(text: str, index: LanguageIndex, other: LanguageIndex) -> Question:
    """Read a question for the texts of one language; `other` tells which words are of the other one.

    Shape: any text, read up to 200 letters and 12 words. Never raises.
    """
    reader = _Reader(text[:MOST_LETTERS], index, other)
    reader.read()
    return Question(tuple(reader.asked), tuple(reader.stems), tuple(reader.corrections), tuple(reader.unknown))


class _Reader:
    """Goes through the words of a question once, from left to right, the longest names first."""

    def __init__(self, text: str, index: LanguageIndex, other: LanguageIndex) -> None:
        self.text, self.index, self.other = text, index, other
        found = [word for word in words_of(text) if not is_empty(word.folded, index.lang)]
        self.words = found[:MOST_ASKED]
        self.stems = [stem(word.folded, index.lang) for word in self.words]
        self.asked: list[Asked] = []
        self.corrections: list[Correction] = []
        self.unknown: list[str] = []

    def read(self) -> None:
        """Turn every word, or group of words, into what is asked."""
        place = 0
        while place < len(self.words):
            length = self._length_at(place)
            ways = self._ways(place, length) or (self._guesses(self.words[place]) if length == 1 else ())
            if ways is not None:
                self._ask(Asked(self._typed(place, length), tuple(ways)))
            place += length

    def _ask(self, asked: Asked) -> None:
        """Ask once only: a word said twice asks for nothing more."""
        if asked.ways == () or asked.ways not in [one.ways for one in self.asked]:
            self.asked.append(asked)

    def _length_at(self, place: int) -> int:
        """Return how many words from here make one name, or are tied by hyphens."""
        for length in range(min(MOST_WORDS, len(self.words) - place), 1, -1):
            if tuple(self.stems[place : place + length]) in self.index.synonyms:
                return length
        length = 1
        while place + length < len(self.words) and self.words[place + length].tied:
            length += 1
        return length

    def _ways(self, place: int, length: int) -> list[Way]:
        phrase = tuple(self.stems[place : place + length])
        ways = [Way(phrase, AS_TYPED)] if all(one in self.index.rows for one in phrase) else []
        if length > 1:
            joined = stem("".join(word.folded for word in self.words[place : place + length]), self.index.lang)
            ways += [Way((joined,), AS_TYPED)] if joined in self.index.rows else []
        return ways + [Way(other, AS_NAMED) for other in self.index.synonyms.get(phrase, ())]

    def _guesses(self, word: Word) -> list[Way] | None:
        """Say otherwise a word that no text has: what it begins, or what it was meant to be; None puts it aside."""
        if stem(word.folded, self.other.lang) in self.other.rows:
            return []
        begun = self._begun(word.folded) or self._parted(word.folded)
        if begun:
            return begun
        meant = nearest(word.folded, self.index)
        if meant is None:
            if not self._is_begun_elsewhere(word.folded):
                self.unknown.append(self.text[word.start : word.end])
                return None
            return []
        self.corrections.append(Correction(self.text[word.start : word.end], self.index.spellings[meant].written))
        return self._meaning(stem(meant, self.index.lang))

    def _begun(self, letters: str) -> list[Way]:
        """Give the words that begin so; a rare one is worth no more than the most common, which is likelier meant."""
        if len(letters) < SHORTEST_BEGINNING:
            return []
        words = self.index.beginning_with(letters, MOST_ENDINGS)
        rarities = {one: self.index.rarity(one) for one in (stem(word, self.index.lang) for word in words)}
        common = min(rarities.values(), default=1.0)
        return [Way((one,), AS_BEGUN * common / rare) for one, rare in rarities.items()]

    def _parted(self, letters: str) -> list[Way]:
        """Read two words typed as one, when texts have both."""
        cuts = ((letters[:place], letters[place:]) for place in range(SHORTEST_BEGINNING, len(letters) - 2))
        known = (
            [stem(part, self.index.lang) for part in cut]
            for cut in cuts
            if all(one in self.index.spellings for one in cut)
        )
        return [Way(tuple(stems), AS_BEGUN) for stems in known]

    def _is_begun_elsewhere(self, letters: str) -> bool:
        return len(letters) >= SHORTEST_BEGINNING and bool(self.other.beginning_with(letters, 1))

    def _meaning(self, meant: str) -> list[Way]:
        others = self.index.synonyms.get((meant,), ())
        return [Way((meant,), AS_CORRECTED), *(Way(other, AS_CORRECTED * AS_NAMED) for other in others)]

    def _typed(self, place: int, length: int) -> str:
        return self.text[self.words[place].start : self.words[place + length - 1].end]


def first_correction(questions: Sequence[Question]) -> tuple[Correction, ...]:
    """Return the corrections to tell, those of the language on screen first."""
    return next((question.corrections for question in questions if question.corrections), ())
