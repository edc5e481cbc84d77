"""The pages of the PDF on coherence: the figure, its table, what holds, what to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cordee.apps.campaigns.telling.account import AxisDetail
from cordee.apps.diagnosis.account import AxisView, Conversation
from cordee.apps.reports import words
from cordee.apps.reports.model import Document, Report
from cordee.apps.reports.pages.layout import in_language
from cordee.apps.reports.written import rule_words, value_and_bounds
from cordee.charts.describe import describe
from cordee.charts.figures import AnyFigure, FacetDotPlot
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate
from cordee.core.numerals import levels
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.reading import AxisReading


def coherence_section(report: Report) -> dict[str, Any]:
    """Draw the figure, say it in words, and give its numbers as a table."""
    return coherence_of(report, report.told.figure, [(axis.view, axis.reading) for axis in report.axes])


def coherence_of(
    document: Document, figure: FacetDotPlot, axes: Iterable[tuple[AxisView | AxisDetail, AxisReading]]
) -> dict[str, Any]:
    """Show the coherence of any result: its figure, and the numbers of each axis beside what is told of it."""
    lang = document.lang
    return {
        "title": words.COHERENCE_TITLE.in_(lang),
        "figure": figure_said(figure) if shows_something(figure) else None,
        "nothing": figure.title,
        "note": figure.note,
        "facets": [{"id": facet, "name": name} for facet, name in facet_names(document).items()],
        "headers": in_language(
            lang, axis=words.AXIS, maturity=words.MATURITY, stage=words.STAGE, coherence=words.COHERENCE
        ),
        "rows": [_axis_row(view, reading, lang) for view, reading in axes],
        "key": words.COHERENCE_KEY.in_(lang).format(margin=levels(document.rule("weakest_facet_margin").value, lang)),
    }


def facet_names(document: Document) -> dict[FacetId, str]:
    """Name the three facets, in their order."""
    return {facet: document.pack.instrument.facet(facet).name.in_(document.lang) for facet in FACETS}


def figure_said(figure: AnyFigure) -> dict[str, Any]:
    """Say a figure in words; its drawing is added once the words are fit for the fonts."""
    return {
        "title": figure.title,
        "subtitle": figure.subtitle,
        "alt": f"{figure.title}. {describe(figure)}",
    }


def shows_something(figure: FacetDotPlot) -> bool:
    """Tell whether at least one mark would be drawn; an empty drawing is better said in words."""
    return any(isinstance(reading, Estimate) for row in figure.rows for _, reading in row.readings)


def _axis_row(view: AxisView | AxisDetail, reading: AxisReading, lang: Lang) -> dict[str, Any]:
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


def conversations_section(
    conversations: Iterable[Conversation], names: Mapping[FacetId, str], lang: Lang
) -> dict[str, Any]:
    """Say where facets stand apart, as subjects to talk about."""
    return {
        "title": words.CONVERSATIONS.in_(lang),
        "lead": words.CONVERSATIONS_LEAD.in_(lang),
        "none": words.NO_CONVERSATION.in_(lang),
        "labels": in_language(lang, ask=words.TO_DISCUSS, above=words.ABOVE),
        "entries": [_conversation(one, names, lang) for one in conversations],
    }


def _conversation(one: Conversation, names: Mapping[FacetId, str], lang: Lang) -> dict[str, Any]:
    return {
        "axis": one.axis,
        "name": one.name,
        "reading": one.reading,
        "to_discuss": one.to_discuss,
        "removed": one.removed,
        "also": words.ALSO.in_(lang).format(names=", ".join(one.also)) if one.also else "",
        "facets": [{"id": facet, "name": names[facet]} for facet in (one.higher, one.lower)],
    }
