"""What the pages of the PDF say, in the order they say it: a report with every number written."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import method_words, words
from cordee.apps.reports.glyphs import drawable, typesettable
from cordee.apps.reports.model import Report
from cordee.apps.reports.pages.coherence import coherence_section, conversations_section, facet_names, strengths_section
from cordee.apps.reports.pages.detail import detail_section
from cordee.apps.reports.pages.method import method_section, sources_section
from cordee.apps.reports.pages.opening import basis_section, meta_section, opening_section, running_section
from cordee.apps.reports.pages.steps import cards_section, steps_section
from cordee.charts.numbers import Lang
from cordee.charts.palette import LIGHT
from cordee.charts.svg import to_svg

FIGURE_WIDTH = 820
REGIONS: dict[Lang, str] = {"fr": "fr", "en": "gb"}


def pages_of(report: Report) -> dict[str, Any]:
    """Return the document that the template lays out, every text of it fit for its fonts."""
    said = typesettable(_sections(report))
    if said["coherence"]["figure"]:
        said["coherence"]["figure"]["svg"] = drawable(to_svg(report.told.figure, theme="print", width=FIGURE_WIDTH))
    said["colours"] = dict(LIGHT)
    return said


def _sections(report: Report) -> dict[str, Any]:
    return {
        "lang": report.lang,
        "region": REGIONS[report.lang],
        "colon": words.COLON[report.lang],
        "meta": meta_section(report),
        "running": running_section(report),
        "opening": opening_section(report),
        "basis": basis_section(report),
        "coherence": coherence_section(report),
        "strengths": None if report.is_empty else strengths_section(report),
        "conversations": None if report.is_empty else _conversations(report),
        "steps": None if report.is_empty else steps_section(report.told.steps, report.told.later, report.lang),
        "cards": cards_section(report),
        "detail": detail_section(report),
        "method": method_section(report),
        "limits": {"title": method_words.LIMITS.in_(report.lang), "lines": report.limits},
        "sources": sources_section(report),
    }


def _conversations(report: Report) -> dict[str, Any]:
    return conversations_section(report.told.conversations, facet_names(report), report.lang)
