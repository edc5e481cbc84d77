"""May two figures be compared? The rule of surveys, the same for figures of an edition and for published ones.

Two figures are compared when they asked the same question, counted the same answers, on the same scale, of the same
base. What they then leave uncertain is said, so that nobody reads a gap as more than it is.
Source: the rule of surveys (docs/survey.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cordee.core.territory_figure import FRANCE, TerritoryFigure


class Verdict(StrEnum):
    """The answer, from the freest to the firmest."""

    YES = "yes"
    WITH_CARE = "with_care"
    NO = "no"


class Obstacle(StrEnum):
    """What forbids comparing, in the order in which it is said."""

    INVENTED = "invented"
    QUESTION = "question"
    ANSWERS = "answers"
    SCALE = "scale"
    BASE = "base"
    SAME_PLACE = "same_place"


class Care(StrEnum):
    """What to keep in mind when comparing, in the order in which it is said."""

    BOTH_INVENTED = "both_invented"
    REWORDED = "reworded"
    TWO_SURVEYS = "two_surveys"
    PLACE_AND_TIME = "place_and_time"
    ONE_HOLDS_THE_OTHER = "one_holds_the_other"
    NO_INTERVAL = "no_interval"
    SIMPLE_SAMPLING = "simple_sampling"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether two figures may be compared: what forbids it, and otherwise what to keep in mind."""

    obstacles: tuple[Obstacle, ...]
    cares: tuple[Care, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the answer."""
        if self.obstacles:
            return Verdict.NO
        return Verdict.WITH_CARE if self.cares else Verdict.YES

    @property
    def allowed(self) -> bool:
        """Tell whether one may be set against the other."""
        return not self.obstacles


def may_compare(one: TerritoryFigure, other: TerritoryFigure) -> Answer:
    """Say whether two figures may be compared, whatever they come from; the order of the two does not matter.

    Meaning: an obstacle forbids it. SAME_PLACE: both claim to measure one thing, of one base, at one place and date;
    then one of them is to be chosen with its source. INVENTED: one is synthetic and the other is not.
    Shapes: two figures in; obstacles, or else cares, out. Errors: none.

    >>> from decimal import Decimal
    >>> from cordee.core.packs.text import Text
    >>> said = Text(fr="Utile ?", en="Useful?")
    >>> before = TerritoryFigure(
    ...     key="a",
    ...     question=said,
    ...     population=said,
    ...     territory="FR",
    ...     place=said,
    ...     when=said,
    ...     moment="2019",
    ...     unit="percent",
    ...     value=Decimal(69),
    ...     source=said,
    ...     address="https://a.fr",
    ...     edition="e",
    ...     digest="d",
    ...     lower=Decimal(66),
    ...     upper=Decimal(72),
    ... )
    >>> after = before.model_copy(update={"key": "b", "moment": "2024"})
    >>> may_compare(before, after).verdict.value
    'yes'
    >>> may_compare(before, after.model_copy(update={"unit": "mark"})).obstacles
    (<Obstacle.SCALE: 'scale'>,)
    >>> [care.value for care in may_compare(before, after.model_copy(update={"lower": None, "upper": None})).cares]
    ['no_interval']
    """
    obstacles = _obstacles(one, other)
    return Answer(obstacles, () if obstacles else _cares(one, other))


def _obstacles(one: TerritoryFigure, other: TerritoryFigure) -> tuple[Obstacle, ...]:
    found = {
        Obstacle.INVENTED: one.synthetic != other.synthetic,
        Obstacle.QUESTION: one.question != other.question,
        Obstacle.ANSWERS: one.question == other.question and one.counted != other.counted,
        Obstacle.SCALE: _scale(one) != _scale(other),
        Obstacle.BASE: one.population != other.population,
    }
    differs = tuple(name for name, forbids in found.items() if forbids)
    same_place = (one.territory, one.moment) == (other.territory, other.moment)
    return differs or ((Obstacle.SAME_PLACE,) if same_place else ())


def _cares(one: TerritoryFigure, other: TerritoryFigure) -> tuple[Care, ...]:
    both = (one, other)
    found = {
        Care.BOTH_INVENTED: one.synthetic and other.synthetic,
        Care.REWORDED: not all(figure.edition for figure in both),
        Care.TWO_SURVEYS: (one.edition, one.source) != (other.edition, other.source),
        Care.PLACE_AND_TIME: one.territory != other.territory and one.moment != other.moment,
        Care.ONE_HOLDS_THE_OTHER: one.moment == other.moment and FRANCE in (one.territory, other.territory),
        Care.NO_INTERVAL: not all(figure.has_interval for figure in both),
        Care.SIMPLE_SAMPLING: any(figure.simple_sampling for figure in both),
    }
    return tuple(name for name, holds in found.items() if holds)


def _scale(figure: TerritoryFigure) -> tuple[object, ...]:
    return figure.unit, figure.least, figure.most


class Overlap(StrEnum):
    """How two intervals stand."""

    APART = "apart"
    OVERLAPPING = "overlapping"
    UNKNOWN = "unknown"


def overlap(one: TerritoryFigure, other: TerritoryFigure) -> Overlap:
    """Tell whether two intervals have a value in common; ends that touch do.

    Meaning: intervals apart tell two values apart; intervals that overlap decide nothing, the gap must be estimated.
    Errors: none; UNKNOWN when an interval is not known.
    """
    if one.lower is None or one.upper is None or other.lower is None or other.upper is None:
        return Overlap.UNKNOWN
    return Overlap.OVERLAPPING if one.lower <= other.upper and other.lower <= one.upper else Overlap.APART
