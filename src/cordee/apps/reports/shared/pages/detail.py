"""The pages of the PDF that show every question with the answers behind its mean, and the words that may be quoted."""

from __future__ import annotations

from typing import Any

from cordee.apps.campaigns.telling.account import TopicDetail
from cordee.apps.reports import words as common
from cordee.apps.reports.glyphs import SIGN, drawable
from cordee.apps.reports.pages.coherence import facet_names
from cordee.apps.reports.pages.layout import in_language
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import AxisEntry, QuestionEntry, SharedReport, TopicEntry
from cordee.apps.reports.written import share_words
from cordee.core.numerals import short
from cordee.core.wording import estimate_words


def detail_section(report: SharedReport) -> dict[str, Any]:
    """Show every axis with its questions over all circles."""
    lang = report.lang
    return {
        "title": common.DETAIL.in_(lang),
        "hidden": "",
        "headers": [common.FACET.in_(lang), words.QUESTION_AND_ANSWERS.in_(lang), words.SCORE.in_(lang)],
        "distribution": words.DISTRIBUTION.in_(lang),
        "labels": in_language(lang, maturity=common.MATURITY, coherence=common.COHERENCE, stage=common.STAGE),
        "sign": common.SIGN_INSTEAD.in_(lang).format(sign=SIGN) if _has_undrawable(report) else "",
        "quotes_title": words.VERBATIMS.in_(lang),
        "axes": [_axis(report, axis) for axis in report.axes],
    }


def _has_undrawable(report: SharedReport) -> bool:
    quotes = (quote.text for axis in report.axes for topic in axis.view.topics for quote in topic.quotes)
    return any(SIGN in drawable(text) for text in quotes)


def _axis(report: SharedReport, axis: AxisEntry) -> dict[str, Any]:
    view, lang = axis.view, report.lang
    facets = facet_names(report).items()
    return {
        "name": view.name,
        "question": view.question,
        "facets": [
            {"id": facet, "name": name, "score": estimate_words(axis.reading.facets[facet], lang)}
            for facet, name in facets
        ],
        "maturity": estimate_words(axis.reading.maturity, lang),
        "coherence": share_words(axis.reading.coherence, lang),
        "stage": view.stage,
        "stage_description": view.stage_description,
        "refusal": view.refusal,
        "explanation": [view.explanation] if view.explanation else [],
        "patterns": view.patterns,
        "topics": [_topic(report, topic) for topic in axis.topics],
        "quotes": [_quote(report, topic) for topic in view.topics if topic.quotes],
    }


def _topic(report: SharedReport, topic: TopicEntry) -> dict[str, Any]:
    return {"name": topic.name, "important": "", "items": [_item(report, item) for item in topic.items]}


def _item(report: SharedReport, item: QuestionEntry) -> dict[str, Any]:
    return {
        "facet": item.reading.facet,
        "facet_name": item.facet_name,
        "question": item.question,
        "level": None,
        "choice": estimate_words(item.reading.score, report.lang),
        "text": report.why_missing(item.reading) if item.is_blank else "",
        "evidence": "",
        "distribution": "" if item.is_blank else distribution(report, item),
    }


def distribution(report: SharedReport, item: QuestionEntry) -> str:
    """Write how many chose each level from 0 to 4, the median, and how many gave none."""
    spread, lang, instrument = item.reading.distribution, report.lang, report.pack.instrument
    parts = [" · ".join(str(count) for count in spread.counts)]
    if spread.median is not None:
        parts.append(words.MEDIAN.in_(lang).format(median=short(spread.median, lang)))
    off = ((spread.dont_know, instrument.dont_know), (spread.not_applicable, instrument.not_applicable))
    parts += [words.COUNT_OF.in_(lang).format(count=count, mark=mark.in_(lang)) for count, mark in off if count]
    if spread.bimodal:
        parts.append(words.TWO_CAMPS.in_(lang).lower())
    return ", ".join(parts)


def _quote(report: SharedReport, topic: TopicDetail) -> dict[str, Any]:
    quoted = common.QUOTED.in_(report.lang)
    return {
        "topic": topic.name,
        "said": [{"text": quoted.format(words=quote.text), "where": quote.where} for quote in topic.quotes],
    }
