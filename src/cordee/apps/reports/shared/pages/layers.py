"""The pages of the PDF on the four layers, then the circle-adjusted view and what changed since the wave before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cordee.apps.campaigns.telling.account import AxisLayers, ConsensusView, LayerLine
from cordee.apps.reports import words as common
from cordee.apps.reports.pages.coherence import figure_said
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.consensus import dissents
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages.tables import facet_headings, table_said

LAYER_WIDTHS = [3.0, 1.05, 1.05, 1.05, 1.05]


def layers_section(report: SharedReport) -> dict[str, Any]:
    """Show each axis as each layer sees it, people, organisations and circles apart."""
    lang, layers = report.lang, report.told.layers
    return {
        "title": words.LAYERS.in_(lang),
        "lead": words.LAYERS_LEAD.in_(lang),
        "notes": [
            {"label": label.in_(lang), "text": note}
            for label, note in (
                (words.PEOPLE, layers.individuals_note),
                (words.ORGANISATIONS, layers.organisations_note),
            )
            if note
        ],
        "axes": [_axis(report, axis) for axis in layers.axes],
    }


def _axis(report: SharedReport, axis: AxisLayers) -> dict[str, Any]:
    layers = (
        (words.CIRCLES, axis.circles),
        (words.ORGANISATIONS, axis.organisations),
        (words.PEOPLE, axis.individuals),
    )
    return {
        "name": axis.name,
        "tables": [_lines(report, label.in_(report.lang), lines) for label, lines in layers if lines],
    }


def _lines(report: SharedReport, name: str, lines: Iterable[LayerLine]) -> dict[str, Any]:
    rows = [["\n".join(filter(None, (line.who, line.note))), *line.facets, line.maturity] for line in lines]
    return table_said([name, *facet_headings(report), common.MATURITY.in_(report.lang)], rows, LAYER_WIDTHS)


def consensus_section(report: SharedReport) -> dict[str, Any]:
    """Show what was decided together, with the voices that do not join."""
    lang, layers = report.lang, report.told.layers
    return {
        "title": words.CONSENSUS.in_(lang),
        "note": layers.consensus_note,
        "answers": words.ANSWERS_SAID.in_(lang),
        "dissent": words.DISSENT.in_(lang),
        "entries": [_consensus(report, one) for one in layers.consensuses],
    }


def _consensus(report: SharedReport, one: ConsensusView) -> dict[str, Any]:
    lang = report.lang
    return {
        "name": one.name,
        "question": one.question,
        "level": words.AT_LEVEL.in_(lang).format(level=one.level) if one.level else words.AGREED_TO_DIFFER.in_(lang),
        "level_text": one.level_text,
        "text": one.text,
        "answers": one.answers,
        "dissents": dissents(one, lang),
    }


def adjusted_section(report: SharedReport) -> dict[str, Any]:
    """Show the mean of each axis beside the one where circles are set apart."""
    lang, adjusted = report.lang, report.told.adjusted
    headers = [common.AXIS, words.PLAIN_MEAN, words.ADJUSTED_MEAN, words.CIRCLE_EFFECTS, words.KEPT]
    rows = [[line.name, *line.cells] for line in adjusted.lines]
    return {
        "title": words.ADJUSTED.in_(lang),
        "lead": words.ADJUSTED_LEAD.in_(lang),
        "figure": figure_said(adjusted.figure) if adjusted.figure else None,
        "table": table_said([each.in_(lang) for each in headers], rows, [1.5, 0.7, 1.2, 2.6, 1.0]) if rows else None,
        "notes": adjusted.notes,
    }


def trend_section(report: SharedReport) -> dict[str, Any] | None:
    """Show what changed since the wave before; None when there was none."""
    lang, trend = report.lang, report.told.trend
    if trend is None:
        return None
    headers = [common.AXIS, words.BEFORE, words.TODAY, words.CHANGE, words.DIFFER]
    rows = [[line.name, line.before, line.after, line.change, line.differ] for line in trend.axes]
    return {
        "title": words.TREND.in_(lang).format(since=trend.since),
        "sentence": trend.sentence,
        "figure": figure_said(trend.figure) if trend.figure else None,
        "table": table_said([each.in_(lang) for each in headers], rows, [1.5, 0.7, 0.8, 2, 1.8]) if rows else None,
        "notes": trend.notes,
    }
