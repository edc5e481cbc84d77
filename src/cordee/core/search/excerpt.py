"""The part of a text that answers a question, with the words that answer it marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cordee.core.packs.text import Lang
from cordee.core.search.stems import stem
from cordee.core.search.words import Word, words_of

LENGTH = 220
"""Letters of an excerpt, about two lines and a half."""
_LEAD = 60
"""Letters left before the first word found, so that it is read in its sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters, marked or not."""

    text: str
    marked: bool


def marked(text: str, stems: Collection[str], lang: Lang) -> list[Piece]:
    """Cut a text into pieces, those whose stem is asked for being marked; together they are the text.

    >>> [piece.text for piece in marked("Une évaluation, des évaluations", {"evalu"}, "fr") if piece.marked]
    ['évaluation', 'évaluations']
    """
    pieces, done = [], 0
    for word in _asked_for(text, stems, lang):
        if word.start > done:
            pieces.append(Piece(text[done : word.start], marked=False))
        pieces.append(Piece(text[word.start : word.end], marked=True))
        done = word.end
    return [*pieces, Piece(text[done:], marked=False)] if done < len(text) else pieces


def excerpt(text: str, stems: Collection[str], lang: Lang, length: int = LENGTH) -> list[Piece]:
    """Return the part of a text with the most different words asked for, cut between words, ellipses where cut.

    Shape: any text; the pieces hold about `length` letters, or the whole text when it is no longer.

    >>> [piece.text for piece in excerpt("Avant tout, mesurer la confiance.", {"confianc"}, "fr", 24)]
    ['… mesurer la ', 'confiance', '.']
    """
    return _cut(text, _asked_for(text, stems, lang), stems, lang, length)


def best_excerpt(texts: Sequence[str], stems: Collection[str], lang: Lang, title: str = "") -> list[Piece]:
    """Return the excerpt of the text that says most of what is asked and the title does not say; of equals, the first.

    >>> [piece.text for piece in best_excerpt(["Un mot.", "La confiance."], {"confianc"}, "fr")]
    ['La ', 'confiance', '.']
    >>> [piece.text for piece in best_excerpt(["Un mot.", "La confiance."], {"confianc"}, "fr", title="Confiance")]
    ['Un mot.']
    """
    shown = {stem(word.folded, lang) for word in words_of(title)}
    found = [_asked_for(text, stems, lang) for text in texts]
    told = [len({stem(word.folded, lang) for word in words} - shown) for words in found]
    if not texts:
        return []
    best = told.index(max(told))
    return _cut(texts[best], found[best], stems, lang, LENGTH)


def _cut(text: str, found: list[Word], stems: Collection[str], lang: Lang, length: int) -> list[Piece]:
    if len(text) <= length:
        return marked(text, stems, lang)
    start = _after_space(text, _best_start(text, found, lang, length))
    end = _before_space(text, start + length)
    body = text[start:end].rstrip()
    return marked(f"{'… ' if start else ''}{body}{' …' if end < len(text) else ''}", stems, lang)


def _asked_for(text: str, stems: Collection[str], lang: Lang) -> list[Word]:
    return [word for word in words_of(text) if stem(word.folded, lang) in stems]


def _best_start(text: str, found: list[Word], lang: Lang, length: int) -> int:
    """Return where to begin: before the word from which most different words are in reach; of equals, the first."""
    if not found:
        return 0
    lead = min(_LEAD, length // 3)

    def reached(first: Word) -> int:
        near = [word for word in found if first.start <= word.start <= first.start - lead + length - len(word.folded)]
        return len({stem(word.folded, lang) for word in near})

    best = max(found, key=lambda word: (reached(word), -word.start))
    return max(0, min(best.start - lead, len(text) - length))


def _after_space(text: str, start: int) -> int:
    """Move forward to the beginning of a word, unless the text begins there."""
    return start if start == 0 else (text.find(" ", start) + 1 or start)


def _before_space(text: str, end: int) -> int:
    """Move back to the end of a word, unless the text ends first."""
    return len(text) if end >= len(text) else max(text.rfind(" ", 0, end), 1)
