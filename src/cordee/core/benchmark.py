"""Where an alliance stands among comparable ones: quartiles and their count, never a rank, never an extreme.

What is published is three rounded numbers resting on ten organisations at least. A quartile of type 7 may be the very
value of one contributor (with 4k + 1 of them) or a mix of two. To one decimal, 0–4 has 41 numbers where a mean over the
items of an axis has many more: what is published tells a level, not whose value it is nor which answers made it.
Rounding also blunts what two readings subtracted would show when one contributor comes or goes. It does not remove it:
the caller publishes on set dates, from one snapshot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

import numpy as np

from cordee.core.estimates import Estimate

FEWEST = 10
DECIMALS = 1

Standing = Literal["below", "within", "above", "not_distinguishable"]


class NotBenchmarked(StrEnum):
    """Why there is no benchmark; words in `measure_wording`."""

    TOO_FEW_ORGANISATIONS = "too_few_organisations"
    NOTHING_TO_COMPARE = "nothing_to_compare"


@dataclass(frozen=True, slots=True)
class Group:
    """What makes two diagnoses comparable: family (the instrument and form), stage of life, and size."""

    family: str
    stage: str
    size: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """One diagnosis that consented: who holds it, its group, the day of its wave (ISO), and its value on 0–4."""

    holder: str
    group: Group
    day: str
    value: float | None
    consented: bool


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Quartiles of a group, rounded to one decimal, and how many organisations they rest on.

    `standing` places the interval of the asker: « below » or « above » the median when it excludes it; « within » when
    it covers the median and lies inside the middle half, between q1 and q3; « not_distinguishable » when it covers the
    median and reaches beyond a quartile, or when there is no interval. Only the first two tell the asker from the
    median.
    """

    count: int
    q1: float | None
    median: float | None
    q3: float | None
    standing: Standing | None
    refused: NotBenchmarked | None = None


def benchmark(holder: str, own: Estimate, group: Group, contributions: Iterable[Contribution]) -> Benchmark:
    """Return the quartiles of the other diagnoses of a group that consented, and where one's own interval lies.

    Each holder counts once, by the latest wave; the asker's own is left out, so that nobody is compared with
    themselves. Quartiles are of type 7 (Hyndman & Fan 1996, the default of R and NumPy): position 1 + (n − 1) p,
    between two neighbours in proportion. Refused under 10 organisations, or without a value of one's own.

    >>> group = Group("full", "under_18_months", "size-10-49")
    >>> others = [Contribution(f"o{n}", group, "2025-01-31", n / 4, True) for n in range(11)]
    >>> benchmark("me", Estimate(2.4, 9, 0.2, 1.9, 2.9, 8), group, others)
    Benchmark(count=11, q1=0.6, median=1.3, q3=1.9, standing='above', refused=None)
    """
    values = comparable_values(holder, group, contributions)
    if own.value is None:
        return Benchmark(len(values), None, None, None, None, NotBenchmarked.NOTHING_TO_COMPARE)
    if len(values) < FEWEST:
        return Benchmark(len(values), None, None, None, None, NotBenchmarked.TOO_FEW_ORGANISATIONS)
    q1, median, q3 = quartiles(values)
    return Benchmark(len(values), q1, median, q3, standing_of(own, q1, median, q3))


def comparable_values(holder: str, group: Group, contributions: Iterable[Contribution]) -> list[float]:
    """Return the values that may be compared: consenting, of the group, the latest of each other holder, sorted.

    A holder whose latest diagnosis does not consent, or has no value, does not count: an older one is not dug out.
    """
    latest: dict[str, Contribution] = {}
    for one in sorted(contributions, key=lambda each: each.day):
        if one.group == group and one.holder != holder:
            latest[one.holder] = one
    return sorted(one.value for one in latest.values() if one.consented and one.value is not None)


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the three quartiles of type 7, rounded to one decimal, halves away from zero.

    >>> quartiles([1, 2, 3, 4])
    (1.8, 2.5, 3.3)
    """
    first, median, third = (_rounded(float(each)) for each in np.quantile(values, (0.25, 0.5, 0.75)))
    return first, median, third


def _rounded(value: float) -> float:
    exact = Decimal(repr(round(value, 9)))
    return float(exact.quantize(Decimal(1).scaleb(-DECIMALS), rounding=ROUND_HALF_UP))


def standing_of(own: Estimate, q1: float, median: float, q3: float) -> Standing:
    """Place an interval among published quartiles; a reader can do it again with the numbers shown.

    >>> standing_of(Estimate(2.0, 9, 0.2, 1.6, 2.4, 8), 1.5, 2.2, 2.5)
    'within'
    """
    if own.lower is None or own.upper is None:
        return "not_distinguishable"
    if own.upper < median:
        return "below"
    if own.lower > median:
        return "above"
    return "within" if own.lower >= q1 and own.upper <= q3 else "not_distinguishable"
