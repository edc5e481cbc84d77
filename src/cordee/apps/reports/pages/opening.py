"""The first page of the PDF down to what it rests on, and what runs on every page."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from cordee.apps.reports import words
from cordee.apps.reports.model import Document, Report
from cordee.core.days import written_day

LONGEST_RUNNING = 84
"""How many letters of a title the top of a page holds on its line."""


def document_title(report: Document) -> str:
    """Return the name of the document, which a reader's software announces."""
    return f"{report.title}, {written_day(report.day, report.lang)}"


def meta_section(report: Document) -> dict[str, Any]:
    """Say what the file is, for the software that opens it."""
    lang, release = report.lang, report.release
    subject = words.SUBJECT.in_(lang).format(
        date=written_day(report.day, lang), pack=release.name, version=release.version
    )
    return {
        "title": document_title(report),
        "author": words.PRODUCT,
        "description": subject,
        "keywords": [keyword.in_(lang) for keyword in words.KEYWORDS],
        "year": report.day.year,
        "month": report.day.month,
        "day": report.day.day,
    }


def running_section(report: Document) -> dict[str, str]:
    """Say what stands at the top and the foot of every page."""
    release = report.release
    return {
        "left": shorten(f"{words.PRODUCT} · {report.title}", LONGEST_RUNNING, placeholder="…"),
        "right": written_day(report.day, report.lang),
        "page": words.PAGE.in_(report.lang),
        "release": words.RELEASE.in_(report.lang).format(
            pack=release.name, version=release.version, sha=release.short_hash
        ),
    }


def opening_section(report: Report) -> dict[str, str]:
    """Say the headline, and where the approaches stand."""
    eyebrow = words.EYEBROW.in_(report.lang).format(form=report.told.form.lower())
    return {
        "product": words.PRODUCT,
        "eyebrow": f"{eyebrow[:1].upper()}{eyebrow[1:]} · {written_day(report.day, report.lang)}",
        "headline": report.told.headline,
        "standing": report.told.standing,
    }


def basis_section(report: Report) -> dict[str, Any]:
    """Say what the reading rests on."""
    situation = " · ".join(fact.value for fact in report.situation)
    return {
        "title": words.BASIS.in_(report.lang),
        "facts": [{"label": fact.label, "value": fact.value} for fact in report.basis],
        "situation": {"label": words.SITUATION.in_(report.lang), "value": situation} if situation else None,
        "note": report.certainty,
    }
