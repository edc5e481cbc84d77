"""Words found in a text: folded so that accents, capitals, ligatures and apostrophes no longer matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
ELIDED = frozenset({"l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
"""What French writes before an apostrophe in place of a whole word: « l’évaluation » is read « évaluation »."""
ENDINGS = frozenset({"s", "t", "d", "m", "re", "ve", "ll"})
"""What English writes after an apostrophe: “the partner’s view” is read “partner view”."""

_MARKS = "\u0300-\u036f"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(rf"(?P<initials>(?:[^\W\d_]\.){{2,}}[^\W\d_]?(?![^\W\d_]))|(?P<word>(?:{_LETTER})+|\d+)")
_APOSTROPHES = "'’ʼ＇"
_HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its folded letters, its place, and whether a hyphen ties it to the word before."""

    folded: str
    start: int
    end: int
    tied: bool = False


def words_of(text: str) -> Iterator[Word]:
    """Give the words of a text in order, folded; elided articles and English endings are left out.

    Meaning: two writings that a reader takes for the same words give the same folded words. Initials with their
    dots are one word; figures and letters that touch are two (« ODD17 » is « odd », « 17 »).
    Shape: any text; `start` and `end` are places in it, so that what was found can be marked.

    >>> [word.folded for word in words_of("L’évaluation d'Œuvres, à 360° : M.E.D.O.C. et ODD17")]
    ['evaluation', 'oeuvres', 'a', '360', 'medoc', 'et', 'odd', '17']
    >>> [(word.folded, word.tied) for word in words_of("co-construction")]
    [('co', False), ('construction', True)]
    """
    before = -1
    for found in _WORD.finditer(text):
        start, end = found.span()
        folded = fold(found.group())
        if folded and not _is_elided(folded, text, end) and not _is_ending(folded, text, start):
            yield Word(folded, start, end, tied=start - 1 == before and text[start - 1] in _HYPHENS)
        before = end


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return the bare small letters of one word.

    Shape: any text; the result holds letters and figures only, and folding it again changes nothing.

    >>> fold("ÉCOSYSTÈME"), fold("Œuvre"), fold("M.E.D.O.C.")
    ('ecosysteme', 'oeuvre', 'medoc')
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word.translate(LIGATURES)).casefold())
    return "".join(letter for letter in bare.translate(LIGATURES) if letter.isalnum())


def _is_elided(folded: str, text: str, end: int) -> bool:
    return folded in ELIDED and text[end : end + 1] in _APOSTROPHES and end < len(text)


def _is_ending(folded: str, text: str, start: int) -> bool:
    return folded in ENDINGS and start > 0 and text[start - 1] in _APOSTROPHES
