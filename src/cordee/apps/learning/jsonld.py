"""A course for machines that read pages: schema.org Course and LearningResource, as data that runs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


def course_data(card: PackCard, course: Course, lines: list[StepLine], url: str, lang: Lang) -> dict[str, Any]:
    """Describe a course and its steps; `url` is the whole address of its page."""
    return {
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
