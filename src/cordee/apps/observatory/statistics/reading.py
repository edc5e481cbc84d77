"""Reads a file of statistics whole: every measurement, or every fault and nothing else."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice

from cordee.apps.observatory.statistics.cells import faults_of, measurement_of
from cordee.apps.observatory.statistics.faults import StatisticFault, StatisticsRefused, refused, statistic_fault
from cordee.apps.observatory.statistics.statistic import COLUMNS, Measurement

MOST_MEGABYTES = 4
MOST_BYTES = MOST_MEGABYTES * 1_000_000
MOST_LINES = 2_000
MOST_STATISTICS = 40
SAME_THROUGHOUT = ("label_fr", "label_en", "unit_fr", "unit_en", "year", "source")
"""What the lines of one statistic say alike; the address may be that of each territory."""

Row = tuple[int, list[str]]
Line = tuple[int, dict[str, str]]


def read_statistics(content: bytes) -> tuple[Measurement, ...]:
    """Return the measurements in the order of the file; StatisticsRefused says everything that is wrong with it."""
    lines, faults = _named(_counted(_rows(_text(content))))
    for number, cells in lines:
        faults += faults_of(cells, number)
    faults += _faults_between(lines)
    if faults:
        raise StatisticsRefused(sorted(faults, key=lambda fault: fault.line))
    return tuple(measurement_of(cells) for _, cells in lines)


def _counted(rows: Iterable[Row]) -> list[Row]:
    """Take the lines, at least one, never more than allowed."""
    found = list(islice(rows, MOST_LINES + 1))
    if not found:
        raise refused("no-lines")
    if len(found) > MOST_LINES:
        raise refused("too-many-lines", most=MOST_LINES)
    return found


def _named(rows: Sequence[Row]) -> tuple[list[Line], list[StatisticFault]]:
    """Put each cell under its column; a line with more or fewer cells is a fault, and nothing else is said of it."""
    lines = [
        (number, dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=True)))
        for number, cells in rows
        if len(cells) == len(COLUMNS)
    ]
    faults = [
        statistic_fault("wrong-cells", number, found=len(cells), expected=len(COLUMNS))
        for number, cells in rows
        if len(cells) != len(COLUMNS)
    ]
    return lines, faults


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise refused("too-heavy", most=MOST_MEGABYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("not-utf8") from None


def _rows(text: str) -> Iterator[Row]:
    """Read each line that is not empty, with its number, once the header is the expected one."""
    header = text.partition("\n")[0].strip()
    delimiter = next((sign for sign in ",;" if header == sign.join(COLUMNS)), None)
    if delimiter is None:
        raise refused("wrong-header", 1, columns=",".join(COLUMNS))
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    next(rows)
    try:
        yield from ((rows.line_num, cells) for cells in rows if any(cell.strip() for cell in cells))
    except csv.Error:
        raise refused("not-csv", rows.line_num) from None


def _faults_between(lines: Sequence[Line]) -> Iterator[StatisticFault]:
    """Find what lines contradict in those before them: other words for one id, the same value given twice."""
    first: dict[str, Line] = {}
    placed: dict[tuple[str, str], int] = {}
    for number, cells in lines:
        name, where = cells["id"], cells["territory"]
        known, words = first.setdefault(name, (number, cells))
        if known == number and len(first) > MOST_STATISTICS:
            yield statistic_fault("too-many-statistics", number, id=name, most=MOST_STATISTICS)
        for column in SAME_THROUGHOUT:
            if cells[column] != words[column]:
                yield statistic_fault("other-words", number, column=column, id=name, first=known)
        before = placed.setdefault((name, where), number)
        if before != number:
            yield statistic_fault("twice", number, id=name, territory=where, first=before)
