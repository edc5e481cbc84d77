"""One line of the file: what each of its cells may hold, and the faults of those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from urllib.parse import urlsplit

from cordee.apps.observatory.editions.numbers import FORMULA
from cordee.apps.observatory.statistics.faults import StatisticFault, statistic_fault
from cordee.apps.observatory.statistics.statistic import Measurement, Statistic
from cordee.apps.organisations.territory_shapes import region_places
from cordee.core.packs.messages.wording import Said, printable, suggestion
from cordee.core.territory_figure import FRANCE

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,3})?")
"""At most 15 digits: as many as a number in double precision gives back unchanged."""
YEAR = re.compile(r"(19|20)[0-9]{2}|2100")
ADDRESS = re.compile(r"https://[!-~]{1,490}")
"""Printable ASCII without space: what an address is once it is encoded."""
LONGEST_WORDS = 160
WORDS = ("label_fr", "label_en", "source")
UNITS = ("unit_fr", "unit_en")
NUMBERS = ("value", "lower", "upper")


def territories() -> tuple[str, ...]:
    """Return the territories that a line may be about: the whole country and each region."""
    return (FRANCE, *region_places())


def faults_of(cells: Mapping[str, str], line: int) -> list[StatisticFault]:
    """Return what is wrong with a line taken alone, in the order of its columns."""
    return [*_faults_of_words(cells, line), *_faults_of_numbers(cells, line), *_faults_of_url(cells["url"], line)]


def measurement_of(cells: Mapping[str, str]) -> Measurement:
    """Read a line that has no fault."""
    statistic = Statistic(
        id=cells["id"],
        label=Said(cells["label_fr"], cells["label_en"]),
        unit=Said(cells["unit_fr"], cells["unit_en"]),
        year=int(cells["year"]),
        source=cells["source"],
    )
    lower, upper = (Decimal(cells[name]) if cells[name] else None for name in ("lower", "upper"))
    return Measurement(statistic, cells["territory"], Decimal(cells["value"]), lower, upper, cells["url"])


def _faults_of_words(cells: Mapping[str, str], line: int) -> Iterator[StatisticFault]:
    if not ID.fullmatch(cells["id"]):
        yield statistic_fault("bad-id", line, id=cells["id"])
    for column in (*WORDS, *UNITS):
        yield from _faults_of_one(column, cells[column], line)
    if bool(cells["unit_fr"]) != bool(cells["unit_en"]):
        yield statistic_fault("one-unit", line)
    if not YEAR.fullmatch(cells["year"]):
        yield statistic_fault("bad-year", line, year=cells["year"])
    if cells["territory"] not in territories():
        near = suggestion(cells["territory"], territories())
        yield statistic_fault("unknown-territory", line, territory=cells["territory"], suggestion=near)


def _faults_of_one(column: str, words: str, line: int) -> Iterator[StatisticFault]:
    """Only a unit may be empty: a bare number has none."""
    shown = printable(words) == words and (words or column in UNITS)
    if len(words) > LONGEST_WORDS or not shown:
        yield statistic_fault("bad-words", line, column=column, most=LONGEST_WORDS)
    elif words.startswith(FORMULA):
        yield statistic_fault("formula", line, column=column)


def _faults_of_numbers(cells: Mapping[str, str], line: int) -> Iterator[StatisticFault]:
    wrong = [name for name in NUMBERS if (cells[name] or name == "value") and not NUMBER.fullmatch(cells[name])]
    for column in wrong:
        yield statistic_fault("bad-number", line, column=column, value=cells[column])
    value, lower, upper = (cells[name] for name in NUMBERS)
    if bool(lower) != bool(upper):
        yield statistic_fault("half-interval", line)
    elif lower and not wrong and not Decimal(lower) <= Decimal(value) <= Decimal(upper):
        yield statistic_fault("outside-interval", line, value=value, lower=lower, upper=upper)


def _faults_of_url(url: str, line: int) -> Iterator[StatisticFault]:
    if not ADDRESS.fullmatch(url) or not _host(url):
        yield statistic_fault("not-https", line, url=url)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
