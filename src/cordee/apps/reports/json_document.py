"""The JSON of a report: a stable structure for other programs, in full precision (docs/result-json.md)."""

from __future__ import annotations

import json
from typing import Any

from cordee.apps.diagnosis.account import Step
from cordee.apps.reports import words
from cordee.apps.reports.model import Document, ItemEntry, Report, Rule
from cordee.apps.reports.schema import FORMAT
from cordee.core.score_output import score_document


def to_json(report: Report) -> bytes:
    """Return the report as UTF-8 JSON, the same bytes for the same report."""
    return (json.dumps(document_of(report), ensure_ascii=False, indent=2) + "\n").encode()


def document_of(report: Report) -> dict[str, Any]:
    """Return the report as plain values; its shape is `schema.ResultDocument`."""
    return {
        "format": FORMAT,
        "made_by": made_by(report),
        "release": release_block(report),
        "form": report.reading.form,
        "language": report.lang,
        "day": report.day.isoformat(),
        "headline": report.told.headline,
        "standing": report.told.standing,
        "certainty": report.certainty,
        "answers": [_answer(item) for item in report.items],
        "importance": dict(report.importance),
        "context": dict(report.context) if report.for_owner else None,
        "steps": [step_block(step) for step in report.told.steps],
        "rules": [rule_block(rule) for rule in report.rules],
        "limits": list(report.limits),
        "reading": score_document(report.reading, report.pack),
    }


def made_by(document: Document) -> dict[str, str]:
    """Name the program that computed the reading."""
    return {"name": words.PRODUCT, "version": document.engine}


def release_block(document: Document) -> dict[str, Any]:
    """Name the release of the pack, with what lets anybody check it."""
    release = document.release
    return {
        "pack": release.pack,
        "version": release.version,
        "sha256": release.sha256,
        "name": release.name,
        "licence": release.licence,
        "authors": list(release.authors),
    }


def rule_block(rule: Rule) -> dict[str, Any]:
    """Give a number of the release with its meaning."""
    return {"id": rule.id, "name": rule.name, "value": rule.value, "meaning": rule.meaning}


def _answer(item: ItemEntry) -> dict[str, Any]:
    """Say what was given to an item; `evidence` is null where there is none or where the reader may not see it."""
    return {
        "item": item.reading.item,
        "topic": item.reading.topic,
        "axis": item.reading.axis,
        "facet": item.reading.facet,
        "mark": str(item.given.mark),
        "level": item.given.level,
        "evidence": item.given.evidence or None,
    }


def step_block(step: Step) -> dict[str, Any]:
    """Give a next step in words."""
    return {
        "recommendation": step.id,
        "rank": step.rank,
        "name": step.name,
        "topic": step.topic,
        "first_step": step.first_step,
        "why": step.why,
        "items": [answer.item for answer in step.answers],
        "removed_by": list(step.removals),
        "effort": step.effort,
        "caution": step.contraindication,
        "supports": [
            {"kind": support.kind, "id": support.id, "name": support.name, "state": support.state}
            for support in step.supports
        ],
    }
