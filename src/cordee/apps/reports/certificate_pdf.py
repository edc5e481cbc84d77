"""The PDF of a certificate: which course, which release, which name, which day, and what it does not say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from cordee.apps.reports import certificate_words as words
from cordee.apps.reports.glyphs import typesettable
from cordee.apps.reports.pages import REGIONS
from cordee.apps.reports.pdf import made
from cordee.apps.reports.words import COLON, PAGE, PRODUCT
from cordee.charts.palette import LIGHT
from cordee.core.days import written_day
from cordee.core.packs.courses import Course
from cordee.core.packs.pack import PackCard
from cordee.core.packs.text import Lang, Text

TEMPLATE = "certificate.typ"


@dataclass(frozen=True)
class Certificate:
    """What a certificate says: the name as it was typed, the course, its release, and two days."""

    name: str
    course: Course
    card: PackCard
    lang: Lang
    day: date
    last_step: date
    url: str


def certificate_pdf(certificate: Certificate) -> bytes:
    """Return a certificate as a tagged PDF/UA-1 document, the same bytes for the same certificate."""
    return made(certificate_document(certificate), certificate.day, TEMPLATE)


def certificate_file_name(certificate: Certificate) -> str:
    """Name the file after what it is and when; it does not hold the name of the person."""
    return f"{words.FILE_STEM.in_(certificate.lang)}-{certificate.day.isoformat()}.pdf"


def certificate_document(certificate: Certificate) -> dict[str, Any]:
    """Return what the template lays out, every text of it fit for its fonts."""
    lang, course = certificate.lang, certificate.course.name.in_(certificate.lang)
    said = typesettable(
        {
            "lang": lang,
            "region": REGIONS[lang],
            "colon": COLON[lang],
            "meta": _meta(certificate, course),
            "running": {
                "left": f"{PRODUCT} · {words.TITLE.in_(lang)}",
                "right": written_day(certificate.day, lang),
                "page": PAGE.in_(lang),
                "release": _release(certificate),
            },
            "opening": {
                "product": PRODUCT,
                "eyebrow": words.TITLE.in_(lang),
                "headline": certificate.name,
                "standing": words.FOLLOWED.in_(lang).format(name=certificate.name, course=course),
            },
            "facts": _facts(certificate, course),
            "limit": {"title": words.LIMIT_TITLE.in_(lang), "text": words.LIMIT.in_(lang)},
            "steps": {
                "title": words.STEPS.in_(lang),
                "names": [step.name.in_(lang) for step in certificate.course.steps],
            },
            "source": words.SOURCE.in_(lang).format(url=certificate.url),
        }
    )
    return {**said, "colours": dict(LIGHT)}


def _meta(certificate: Certificate, course: str) -> dict[str, Any]:
    lang, day = certificate.lang, certificate.day
    return {
        "title": f"{words.TITLE.in_(lang)}, {course}",
        "author": PRODUCT,
        "description": words.SUBJECT.in_(lang).format(course=course, name=certificate.name),
        "keywords": [keyword.in_(lang) for keyword in words.KEYWORDS],
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def _release(certificate: Certificate) -> str:
    return f"{certificate.card.name.in_(certificate.lang)} {certificate.card.version}"


def _facts(certificate: Certificate, course: str) -> list[dict[str, str]]:
    lang = certificate.lang
    facts: list[tuple[Text, str]] = [
        (words.COURSE, course),
        (words.RELEASE, _release(certificate)),
        (words.LENGTH, words.LENGTH_VALUE.in_(lang).format(minutes=certificate.course.minutes)),
        (words.LAST_STEP, written_day(certificate.last_step, lang)),
        (words.ON, written_day(certificate.day, lang)),
    ]
    return [{"label": label.in_(lang), "value": value} for label, value in facts]
