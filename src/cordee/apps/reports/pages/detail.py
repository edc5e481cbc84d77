"""The pages of the PDF that show every answer, approach by approach."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import words
from cordee.apps.reports.glyphs import SIGN, drawable
from cordee.apps.reports.model import AxisEntry, ItemEntry, Report
from cordee.apps.reports.pages.layout import in_language
from cordee.apps.reports.written import share_words
from cordee.core.wording import estimate_words


def detail_section(report: Report) -> dict[str, Any]:
    """Show every approach with its answers."""
    lang = report.lang
    return {
        "title": words.DETAIL.in_(lang),
        "hidden": "" if report.shows_evidence else words.EVIDENCE_HIDDEN.in_(lang),
        "headers": [words.FACET.in_(lang), words.QUESTION_AND_ANSWER.in_(lang), words.LEVEL.in_(lang)],
        "distribution": words.DISTRIBUTION.in_(lang),
        "labels": in_language(lang, maturity=words.MATURITY, coherence=words.COHERENCE, stage=words.STAGE),
        "sign": words.SIGN_INSTEAD.in_(lang).format(sign=SIGN) if _has_undrawable(report) else "",
        "axes": [_axis_detail(report, axis) for axis in report.axes],
    }


def _has_undrawable(report: Report) -> bool:
    return any(SIGN in drawable(item.view.evidence) for item in report.items)


def _axis_detail(report: Report, axis: AxisEntry) -> dict[str, Any]:
    view, lang = axis.view, report.lang
    return {
        "name": view.name,
        "question": view.question,
        "facets": [
            {"id": facet.id, "name": facet.name, "score": estimate_words(axis.reading.facets[facet.id], lang)}
            for facet in view.facets
        ],
        "maturity": estimate_words(axis.reading.maturity, lang),
        "coherence": share_words(axis.reading.coherence, lang),
        "stage": view.stage,
        "stage_description": view.stage_description,
        "refusal": view.refusal,
        "explanation": [line for line in (view.explanation, view.lift) if line],
        "patterns": view.patterns,
        "topics": [
            {
                "name": topic.name,
                "important": words.IMPORTANT.in_(lang) if topic.importance == 4 else "",
                "items": [_item(report, item) for item in topic.items],
            }
            for topic in axis.topics
        ],
    }


def _item(report: Report, item: ItemEntry) -> dict[str, Any]:
    return {
        "facet": item.view.facet,
        "facet_name": item.view.facet_name,
        "question": item.view.question,
        "level": item.given.level,
        "choice": item.view.choice,
        "text": item.view.text,
        "evidence": words.QUOTED.in_(report.lang).format(words=item.view.evidence) if item.view.evidence else "",
        "distribution": distribution(item) if report.reading.respondents > 1 else "",
    }


def distribution(item: ItemEntry) -> str:
    """Write how many people chose each level, from 0 to 4."""
    return " · ".join(str(count) for count in item.reading.distribution.counts)
