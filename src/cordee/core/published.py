"""Figures that others published: which contradict each other, which make a series."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Unit = Literal["percent", "mark"]


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One value, as one source gives it: nothing is recomputed, nothing is chosen between sources.

    `population` is the base: who was asked. `value` is in percent, or a mark out of ten. `n` is the number of
    respondents when the source says it. `territory` is FR or the COG code of a region, as text.
    """

    id: str
    series: str
    programme: str
    population: str
    year: int
    territory: str
    question: str
    value: float
    unit: Unit
    n: int | None
    source: str
    note: str = ""

    @property
    def wording(self) -> tuple[str, str, str]:
        """What must be the same for two figures to be compared: question, scale, base."""
        return self.question, self.unit, self.population

    @property
    def place(self) -> tuple[str, str, str, int, str]:
        """What it measures, where and when: two values in one place contradict each other."""
        return (*self.wording, self.year, self.territory)


def contradictions(figures: Iterable[PublishedFigure]) -> tuple[tuple[PublishedFigure, ...], ...]:
    """Return the groups of figures that give several values of one measure, lowest value first.

    Shapes: any figures in; groups of two or more out, in the order of the first of each. Errors: none.

    >>> a = PublishedFigure("a", "s", "P", "mayors", 2022, "FR", "useful", 83, "percent", None, "https://a.fr")
    >>> b = PublishedFigure("b", "s", "P", "mayors", 2022, "FR", "useful", 84, "percent", None, "https://b.fr")
    >>> [[figure.value for figure in group] for group in contradictions([b, a])]
    [[83, 84]]
    """
    groups: dict[tuple[str, str, str, int, str], list[PublishedFigure]] = {}
    for figure in figures:
        groups.setdefault(figure.place, []).append(figure)
    several = (group for group in groups.values() if len({one.value for one in group}) > 1)
    return tuple(tuple(sorted(group, key=lambda one: (one.value, one.id))) for group in several)


def by_question(figures: Sequence[PublishedFigure]) -> tuple[tuple[PublishedFigure, ...], ...]:
    """Group figures that answer the same question on the same scale, each group by base, territory and year.

    Shapes: figures in; groups out, in the order in which their questions first come. Errors: none.

    >>> a = PublishedFigure("a", "s", "P", "mayors", 2022, "FR", "useful", 83, "percent", None, "")
    >>> b = PublishedFigure("b", "s", "P", "mayors", 2016, "FR", "useful", 87, "percent", None, "")
    >>> c = PublishedFigure("c", "s", "P", "mayors", 2022, "FR", "urgent", 7, "mark", None, "")
    >>> [[figure.id for figure in group] for group in by_question([a, c, b])]
    [['b', 'a'], ['c']]
    """
    rank = {(one.question, one.unit): place for place, one in reversed(list(enumerate(figures)))}
    bases = {one.population: place for place, one in reversed(list(enumerate(figures)))}

    def order(one: PublishedFigure) -> tuple[int, int, bool, str, int, float]:
        asked, base = rank[one.question, one.unit], bases[one.population]
        return asked, base, one.territory != "FR", one.territory, one.year, one.value

    grouped = groupby(sorted(figures, key=order), key=lambda one: (one.question, one.unit))
    return tuple(tuple(group) for _, group in grouped)
