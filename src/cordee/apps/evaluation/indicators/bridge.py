"""From rows to what may be read of an indicator today, and from a table to values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cordee.apps.evaluation.indicators import queries
from cordee.apps.evaluation.models import Evaluation, Indicator, Value
from cordee.apps.evaluation.queries import words_of
from cordee.core.horizon import Followed, Gap, Horizon, gaps_of, horizon_of
from cordee.core.packs.impacts import Impact
from cordee.core.packs.text import Lang
from cordee.core.pasted import records_of
from cordee.core.progress import Comparison, Dated, compare, progress_of
from cordee.core.value_file import MOST_ROWS, KnownIndicator, Row, ValueFile, read_values


@dataclass(frozen=True)
class Reading:
    """An indicator as it is read on a day: its last value, its horizon, what makes it empty, how far it went."""

    row: Indicator
    last: Value | None
    horizon: Horizon | None
    gaps: tuple[Gap, ...]

    @cached_property
    def progress(self) -> float | None:
        """The share of the way covered; None when it is not defined, or when the indicator is empty."""
        if self.last is None or self.gaps:
            return None
        return progress_of(self.last.value, self.row.baseline, self.row.target)

    @property
    def has_no_way(self) -> bool:
        """Tell whether target and baseline are the same: no progress can be worked out."""
        return self.row.target is not None and self.row.target == self.row.baseline


def followed(row: Indicator, last: Value | None) -> Followed:
    """Return how an indicator is followed."""
    has_owner = bool(row.owner_name or row.owner_email or row.owner_partner_id)
    return Followed(bool(row.source), has_owner, row.next_on, last.on if last else None)


def reading_of(row: Indicator, last: Value | None, clock: int, started_on: date | None, today: date) -> Reading:
    """Read one indicator on a day; `clock` is that of its impact, in months."""
    state = followed(row, last)
    return Reading(row, last, horizon_of(started_on, clock, state, today), gaps_of(state, today))


def impacts_of(evaluation: Evaluation) -> tuple[Impact, ...]:
    """Return the impacts of the pack, with their clock and their catalogue."""
    return tuple(words_of(evaluation).impacts)


def readings_of(evaluation: Evaluation, today: date) -> list[Reading]:
    """Read every indicator of an evaluation, in two queries."""
    clocks = {str(impact.id): impact.clock.months for impact in impacts_of(evaluation)}
    started_on = evaluation.alliance.started_on
    pairs = queries.with_last(queries.indicators_of(evaluation))
    return [reading_of(row, last, clocks.get(row.impact, 0), started_on, today) for row, last in pairs]


def compared(evaluation: Evaluation, first: date, second: date) -> list[tuple[Indicator, str, Comparison]]:
    """Compare each indicator and group between two days; what has no value at either day is left out."""
    before, after = queries.values_before(evaluation, first), queries.values_before(evaluation, second)
    rows = {row.pk: row for row in queries.indicators_of(evaluation)}
    order = {pk: place for place, pk in enumerate(rows)}
    keys = sorted({*before, *after}, key=lambda key: (order[key[0]], key[1]))
    return [
        (rows[pk], group, compare(_dated(before.get((pk, group))), _dated(after.get((pk, group))),
                                  rows[pk].baseline, rows[pk].target))
        for pk, group in keys
    ]  # fmt: skip


def _dated(value: Value | None) -> Dated | None:
    return None if value is None else Dated(value.on, value.value, value.group)


def rows_of(text: str) -> list[Row]:
    """Cut pasted text or a CSV into rows."""
    pasted = records_of(text, MOST_ROWS + 2)
    return [Row(one.line, one.cells, one.broken) for one in pasted.records]


def read_text(evaluation: Evaluation, text: str, today: date, lang: Lang) -> ValueFile:
    """Read the values that a text holds, against what the evaluation keeps already."""
    known = [KnownIndicator(str(row.public), row.name, row.unit, row.group_names) for row in _rows(evaluation)]
    return read_values(rows_of(text), known, queries.kept_values(evaluation), today, lang)


def _rows(evaluation: Evaluation) -> Iterable[Indicator]:
    return evaluation.indicators.order_by("pk")


def left_of(text: str, file: ValueFile) -> str:
    """Return what was not written, header first, so that it can be mended and sent again."""
    refused = {fault.line for fault in file.faults} | ({file.header} if file.header else set())
    rows = [row for row in rows_of(text) if row.line in refused]
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(lines[row.line - 1] if row.broken else _line(row.cells) for row in rows)


def _line(cells: tuple[str, ...]) -> str:
    from io import StringIO

    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="").writerow(cells)
    return out.getvalue()
