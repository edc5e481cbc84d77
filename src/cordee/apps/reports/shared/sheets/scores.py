"""The sheets of scores: each axis, each question and each agreement, over all circles then in each."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.reports import sheet_words
from cordee.apps.reports import words as common
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import QuestionEntry, Scope, SharedReport
from cordee.apps.reports.shared.sheets.columns import axis_cells, axis_columns, axis_name, bounded, bounded_columns
from cordee.apps.reports.sheets import Cell, Column, Sheet
from cordee.core.packs.instrument import LEVELS
from cordee.core.reading import AxisReading, ItemReading
from cordee.core.wording import refusal_words


def axes_sheet(report: SharedReport) -> Sheet:
    """Return every axis in every scope, with bounds."""
    lang = report.lang
    columns = (
        Column(words.CIRCLE.in_(lang), "text", 26),
        Column(common.AXIS.in_(lang), "text", 26),
        *axis_columns(report),
    )
    rows = tuple(
        (scope.name, axis_name(report, axis.axis), *axis_cells(report, axis))
        for scope in report.scopes
        for axis in scope.reading.axes
    )
    return Sheet(sheet_words.SHEET_AXES.in_(lang), columns, rows, frozen=2)


def questions_sheet(report: SharedReport) -> Sheet:
    """Return every question in every scope: its score, the answers behind it, the agreement on it."""
    lang = report.lang
    columns = (
        Column(words.CIRCLE.in_(lang), "text", 26),
        Column(common.AXIS.in_(lang), "text", 20),
        Column(common.FACET.in_(lang), "text", 10),
        Column(common.QUESTION.in_(lang), "long", 48),
        *bounded_columns(lang, sheet_words.SCORE.in_(lang), "score"),
        *_spread_columns(report),
        *(Column(text.in_(lang), "number", 10) for text in (words.N, words.RWG, words.AD)),
        Column(words.AGREES.in_(lang), "text", 10),
        Column(sheet_words.REASON.in_(lang), "long", 44),
        Column(sheet_words.IDENTIFIER.in_(lang), "text", 30),
    )
    told = {item.reading.item: item for item in report.items}
    rows = tuple(
        _question_row(report, scope, item, told[item.item]) for scope in report.scopes for item in scope.reading.items
    )
    return Sheet(sheet_words.SHEET_QUESTIONS.in_(lang), columns, rows, frozen=4)


def _spread_columns(report: SharedReport) -> Iterable[Column]:
    lang, instrument = report.lang, report.pack.instrument
    for level in LEVELS:
        yield Column(sheet_words.AT_LEVEL.in_(lang).format(level=level), "count", 9)
    for name in (instrument.dont_know, instrument.not_applicable, words.UNANSWERED):
        yield Column(name.in_(lang), "count", 12)
    yield Column(words.MEDIAN_NAME.in_(lang), "number", 10)
    yield Column(words.TWO_CAMPS.in_(lang), "text", 10)


def _question_row(report: SharedReport, scope: Scope, item: ItemReading, told: QuestionEntry) -> tuple[Cell, ...]:
    spread, agreement, hidden = item.distribution, item.agreement, item.score.value is None
    counts = (*spread.counts, spread.dont_know, spread.not_applicable, spread.unanswered)
    return (
        scope.name,
        axis_name(report, item.axis),
        told.facet_name,
        told.question,
        *bounded(item.score),
        *(None if hidden else count for count in counts),
        spread.median,
        None if hidden else _yes_or_no(report, spread.bimodal),
        None if hidden else agreement.n,
        agreement.rwg,
        agreement.ad,
        _yes_or_no(report, agreement.agrees),
        report.why_missing(item) if hidden else None,
        item.item,
    )


def _yes_or_no(report: SharedReport, value: bool | None) -> str | None:
    return None if value is None else (words.YES if value else words.NO).in_(report.lang)


def agreement_sheet(report: SharedReport) -> Sheet:
    """Return the agreement on every axis in every scope."""
    lang = report.lang
    columns = (
        Column(words.CIRCLE.in_(lang), "text", 26),
        Column(common.AXIS.in_(lang), "text", 26),
        Column(words.RESPONDENTS.in_(lang), "count", 12),
        *(Column(name, "number", 12) for name in (words.ALPHA.in_(lang), "ICC(1)", "ICC(2)", "F", "df1", "df2", "p")),
        Column(sheet_words.REASON.in_(lang), "long", 60),
    )
    rows = tuple(_agreement_row(report, scope, axis) for scope in report.scopes for axis in scope.reading.axes)
    return Sheet(words.SHEET_AGREEMENT.in_(lang), columns, rows, frozen=2)


def _agreement_row(report: SharedReport, scope: Scope, axis: AxisReading) -> tuple[Cell, ...]:
    said = axis.agreement
    return (
        scope.name,
        axis_name(report, axis.axis),
        said.respondents,
        *(said.alpha, said.icc1, said.icc2, said.f, said.df1, said.df2, said.p),
        refusal_words(said.refused, report.lang) if said.refused else None,
    )
