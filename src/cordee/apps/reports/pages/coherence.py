"""The pages of the PDF on coherence: the figure, its table, what holds, what to talk about."""

from __future__ import annotations

from typing import Any

from cordee.apps.diagnosis.account import Conversation
from cordee.apps.reports import words
from cordee.apps.reports.model import AxisEntry, Report
from cordee.apps.reports.pages.layout import in_language
from cordee.apps.reports.written import rule_words, value_and_bounds
from cordee.charts.describe import describe
from cordee.charts.figures import FacetDotPlot
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate
from cordee.core.numerals import levels
from cordee.core.packs.instrument import FACETS


def coherence_section(report: Report) -> dict[str, Any]:
    """Draw the figure, say it in words, and give its numbers as a table."""
    lang = report.lang
    return {
        "title": words.COHERENCE_TITLE.in_(lang),
        "figure": _figure(report.told.figure) if _shows_something(report.told.figure) else None,
        "nothing": report.told.figure.title,
        "note": report.told.figure.note,
        "facets": [{"id": facet.id, "name": facet.name} for facet in report.axes[0].view.facets],
        "headers": in_language(
            lang, axis=words.AXIS, maturity=words.MATURITY, stage=words.STAGE, coherence=words.COHERENCE
        ),
        "rows": [_axis_row(axis, lang) for axis in report.axes],
        "key": words.COHERENCE_KEY.in_(lang).format(margin=levels(report.rule("weakest_facet_margin").value, lang)),
    }


def _figure(figure: FacetDotPlot) -> dict[str, Any]:
    return {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "alt": f"{figure.title}. {describe(figure)}",
    }


def _shows_something(figure: FacetDotPlot) -> bool:
    """Tell whether at least one mark would be drawn; an empty drawing is better said in words."""
    return any(isinstance(reading, Estimate) for row in figure.rows for _, reading in row.readings)


def _axis_row(axis: AxisEntry, lang: Lang) -> dict[str, Any]:
    view, reading = axis.view, axis.reading
    return {
        "name": view.name,
        "facets": [value_and_bounds(reading.facets[facet], lang) for facet in FACETS],
        "maturity": value_and_bounds(reading.maturity, lang),
        "stage": view.stage,
        "coherence": value_and_bounds(reading.coherence, lang, share=True),
        "refusal": view.refusal,
    }


def strengths_section(report: Report) -> dict[str, Any]:
    """Say what holds, or that nothing reaches the target yet."""
    return {
        "title": words.STRENGTHS.in_(report.lang),
        "entries": [{"name": strength.name, "text": strength.text} for strength in report.told.strengths],
        "none": words.NO_STRENGTH.in_(report.lang).format(target=rule_words(report.rule("target"), report.lang)),
    }


def conversations_section(report: Report) -> dict[str, Any]:
    """Say where facets stand apart, as subjects to talk about."""
    lang = report.lang
    return {
        "title": words.CONVERSATIONS.in_(lang),
        "lead": words.CONVERSATIONS_LEAD.in_(lang),
        "none": words.NO_CONVERSATION.in_(lang),
        "labels": in_language(lang, ask=words.TO_DISCUSS, above=words.ABOVE),
        "entries": [_conversation(report, one) for one in report.told.conversations],
    }


def _conversation(report: Report, one: Conversation) -> dict[str, Any]:
    names = {facet.id: facet.name for facet in report.axes[0].view.facets}
    return {
        "axis": one.axis,
        "name": one.name,
        "reading": one.reading,
        "to_discuss": one.to_discuss,
        "removed": one.removed,
        "also": words.ALSO.in_(report.lang).format(names=", ".join(one.also)) if one.also else "",
        "facets": [{"id": facet, "name": names[facet]} for facet in (one.higher, one.lower)],
    }
