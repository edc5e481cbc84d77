"""Questions that go together: perceived fragilities, dynamics of alliance, the three impacts; told by their names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Question, ShelvedEdition
from cordee.charts.words import capitalised

FRAGILITY, MOVING, MEANS, PARTNERS, IMPACT = "fragility_", "moving", "by_", "with_", "impact_"
"""How the variable of a question begins, in the data of every survey: what the question is about."""


def about(edition: ShelvedEdition, theme: str) -> tuple[Question, ...]:
    """Return the questions of a survey on a theme, in the order in which they are asked."""
    return tuple(one for one in edition.questions if one.key.startswith(theme))


def distinct_parts(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Split questions that begin alike: what they share, and what is proper to each, its first letter in capital.

    >>> distinct_parts(["Do you see a town?", "Do you see schools?"])
    ('Do you see…?', ('A town', 'Schools'))
    >>> distinct_parts(["Which way?"])
    ('', ('Which way?',))
    """
    if len(texts) < 2:
        return "", tuple(texts)
    words = [text.split(" ") for text in texts]
    alike = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    shared = min(sum(1 for _ in alike), min(map(len, words)) - 1)
    parts = tuple(_named(" ".join(own[shared:])) for own in words)
    if not shared:
        return "", tuple(texts)
    mark = "\u202f?" if texts[0].endswith("\u202f?") else "?" if texts[0].endswith("?") else ""
    return f"{' '.join(words[0][:shared]).rstrip(',')}…{mark}", parts


def _named(part: str) -> str:
    part = part.rstrip("?").rstrip()
    return part[:1].upper() + part[1:]


def population_name(edition: ShelvedEdition) -> str:
    """Return who was asked, as the title of a survey says it after its last colon; the whole title without one."""
    title = edition.card.title.in_(language())
    return capitalised(title.rpartition(":")[2].strip() or title)
