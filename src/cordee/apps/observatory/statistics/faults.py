"""A fault of a file of statistics: on which line, what and why, what to do, in French and in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cordee.apps.observatory.statistics.messages import MESSAGES
from cordee.core.packs.messages.wording import Said, Value
from cordee.core.packs.text import Lang


@dataclass(frozen=True, slots=True)
class StatisticFault:
    """One fault; `line` counts from 1, the header, and is 0 for a fault of the whole file."""

    id: str
    line: int
    message: Said
    remedy: Said

    def in_(self, lang: Lang) -> str:
        """Return the fault on two lines: where and what, then what to do.

        >>> print(statistic_fault("bad-year", 3, year="20").in_("en").splitlines()[0])
        Line 3: ‘20’ is not a year: when the value dates from would not be known.
        """
        where = Said(f"Ligne {self.line}\u202f: ", f"Line {self.line}: ").in_(lang) if self.line else ""
        return f"{where}{self.message.in_(lang)}\n    {self.remedy.in_(lang)}"


class StatisticsRefused(Exception):
    """Nothing of the file is used: the faults say why."""

    def __init__(self, faults: Iterable[StatisticFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(each.in_("en") for each in self.faults))

    def in_(self, lang: Lang) -> str:
        """Return every fault in one language, in the order of the file."""
        return "\n".join(each.in_(lang) for each in self.faults)


def statistic_fault(message_id: str, line: int = 0, **values: Value) -> StatisticFault:
    """Make a fault from the catalogue; `values` fill the sentences. KeyError: an id the catalogue does not have."""
    message = MESSAGES[message_id]
    return StatisticFault(message_id, line, message.what.fill(values), message.remedy.fill(values))


def refused(message_id: str, line: int = 0, **values: Value) -> StatisticsRefused:
    """Make a refusal of one fault."""
    return StatisticsRefused([statistic_fault(message_id, line, **values)])
