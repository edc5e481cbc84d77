"""A course for machines that read pages: schema.org Course and LearningResource, as data that runs nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from cordee.apps.learning.reading import StepLine
from cordee.core.packs.courses import Course, StepKind
from cordee.core.packs.pack import PackCard
from cordee.core.packs.text import Lang

TYPES: Mapping[StepKind, str] = {
    "read": "Reading",
    "watch": "Video",
    "quiz": "Quiz",
    "practise": "Exercise",
    "workshop": "Workshop",
}
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def course_data(card: PackCard, course: Course, lines: list[StepLine], url: str, lang: Lang) -> dict[str, Any]:
    """Describe a course and its steps; `url` is the whole address of its page."""
    return {
        "@context": "https://schema.org",
        "@type": ["Course", "LearningResource"],
        "@id": url,
        "url": url,
        "name": course.name.in_(lang),
        "description": course.goal.in_(lang),
        "inLanguage": lang,
        "timeRequired": f"PT{course.minutes}M",
        "isAccessibleForFree": True,
        "license": card.licence,
        "version": card.version,
        "provider": {"@type": "Organization", "name": card.authors[0]},
        "teaches": [one.in_(lang) for one in course.outcomes],
        "hasPart": [
            {
                "@type": "LearningResource",
                "name": line.name,
                "description": line.summary,
                "position": line.number,
                "learningResourceType": TYPES[step.kind],
                "timeRequired": f"PT{step.minutes}M",
                "url": f"{url}{line.number}/",
            }
            for line, step in zip(lines, course.steps, strict=True)
        ],
    }


def data_block(data: Mapping[str, Any]) -> SafeString:
    """Write data as an element that no browser runs; what could close it is escaped.

    >>> data_block({"name": "</script>"})
    '<script type="application/ld+json">{"name": "\\\\u003C/script\\\\u003E"}</script>'
    """
    written = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308 - escaped just above
