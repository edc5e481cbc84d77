"""Words close to one that no text has: a letter wrong, missing, too many or swapped; more in a long word."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from cordee.core.search.index import LanguageIndex

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 4
"""Shorter words have too many neighbours for a guess to mean anything."""
LONG = 8
LIKENESS = 0.8
"""For long words: the share of letters in common, in the same order, that two words need."""


def nearest(word: str, index: LanguageIndex) -> str | None:
    """Return the known word that a folded word was most likely meant to be; None when nothing is close.

    Meaning: among words at one error, the one found in most entries, then the first of the alphabet. Failing that, for
    words of eight letters or more, the most alike of those that begin with the same two letters
    and are as long, give or take one.
    Shape: a folded word; what is returned is a key of `index.spellings`.
    """
    if len(word) < SHORTEST or word.isdigit():
        return None
    close = {one for one in one_error_away(word) if one in index.spellings}
    if close:
        return min(close, key=lambda one: (-index.spellings[one].count, one))
    return _alike(word, index) if len(word) >= LONG else None


def one_error_away(word: str) -> Iterator[str]:
    """Give the words that one letter removed, swapped with the next, replaced or added makes (Damerau 1964).

    >>> len(set(one_error_away("ab"))), "ba" in one_error_away("ab")
    (130, True)
    """
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for before, after in cuts:
        yield from (before + letter + after for letter in LETTERS)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS)
    for (before, _), (_, after) in pairwise(cuts[:-1]):
        yield before + after[0] + word[len(before)] + after[1:]


def _alike(word: str, index: LanguageIndex) -> str | None:
    near = [one for one in index.beginning_with(word[:2]) if abs(len(one) - len(word)) <= 1]
    return next(iter(get_close_matches(word, near, n=1, cutoff=LIKENESS)), None)
