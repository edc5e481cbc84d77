"""How good the search is: judged questions, and the marks that its answers get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cordee.core.packs.text import Lang


@dataclass(frozen=True, slots=True)
class Judged:
    """A question as somebody would type it, and the entries that answer it, as `kind:id`."""

    text: str
    lang: Lang
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a set of questions, both between 0 and 1."""

    mrr: float
    recall: float


def reciprocal_rank(given: Sequence[str], expected: Sequence[str]) -> float:
    """Return one over the rank of the first expected entry; 0 when none is given (Voorhees 1999).

    >>> reciprocal_rank(["terms:impact", "terms:trust"], ["terms:trust"])
    0.5
    """
    return next((1 / rank for rank, one in enumerate(given, start=1) if one in expected), 0.0)


def recall_at(given: Sequence[str], expected: Sequence[str], depth: int = 5) -> float:
    """Return the share of the expected entries among the first ones given; of at most `depth` of them.

    >>> recall_at(["terms:impact", "terms:trust"], ["terms:trust", "terms:result"])
    0.5
    """
    return len(set(given[:depth]) & set(expected)) / min(len(set(expected)), depth)


def marks(given: Sequence[Sequence[str]], judged: Sequence[Judged]) -> Marks:
    """Return the mean reciprocal rank and the mean recall among the first five.

    >>> marks([["terms:trust"], []], [Judged("confiance", "fr", ("terms:trust",)), Judged("x", "fr", ("terms:x",))])
    Marks(mrr=0.5, recall=0.5)
    """
    pairs = list(zip(given, judged, strict=True))
    ranks = [reciprocal_rank(answers, question.expected) for answers, question in pairs]
    recalls = [recall_at(answers, question.expected) for answers, question in pairs]
    return Marks(sum(ranks) / len(ranks), sum(recalls) / len(recalls))
