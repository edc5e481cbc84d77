"""The sheets of the workbook of a 360°, in the order they are read."""

from __future__ import annotations

from cordee.apps.reports import method_words, sheet_words
from cordee.apps.reports import words as common
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.sheets.crossed import gaps_sheet
from cordee.apps.reports.shared.sheets.layers import adjusted_sheet, consensus_sheet, trend_sheet, voices_sheet
from cordee.apps.reports.shared.sheets.scores import agreement_sheet, axes_sheet, questions_sheet
from cordee.apps.reports.sheets import Cell, Column, Sheet, rules_sheet, steps_sheet


def sheets_of(report: SharedReport) -> tuple[Sheet, ...]:
    """Return the sheets; where nothing may appear, those that say why, and the rules."""
    around = (_summary(report), _confidentiality(report))
    if report.shows_nothing:
        return (*around, rules_sheet(report))
    trend = trend_sheet(report)
    return (
        *around,
        axes_sheet(report),
        questions_sheet(report),
        gaps_sheet(report),
        agreement_sheet(report),
        voices_sheet(report, "organisation"),
        voices_sheet(report, "person"),
        consensus_sheet(report),
        adjusted_sheet(report),
        steps_sheet(report.told.steps, report.lang),
        *([trend] if trend else []),
        _verbatims(report),
        rules_sheet(report),
    )


def _about(name: str, report: SharedReport, rows: list[tuple[Cell, ...]]) -> Sheet:
    lang = report.lang
    columns = (Column(sheet_words.ABOUT.in_(lang), "text", 30), Column(sheet_words.CONTENT.in_(lang), "long", 100))
    return Sheet(name, columns, tuple(rows))


def _summary(report: SharedReport) -> Sheet:
    lang, told, colon = report.lang, report.told, common.COLON[report.lang]
    sentences = (
        (sheet_words.HEADLINE, told.headline),
        (sheet_words.STANDING, told.standing),
        (words.CROSSED, told.crossed.refusal or told.crossed.sentence),
        (words.AGREEMENT_SHORT, told.agreement.sentence),
        (sheet_words.CERTAINTY, report.certainty),
    )
    day = words.CLOSED_ON.in_(lang)
    rows: list[tuple[Cell, ...]] = [
        *((label.in_(lang), text) for label, text in dict.fromkeys(sentences) if text),
        *((fact.label, report.day if fact.label == day else fact.value) for fact in report.basis),
        *(
            (common.CONVERSATIONS.in_(lang), f"{one.axis}, {one.name}{colon} {one.reading} {one.to_discuss}")
            for one in told.conversations
        ),
        *((method_words.LIMITS.in_(lang), limit) for limit in report.limits),
    ]
    return _about(sheet_words.SHEET_SUMMARY.in_(lang), report, rows)


def _confidentiality(report: SharedReport) -> Sheet:
    lang = report.lang
    rows: list[tuple[Cell, ...]] = [
        (words.WHO_SEES.in_(lang), report.told.heading.regime),
        *((words.NOT_SHOWN.in_(lang), line) for line in report.confidentiality),
    ]
    return _about(words.SHEET_CONFIDENTIALITY.in_(lang), report, rows)


def _verbatims(report: SharedReport) -> Sheet:
    """Quote what may be quoted, as the page does."""
    lang = report.lang
    columns = (
        Column(common.AXIS.in_(lang), "text", 24),
        Column(words.WORDS.in_(lang), "long", 80),
        Column(common.TOPIC.in_(lang), "text", 30),
        Column(words.WHERE.in_(lang), "text", 40),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (axis.name, quote.text, topic.name, quote.where)
        for axis in report.told.axes
        for topic in axis.topics
        for quote in topic.quotes
    )
    none: tuple[tuple[Cell, ...], ...] = ((None, words.NO_WORDS.in_(lang), None, None),)
    return Sheet(words.SHEET_VERBATIMS.in_(lang), columns, rows or none)
