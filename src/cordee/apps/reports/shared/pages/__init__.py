"""What the pages of the PDF of a 360° say, in the order they say it."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import method_words
from cordee.apps.reports import words as common
from cordee.apps.reports.glyphs import drawable, typesettable
from cordee.apps.reports.pages import FIGURE_WIDTH, REGIONS
from cordee.apps.reports.pages.coherence import coherence_of, conversations_section, facet_names
from cordee.apps.reports.pages.method import method_section, sources_section
from cordee.apps.reports.pages.opening import meta_section, running_section
from cordee.apps.reports.pages.steps import cards_section, steps_section
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages.agreement import agreement_section
from cordee.apps.reports.shared.pages.crossed import crossed_section
from cordee.apps.reports.shared.pages.detail import detail_section
from cordee.apps.reports.shared.pages.inspiring import benchmark_section, inspiring_section
from cordee.apps.reports.shared.pages.layers import (
    adjusted_section,
    consensus_section,
    layers_section,
    trend_section,
)
from cordee.apps.reports.shared.pages.opening import (
    basis_section,
    brief_section,
    confidentiality_section,
    opening_section,
)
from cordee.charts.figures import AnyFigure
from cordee.charts.palette import LIGHT
from cordee.charts.svg import to_svg


def pages_of(report: SharedReport) -> dict[str, Any]:
    """Return the document that the template lays out, every text of it fit for its fonts."""
    said = typesettable({**_around(report), "reading": reading_of(report)})
    if said["reading"]:
        for section, figure in _figures(report).items():
            _draw(said["reading"][section], figure)
    said["colours"] = dict(LIGHT)
    return said


def _around(report: SharedReport) -> dict[str, Any]:
    """Say what every document says, even where nothing may appear."""
    return {
        "lang": report.lang,
        "region": REGIONS[report.lang],
        "colon": common.COLON[report.lang],
        "meta": meta_section(report),
        "running": running_section(report),
        "opening": opening_section(report),
        "basis": basis_section(report),
        "confidentiality": confidentiality_section(report),
        "method": method_section(report),
        "limits": {"title": method_words.LIMITS.in_(report.lang), "lines": report.limits},
        "sources": sources_section(report),
    }


def reading_of(report: SharedReport) -> dict[str, Any] | None:
    """Say everything that was read; None where nothing may appear."""
    told, lang = report.told, report.lang
    if told.figure is None:
        return None
    return {
        "brief": brief_section(report),
        "coherence": coherence_of(report, told.figure, [(axis.view, axis.reading) for axis in report.axes]),
        "conversations": conversations_section(told.conversations, facet_names(report), lang),
        "crossed": crossed_section(report),
        "agreement": agreement_section(report),
        "steps": steps_section(told.steps, told.later, lang),
        "cards": {**cards_section(report), "story_columns": []},
        "trend": trend_section(report),
        "layers": layers_section(report),
        "consensus": consensus_section(report),
        "adjusted": adjusted_section(report),
        "inspiring": inspiring_section(report),
        "benchmark": benchmark_section(report),
        "detail": detail_section(report),
    }


def _figures(report: SharedReport) -> dict[str, AnyFigure | None]:
    told = report.told
    return {
        "coherence": told.figure,
        "crossed": told.crossed.figure,
        "agreement": told.agreement.figure,
        "adjusted": told.adjusted.figure,
        "trend": told.trend.figure if told.trend else None,
    }


def _draw(section: dict[str, Any] | None, figure: AnyFigure | None) -> None:
    """Add the drawing of a figure beside the words that say it."""
    if section and section["figure"] and figure:
        section["figure"]["svg"] = drawable(to_svg(figure, theme="print", width=FIGURE_WIDTH))
