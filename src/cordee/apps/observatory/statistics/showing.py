"""What the page of a region shows of its statistics: in words, each beside the whole country."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TextIO

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.statistics.shelf import measurements_in
from cordee.apps.observatory.statistics.statistic import COLUMNS, Measurement
from cordee.apps.organisations.territory_shapes import region_places
from cordee.core.numerals import number, with_percent
from cordee.core.territory_figure import FRANCE


@dataclass(frozen=True)
class ShownValue:
    """A value with its unit, and the interval of its producer, empty when none was published."""

    value: str
    interval: str


@dataclass(frozen=True)
class ShownStatistic:
    """One line of the table; `country` is nothing when the file does not give the whole country."""

    label: str
    year: int
    here: ShownValue
    country: ShownValue | None
    source: str
    url: str


@dataclass(frozen=True)
class Measured:
    """The statistics of a region, what the table is called, and what is to be said of their uncertainty."""

    caption: str
    rows: tuple[ShownStatistic, ...]
    uncertainty: str


def measured_in(region: str) -> Measured | None:
    """Return what was measured in a region, or nothing: a value of the country alone says nothing of a region."""
    here = measurements_in(region)
    if not here:
        return None
    country = {one.statistic.id: one for one in measurements_in(FRANCE)}
    rows = tuple(_row(one, country.get(one.statistic.id)) for one in here)
    caption = _("{name} et la France entière").format(name=region_places()[region].label)
    return Measured(caption, rows, _uncertainty(rows))


def write_lines(stream: TextIO, region: str) -> None:
    """Write the lines of a region as the file has them, under the same header, numbers digit for digit."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(one) for one in measurements_in(region))


def _row(here: Measurement, country: Measurement | None) -> ShownStatistic:
    said = here.statistic
    return ShownStatistic(
        label=said.label.in_(language()),
        year=said.year,
        here=_value(here),
        country=_value(country) if country else None,
        source=said.source,
        url=here.url,
    )


def _value(one: Measurement) -> ShownValue:
    unit = one.statistic.unit.in_(language())
    return ShownValue(with_unit(_digits(one.value), unit), _interval(one, unit))


def _interval(one: Measurement, unit: str) -> str:
    if one.interval is None:
        return ""
    lower, upper = (_digits(end) for end in one.interval)
    return _("de {lower} à {upper}").format(lower=lower, upper=with_unit(upper, unit))


def with_unit(written: str, unit: str) -> str:
    """Put a number and its unit together, so that no line ends between them; English joins the sign of percent.

    >>> with_unit("7.3", "euros")
    '7.3\\xa0euros'
    """
    if not unit:
        return written
    if unit == "%":
        return with_percent(written, language())
    return f"{written}\u00a0{unit}"


def _digits(value: Decimal) -> str:
    """Write a number with the decimals that its producer published: no fewer, and no more."""
    exponent = value.as_tuple().exponent
    return number(float(value), language(), -exponent if isinstance(exponent, int) else 0)


def _uncertainty(rows: tuple[ShownStatistic, ...]) -> str:
    shown = [value.interval for one in rows for value in (one.here, one.country) if value]
    if all(shown):
        return _("Les intervalles sont ceux que le producteur publie.")
    if any(shown):
        return _("Les intervalles sont ceux que le producteur publie ; ailleurs, l’incertitude n’est pas connue ici.")
    return _("L’incertitude de ces valeurs n’est pas connue ici.")


def _cells(one: Measurement) -> Iterator[object]:
    said = one.statistic
    yield from (said.id, said.label.fr, said.label.en, said.unit.fr, said.unit.en, said.year, one.territory)
    yield from (_plain(one.value), _plain(one.lower), _plain(one.upper), said.source, one.url)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
