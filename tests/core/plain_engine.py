"""The point estimates of docs/measures written a second time, in plain Python with fractions: slow, exact, independent.

It shares no code with the engine and no array library; tests compare the two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cordee.core.answers import Answer

FACETS = ("vision", "action", "means")
Known = Fraction | None


def mean(values: Iterable[Known]) -> Known:
    """Mean of what is known."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


@dataclass
class PlainAxis:
    """What is known of an axis."""

    facets: dict[str, Known]
    maturity: Known
    coherence: Known
    patterns: list[str]


class PlainEngine:
    """Answers of a form whose items are named axis.topic.facet; organisations count for one, or for their weight."""

    def __init__(
        self, answers: Sequence[Answer], items: Sequence[str], weights: Mapping[str, int] | None = None
    ) -> None:
        self.weights = weights or {}
        self.answers, self.items = [each for each in answers if each.item in items], list(items)
        self.circles = sorted({each.circle for each in answers})

    def levels(self, item: str, circle: str | None = None) -> list[int]:
        """Every level given to an item."""
        chosen = [each for each in self.answers if each.item == item and circle in (None, each.circle)]
        return [each.level for each in chosen if each.level is not None]

    def item(self, item: str, circle: str | None = None) -> Known:
        """Mean over organisations of the mean over their people; over circles where none is named."""
        if circle is None:
            return mean(self.item(item, each) for each in self.circles)
        by_organisation: dict[str, list[Fraction]] = {}
        for each in self.answers:
            if each.item == item and each.circle == circle and each.level is not None:
                by_organisation.setdefault(each.organisation, []).append(Fraction(each.level))
        return mean(mean(levels) for home, levels in by_organisation.items() for _ in range(self.weights.get(home, 1)))

    def facet(self, axis: str, facet: str, circle: str | None = None) -> Known:
        """Mean of the topics' items in a circle that answered half of the axis; then over circles."""
        if circle is None:
            return mean(self.facet(axis, facet, each) for each in self.circles)
        scores = {item: self.item(item, circle) for item in self.items if item.split(".")[0] == axis}
        answered = sum(score is not None for score in scores.values())
        if 2 * answered < len(scores):
            return None
        return mean(score for item, score in scores.items() if item.endswith(facet))

    def axis(self, axis: str, circle: str | None = None) -> PlainAxis:
        """Facets, maturity, coherence and patterns of an axis."""
        facets = {facet: self.facet(axis, facet, circle) for facet in FACETS}
        known = [value for value in facets.values() if value is not None]
        if len(known) < len(FACETS):
            return PlainAxis(facets, None, None, [])
        middle = sum(known, Fraction(0)) / 3
        apart = max(known) - min(known)
        return PlainAxis(facets, min(middle, min(known) + 1), 1 - apart / 4, patterns(*known))

    def perception(self, item: str, own: str) -> Known:
        """Self circle minus the mean of the others."""
        mine = self.item(item, own)
        theirs = mean(self.item(item, circle) for circle in self.circles if circle != own)
        return None if mine is None or theirs is None else mine - theirs


def patterns(vision: Fraction, action: Fraction, means: Fraction) -> list[str]:
    """Names of the gaps of one level or more, the widest first, in the order of the pack where they tie."""
    gaps = {
        "incantation": vision - action,
        "activism": action - vision,
        "overreach": action - means,
        "dormant_means": means - action,
        "unfunded_vision": vision - means,
    }
    held = sorted((name for name, gap in gaps.items() if gap >= 1), key=lambda name: -gaps[name])
    return held or (["aligned_high"] if (vision + action + means) / 3 >= 2 else ["aligned_low"])


def rwg_and_ad(levels: Sequence[int]) -> tuple[Fraction, Fraction]:
    """r*wg and AD_M of three answers or more."""
    middle = Fraction(sum(levels), len(levels))
    variance = sum((level - middle) ** 2 for level in levels) / (len(levels) - 1)
    return 1 - variance / 2, sum(abs(level - middle) for level in levels) / len(levels)
