"""A figure on a territory, copied whole at a date: its words, value, interval, base, source; nothing to look up later.

Whoever keeps such a copy (a frame that partners sign) says the same thing years later, whatever became of the place
where the figure was read. The value type stands here because rooms that do not know each other hand it over.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import model_validator

from cordee.core.packs.text import IsoDate, Part, Text, Threshold

FRANCE = "FR"
"""What stands for the whole country where a region has its official code."""
KEPT_DECIMALS = 4
"""Decimals kept of a value: far more than is shown, and the same digits on every machine."""


class TerritoryFigure(Part):
    """One value as it was read. `value`, `lower`, `upper` are in percent, or marks of a scale from `least` to `most`.

    `question` is its wording and `counted` what the value counts of the answers; `population` is the base, `place` and
    `when` say where and when; `moment` puts dates in order (a year, or the code of a wave). `territory` is FR or the
    COG code of a region. An interval has two ends, or is unknown; `simple_sampling` tells one that rests on a simple
    random sample alone. `n` is None when the source does not say it. `edition` and `digest` name the edition and the
    SHA-256 of its card; both are empty for a figure that others published. `taken` is the day of the copy, empty while
    the figure is only offered.
    """

    key: str
    question: Text
    counted: Text | None = None
    population: Text
    territory: str
    place: Text
    when: Text
    moment: str
    unit: Literal["percent", "mark"]
    least: Threshold = Decimal(0)
    most: Threshold = Decimal(100)
    value: Threshold
    lower: Threshold | None = None
    upper: Threshold | None = None
    simple_sampling: bool = False
    n: int | None = None
    source: Text
    address: str
    edition: str = ""
    digest: str = ""
    synthetic: bool = False
    note: Text | None = None
    taken: IsoDate | Literal[""] = ""

    @model_validator(mode="after")
    def _holds_together(self) -> TerritoryFigure:
        if (self.lower is None) != (self.upper is None):
            raise ValueError("an interval has two ends, or none")
        if self.lower is not None and self.upper is not None and not self.lower <= self.value <= self.upper:
            raise ValueError("a value stands inside its interval")
        if bool(self.edition) != bool(self.digest):
            raise ValueError("an edition is named with its digest")
        return self

    @property
    def has_interval(self) -> bool:
        """Tell whether its uncertainty is known."""
        return self.lower is not None

    def taken_on(self, day: str) -> TerritoryFigure:
        """Return the copy made on a day (ISO)."""
        return self.model_copy(update={"taken": day})


@dataclass(frozen=True, slots=True)
class OfferedFigure:
    """A figure that may be taken, under the theme where it is looked for: its key, and its name on screen."""

    theme: str
    theme_name: str
    figure: TerritoryFigure


class EditionStanding(StrEnum):
    """What became of the edition that a figure was copied from."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    ALTERED = "altered"
    NOT_HERE = "not_here"


def exact(value: float) -> Decimal:
    """Return a measured value as the decimal that is kept of it, rounded to 4 decimals.

    Meaning: a copy is compared and hashed by its digits. Range: any finite number. Errors: ValueError otherwise.

    >>> exact(74), exact(71.23456789), exact(0.1 + 0.2)
    (Decimal('74'), Decimal('71.2346'), Decimal('0.3'))
    """
    rounded = Decimal(f"{value:.{KEPT_DECIMALS}f}")
    if not rounded.is_finite():
        raise ValueError(f"not a value: {value}")
    return Decimal(format(rounded.normalize(), "f")) if rounded else Decimal(0)
