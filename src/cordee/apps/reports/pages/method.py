"""The last pages of the PDF: how the numbers were made, what they do not say, sources and licence."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import method_words, words
from cordee.apps.reports.model import Document, StageStep
from cordee.apps.reports.pages.layout import halves
from cordee.charts.numbers import Lang
from cordee.core.numerals import short
from cordee.core.packs.library import Source


def method_section(report: Document) -> dict[str, Any]:
    """Say how the numbers were made, and what the stages mean."""
    lang = report.lang
    return {
        "title": method_words.METHOD.in_(lang),
        "steps": report.method,
        "stages_title": method_words.STAGES.in_(lang),
        "stages_headers": [words.STAGE.in_(lang), method_words.SCORE_RANGE.in_(lang), method_words.MEANING.in_(lang)],
        "stages": [[stage.name, bounds(stage, lang), stage.meaning] for stage in report.stages],
    }


def bounds(stage: StageStep, lang: Lang) -> str:
    """Write from which maturity a stage holds, and up to which.

    >>> bounds(StageStep("partagé", 3.0, 3.5, ""), "fr")
    'de 3 à moins de 3,5'
    """
    low = short(stage.starts_at, lang)
    if stage.ends_before is None:
        return method_words.FROM_UP.in_(lang).format(low=low)
    return method_words.FROM_TO.in_(lang).format(low=low, high=short(stage.ends_before, lang))


def sources_section(report: Document) -> dict[str, Any]:
    """Name the pages behind the words, the licence, and what lets anybody check the release."""
    lang, release = report.lang, report.release
    licence = method_words.LICENCE_SENTENCE.in_(lang).format(
        pack=release.name, version=release.version, authors=", ".join(release.authors), licence=release.licence
    )
    return {
        "title": method_words.SOURCES.in_(lang),
        "licence_title": method_words.LICENCE.in_(lang),
        "licence": licence,
        "rebuild": method_words.REBUILD.in_(lang).format(pack=release.pack, version=release.version),
        "sha": release.sha256,
        "columns": halves([_source(source) for source in report.sources]),
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "title": source.title,
        "publisher": source.publisher or "",
        "address": source.address,
        "href": source.address,
    }
