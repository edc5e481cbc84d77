"""The sheet of the crossed views: every gap of perception, question by question then circle by circle."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.reports import words as common
from cordee.apps.reports.pages.coherence import facet_names
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.sheets.columns import axis_name, bounded, bounded_columns
from cordee.apps.reports.sheets import Cell, Column, Sheet, nothing


def gaps_sheet(report: SharedReport) -> Sheet:
    """Return every gap, or why views are not crossed."""
    lang, crossed = report.lang, report.told.crossed
    columns = (
        Column(words.AGAINST_CIRCLE.in_(lang), "text", 28),
        Column(common.QUESTION.in_(lang), "long", 48),
        Column(common.AXIS.in_(lang), "text", 22),
        Column(common.FACET.in_(lang), "text", 10),
        Column(words.OWN_VIEW.in_(lang), "score", 16),
        Column(words.OTHERS.in_(lang), "score", 16),
        *bounded_columns(lang, words.GAP.in_(lang), "score"),
        Column(words.STANDS_OUT.in_(lang), "text", 18),
    )
    if crossed.refusal:
        return Sheet(words.SHEET_GAPS.in_(lang), columns, nothing(columns, crossed.refusal))
    rows = (*_by_question(report), *_by_circle(report))
    return Sheet(words.SHEET_GAPS.in_(lang), columns, rows, frozen=2)


def _by_question(report: SharedReport) -> Iterable[tuple[Cell, ...]]:
    lang, names = report.lang, facet_names(report)
    kinds = {"blind_spot": words.BLIND_SPOT.in_(lang), "hidden_strength": words.HIDDEN_STRENGTH.in_(lang)}
    questions = {item.reading.item: item for item in report.items}
    for gap in report.reading.perception:
        told = questions[gap.item]
        yield (
            words.ALL_OTHERS.in_(lang),
            told.question,
            axis_name(report, told.reading.axis),
            names[gap.facet],
            gap.own,
            gap.others,
            *bounded(gap.gap),
            kinds.get(gap.kind or ""),
        )


def _by_circle(report: SharedReport) -> Iterable[tuple[Cell, ...]]:
    names, yes = facet_names(report), words.YES.in_(report.lang)
    for one in report.told.crossed.against:
        for gap in one.gaps:
            measured = gap.measured
            yield (
                one.circle,
                None,
                gap.axis,
                names[gap.facet],
                measured.after,
                measured.before,
                *bounded(measured),
                yes if gap.stands_out else None,
            )
