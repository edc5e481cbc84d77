"""What the pages of the indicators show: rows under their impact, the drawing of one, two dates side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators.bridge import Reading, compared, impacts_of
from cordee.apps.evaluation.indicators.telling import (
    apart_words,
    figure,
    horizon_words,
    progress_words,
    share,
    sureness_words,
)
from cordee.apps.evaluation.models import Indicator, Value
from cordee.apps.library.addresses import language
from cordee.apps.ui.figures import DrawnFigure
from cordee.charts.numbers import format_number
from cordee.charts.time_line import TimeLine, time_svg, time_table
from cordee.core.horizon import clock_end


@dataclass(frozen=True)
class Line:
    """An indicator in the list."""

    name: str
    url: str
    headline: bool
    horizon: str
    state: str
    last: str
    progress: str
    confidence: str


@dataclass(frozen=True)
class ImpactLines:
    """The indicators of an impact, and the day from which it is due."""

    id: str
    name: str
    clock: str
    due_on: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ComparedLine:
    """An indicator at two dates."""

    name: str
    unit: str
    before: str
    after: str
    change: str
    progress: str


def lines_by_impact(opened: OpenedEvaluation, readings: list[Reading]) -> list[ImpactLines]:
    """Return every impact with its indicators: what is read of each."""
    address = opened.url("indicators")
    return [
        ImpactLines(
            str(impact.id),
            impact.name.in_(language()),
            impact.clock.words.in_(language()),
            _day(clock_end(opened.alliance.started_on, impact.clock.months)),
            tuple(line_of(one, f"{address}{one.row.public}/") for one in readings if one.row.impact == impact.id),
        )
        for impact in impacts_of(opened.evaluation)
    ]


def line_of(reading: Reading, url: str) -> Line:
    """Return an indicator as the list shows it."""
    row, last = reading.row, reading.last
    shows = last is not None and not reading.gaps
    return Line(
        row.name,
        url,
        row.headline,
        horizon_words(reading.horizon),
        reading.horizon or "",
        f"{figure(last.value)} {row.unit}" if last and shows else "–",
        progress_words(reading),
        sureness_words(last.confidence) if last and shows else "–",
    )


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def drawing_of(indicator: Indicator, values: list[Value]) -> DrawnFigure | None:
    """Draw the values of everybody through time; nothing when there is none."""
    points = tuple((one.on, one.value, _day(one.on)) for one in reversed(values) if not one.group)
    if not points:
        return None
    line = TimeLine(
        id=f"i-{indicator.public.hex[:8]}",
        title=_("%(name)s : %(value)s %(unit)s le %(day)s")
        % {"name": indicator.name, "value": figure(points[-1][1]), "unit": indicator.unit, "day": points[-1][2]},
        subtitle=_("Chaque point est une valeur relevée ; les lignes en tirets sont le départ et la cible."),
        lang=language(),
        points=points,
        headers=(_("Date"), indicator.unit),
        baseline=None if indicator.baseline is None else (indicator.baseline, _("départ")),
        target=None if indicator.target is None else (indicator.target, _("cible")),
    )
    table = time_table(line)
    svg = mark_safe(time_svg(line))  # noqa: S308 - `time_svg` escapes every text it writes
    return DrawnFigure(line.id, line.title, line.subtitle, line.note, svg, table.headers, table.rows)


def compared_lines(opened: OpenedEvaluation, first: date, second: date) -> list[ComparedLine]:
    """Return what stood at two dates, and how far it moved."""
    return [
        ComparedLine(
            f"{row.name} ({group})" if group else row.name,
            row.unit,
            _dated(found.before.value, found.before.on) if found.before else "–",
            _dated(found.after.value, found.after.on) if found.after else "–",
            apart_words(found.apart) if found.apart else _signed(found.change or 0.0),
            _way(found.progress_before, found.progress_after),
        )
        for row, group, found in compared(opened.evaluation, first, second)
    ]


def _signed(change: float) -> str:
    decimals = 0 if change == round(change) else 2
    return format_number(change, language(), decimals, signed=True)


def _dated(value: float, on: date) -> str:
    return f"{figure(value)} ({date_format(on, 'd/m/Y')})"


def _way(before: float | None, after: float | None) -> str:
    return "–" if before is None or after is None else f"{share(before)} → {share(after)}"


def value_asked(indicator: Indicator, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what the form of a value begins with: one that is there and is to be corrected, or today."""
    try:
        on = date.fromisoformat(asked.get("on", ""))
    except ValueError:
        return {"on": timezone.localdate()}
    found = indicator.values.select_related("evidence").filter(on=on, group=asked.get("group", "")).first()
    if found is None:
        return {"on": on}
    names = ("on", "value", "group", "note", "confidence")
    evidence = str(found.evidence.public) if found.evidence else ""
    return {**{name: getattr(found, name) for name in names}, "evidence": evidence}
