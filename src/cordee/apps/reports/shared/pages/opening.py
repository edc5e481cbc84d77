"""The first pages of the PDF of a 360°: the headline, what it rests on, who sees what."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import words as common
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.core.days import written_day


def opening_section(report: SharedReport) -> dict[str, str]:
    """Say the headline, and where the approaches stand."""
    alliance = words.EYEBROW.in_(report.lang).format(alliance=report.told.heading.alliance)
    return {
        "product": common.PRODUCT,
        "eyebrow": f"{alliance} · {written_day(report.day, report.lang)}",
        "headline": report.told.headline,
        "standing": report.told.standing,
    }


def basis_section(report: SharedReport) -> dict[str, Any]:
    """Say what the reading rests on."""
    return {
        "title": common.BASIS.in_(report.lang),
        "facts": [{"label": fact.label, "value": fact.value} for fact in report.basis],
        "situation": None,
        "note": report.certainty,
    }


def brief_section(report: SharedReport) -> dict[str, Any]:
    """Say in a sentence each what the pages after show at length."""
    lang, told = report.lang, report.told
    lines = [
        (words.CROSSED.in_(lang), told.crossed.refusal or told.crossed.sentence),
        (words.AGREEMENT_SHORT.in_(lang), told.agreement.sentence),
    ]
    if told.trend:
        lines.append((words.SINCE.in_(lang).format(since=told.trend.since), told.trend.sentence))
    return {
        "title": words.BRIEF.in_(lang),
        "lines": [{"label": label, "text": text} for label, text in lines if text],
    }


def confidentiality_section(report: SharedReport) -> dict[str, Any]:
    """Say who sees what, then what is not shown and why."""
    return {
        "title": words.WHO_SEES.in_(report.lang),
        "regime": report.told.heading.regime,
        "hidden_title": words.NOT_SHOWN.in_(report.lang) if len(report.confidentiality) > 1 else "",
        "lines": report.confidentiality,
    }
