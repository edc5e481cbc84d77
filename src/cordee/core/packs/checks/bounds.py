"""Numbers within what they can mean, and dates that exist."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from decimal import Decimal

from cordee.core.packs.cases import ExpectedAxis, ExpectedItem
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.compass import RouteStep
from cordee.core.packs.courses import CourseStep, Moment
from cordee.core.packs.faults import Path
from cordee.core.packs.impacts import Clock
from cordee.core.packs.instrument import LEVELS, Form
from cordee.core.packs.library import FirstUse, Source, Story, Tool, Trial
from cordee.core.packs.rules import Bimodal, Condition, GapPattern, Interval, Scoring, Stage
from cordee.core.packs.selector import SelectorRule, Span
from cordee.core.packs.text import Part

HIGHEST = LEVELS[-1]
Bounds = tuple[str, str]
SCALE: Bounds = ("0", str(HIGHEST))
SHARE: Bounds = ("0", "1")
SIGNED_GAP: Bounds = (str(-HIGHEST), str(HIGHEST))
MONTHS: Bounds = ("1", "1200")
MINUTES: Bounds = ("1", "10000")

BOUNDS: Mapping[tuple[type[Part], str], Bounds] = {
    (Form, "minutes"): MINUTES,
    (Tool, "minutes"): MINUTES,
    (CourseStep, "minutes"): MINUTES,
    (CourseStep, "lasts"): MINUTES,
    (Moment, "minutes"): MINUTES,
    (Clock, "months"): MONTHS,
    (RouteStep, "minutes"): MINUTES,
    (RouteStep, "rank"): ("1", "3"),
    (SelectorRule, "weight"): ("1", "3"),
    (Span, "least"): ("0", "1000"),
    (Span, "most"): ("0", "1000"),
    (Stage, "from"): SCALE,
    (GapPattern, "gap"): SCALE,
    (Scoring, "answered_share"): SHARE,
    (Scoring, "weakest_facet_margin"): SCALE,
    (Scoring, "aligned_high_from"): SCALE,
    (Scoring, "agreement_ad_at_most"): SCALE,
    (Scoring, "perception_gap"): SCALE,
    (Scoring, "target"): SCALE,
    (Scoring, "headline_gap"): SCALE,
    (Bimodal, "distance"): SCALE,
    (Bimodal, "share"): SHARE,
    (Interval, "level"): ("0.5", "0.999"),
    (Interval, "draws"): ("100", "100000"),
    (Interval, "fewest_respondents"): ("2", "1000"),
    (Interval, "seed"): ("0", "4294967295"),
    (ExpectedAxis, "vision"): SCALE,
    (ExpectedAxis, "action"): SCALE,
    (ExpectedAxis, "means"): SCALE,
    (ExpectedAxis, "maturity"): SCALE,
    (ExpectedAxis, "coherence"): SHARE,
    (ExpectedItem, "score"): SCALE,
    (ExpectedItem, "median"): SCALE,
    (ExpectedItem, "dont_know"): ("0", "100000"),
}
"""Field that holds a number → the least and the greatest it can be, included."""

FACTS: Mapping[str, Bounds] = {
    "item": SCALE,
    "topic": SCALE,
    "facet": SCALE,
    "maturity": SCALE,
    "coherence": SHARE,
    "gap": SIGNED_GAP,
    "perception_gap": SIGNED_GAP,
    "dont_know": SHARE,
}
"""Fact of a condition → the bounds of what it measures."""

DATES: tuple[tuple[type[Part], str], ...] = (
    (Source, "published"),
    (FirstUse, "date"),
    (Trial, "date"),
    (Story, "since"),
)


def check_bounds(whole: Whole) -> Iterator[Finding]:
    """Find numbers that cannot be, and dates that do not exist."""
    for (model, key), bounds in BOUNDS.items():
        for path, part in whole.every(model):
            yield from _outside((*path, key), getattr(part, "from_" if key == "from" else key), bounds)
    for path, condition in whole.every(Condition):
        for key, limit in (("at_most", condition.at_most), ("at_least", condition.at_least)):
            yield from _outside((*path, key), limit, FACTS.get(condition.fact, SIGNED_GAP))
    for model, key in DATES:
        for path, part in whole.every(model):
            date = getattr(part, key)
            if date is not None and not exists(date):
                yield found((*path, key), "impossible-date", found=date)


def exists(date: str) -> bool:
    """Say whether a date of the form year, year-month or year-month-day is in the calendar.

    >>> exists("2015"), exists("2015-13"), exists("2016-02-29"), exists("2015-02-29"), exists("0000")
    (True, False, True, False, False)
    """
    year, month, day = (int(part) for part in (f"{date}-01-01" if len(date) == 4 else f"{date}-01")[:10].split("-"))
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _outside(path: Path, value: object, bounds: Bounds) -> Iterator[Finding]:
    low, high = bounds
    if isinstance(value, Decimal | int) and not Decimal(low) <= value <= Decimal(high):
        yield found(path, "out-of-bounds", found=str(value), low=low, high=high)
