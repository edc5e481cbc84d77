"""What an official statistic is, and its value in one territory, as its producer published it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cordee.core.packs.messages.wording import Said

COLUMNS = (
    *("id", "label_fr", "label_en", "unit_fr", "unit_en", "year"),
    *("territory", "value", "lower", "upper", "source", "url"),
)
"""The header of the file, in this order."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """What was measured, in what unit (empty for a bare number), for which year, by whom."""

    id: str
    label: Said
    unit: Said
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """The value of a statistic in a region, or in the whole country; its interval when the producer published one.

    `territory` is the official code of a region, or FR; `url` is where the producer published it.
    """

    statistic: Statistic
    territory: str
    value: Decimal
    lower: Decimal | None
    upper: Decimal | None
    url: str

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The two ends of the interval, or nothing when it was not published."""
        return None if self.lower is None or self.upper is None else (self.lower, self.upper)
