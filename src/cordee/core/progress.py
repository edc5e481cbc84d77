"""How far a figure went from where it started to where it should go, and how it moved between two dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure on a day, in the unit of its indicator, for one group; the empty group is everybody."""

    on: date
    value: float
    group: str = ""
    unit: str = ""


class Apart(StrEnum):
    """Why two figures are not compared."""

    NO_VALUE = "no_value"
    UNIT = "unit"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, how far the second is from the first (`change`, in their unit) and how far each went.

    `apart` says why they are not compared; there is then no change.
    """

    before: Dated | None
    after: Dated | None
    change: float | None = None
    progress_before: float | None = None
    progress_after: float | None = None
    apart: Apart | None = None


def progress_of(value: float, baseline: float | None, target: float | None) -> float | None:
    """Return the share of the way from baseline to target that a figure has covered.

    Formula: (value − baseline) / (target − baseline). It has no unit, is under 0 when things went backwards and over 1
    beyond the target: it is not clipped. A target under the baseline is a figure that should fall.
    None when baseline or target is unknown, or when they are equal: there is then no way to cover.

    >>> progress_of(30, 20, 60), progress_of(10, 20, 60), progress_of(70, 20, 60)
    (0.25, -0.25, 1.25)
    >>> progress_of(12, 20, 10), progress_of(12, 20, 20), progress_of(12, None, 20)
    (0.8, None, None)
    """
    if baseline is None or target is None or target == baseline:
        return None
    return (value - baseline) / (target - baseline)


def value_at(values: Iterable[Dated], day: date) -> Dated | None:
    """Return the latest figure on a day or before it; None when there is none yet.

    >>> values = [Dated(date(2024, 6, 1), 3), Dated(date(2025, 6, 1), 5)]
    >>> value_at(values, date(2025, 1, 1)).value, value_at(values, date(2024, 5, 31))
    (3, None)
    """
    return max((one for one in values if one.on <= day), key=lambda one: one.on, default=None)


def compare(
    before: Dated | None, after: Dated | None, baseline: float | None = None, target: float | None = None
) -> Comparison:
    """Compare two figures of an indicator: change = after − before, in their unit, and the progress at each.

    They are comparable only in the same unit and for the same group. Baseline and target are those of everybody: the
    figure of a group has no progress.

    >>> found = compare(Dated(date(2024, 1, 1), 30), Dated(date(2026, 1, 1), 45), baseline=20, target=60)
    >>> found.change, found.progress_before, found.progress_after
    (15, 0.25, 0.625)
    >>> compare(Dated(date(2024, 1, 1), 30, unit="km"), Dated(date(2026, 1, 1), 45, unit="€")).apart.value
    'unit'
    """
    if before is None or after is None:
        return Comparison(before, after, apart=Apart.NO_VALUE)
    if before.unit != after.unit:
        return Comparison(before, after, apart=Apart.UNIT)
    if before.group != after.group:
        return Comparison(before, after, apart=Apart.GROUP)
    change = after.value - before.value
    if before.group:
        return Comparison(before, after, change)
    return Comparison(
        before, after, change, progress_of(before.value, baseline, target), progress_of(after.value, baseline, target)
    )
