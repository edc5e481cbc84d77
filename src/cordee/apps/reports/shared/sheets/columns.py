"""Columns that several sheets of a 360° share: a value, then its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cordee.apps.reports import sheet_words
from cordee.apps.reports import words as common
from cordee.apps.reports.pages.coherence import facet_names
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.sheets import Cell, Column, Kind
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.reading import AxisReading
from cordee.core.voices import AxisVoice
from cordee.core.wording import refusal_words


class Bounded(Protocol):
    """A number with the bounds of its interval, each None where it is not known."""

    @property
    def value(self) -> float | None:
        """The number."""

    @property
    def lower(self) -> float | None:
        """Its lower bound."""

    @property
    def upper(self) -> float | None:
        """Its upper bound."""


def bounded_columns(lang: Lang, name: str, kind: Kind, facet: FacetId | None = None) -> list[Column]:
    """Return one column for a value and two for its bounds."""
    ends = (text.in_(lang).format(name=name) for text in (sheet_words.LOWER, sheet_words.UPPER))
    return [Column(heading, kind, 12, facet) for heading in (name, *ends)]


def bounded(number: Bounded | None) -> tuple[Cell, Cell, Cell]:
    """Return a value and its bounds."""
    return (number.value, number.lower, number.upper) if number else (None, None, None)


def level_columns(report: SharedReport) -> Iterable[Column]:
    """Return the columns that `level_cells` fills."""
    lang, names = report.lang, facet_names(report)
    for facet in FACETS:
        yield from bounded_columns(lang, names[facet], "score", facet)
    yield from bounded_columns(lang, common.MATURITY.in_(lang), "score")


def level_cells(axis: AxisReading | AxisVoice) -> Iterable[Cell]:
    """Give the three facets of an axis and its maturity."""
    for facet in FACETS:
        yield from bounded(axis.facets[facet])
    yield from bounded(axis.maturity)


def axis_columns(report: SharedReport) -> Iterable[Column]:
    """Return the columns that `axis_cells` fills."""
    lang = report.lang
    yield from level_columns(report)
    yield Column(common.STAGE.in_(lang), "text", 14)
    yield from bounded_columns(lang, common.COHERENCE.in_(lang), "share")
    yield Column(sheet_words.WITH_LEVEL.in_(lang), "count", 14)
    yield Column(sheet_words.ASKED.in_(lang), "count", 14)
    yield Column(sheet_words.REASON.in_(lang), "long", 44)
    yield Column(sheet_words.IDENTIFIER.in_(lang), "text", 24)


def axis_cells(report: SharedReport, axis: AxisReading) -> Iterable[Cell]:
    """Give the numbers of an axis, or why it has none."""
    yield from level_cells(axis)
    yield stage_name(report, axis.stage)
    yield from bounded(axis.coherence)
    yield axis.answered
    yield axis.asked
    yield refusal_words(axis.maturity.refused, report.lang) if axis.maturity.refused else None
    yield axis.axis


def stage_name(report: SharedReport, stage: str | None) -> str | None:
    """Name a stage in the language of the report."""
    names = {one.id: one.name.in_(report.lang) for one in report.pack.scoring.stages}
    return names.get(stage) if stage else None


def axis_name(report: SharedReport, axis: str) -> str:
    """Name an axis in the language of the report."""
    return report.pack.instrument.axis(axis).name.in_(report.lang)
