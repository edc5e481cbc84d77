"""The JSON of a 360°: a stable structure for other programs, of what its publication holds (docs/shared-result.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cordee.apps.campaigns.telling.account import AgainstCircle, BenchmarkLine, ConsensusView, DividedItem, Inspiring
from cordee.apps.diagnosis.bridge import as_json
from cordee.apps.reports.json_document import made_by, release_block, rule_block, step_block
from cordee.apps.reports.shared.model import Layer, SharedReport, VoiceEntry
from cordee.apps.reports.shared.schema import FORMAT
from cordee.core.circle_effects import AxisAdjustment
from cordee.core.packs.instrument import FACETS
from cordee.core.score_output import score_document
from cordee.core.voices import AxisVoice


def to_json(report: SharedReport) -> bytes:
    """Return the report as UTF-8 JSON, the same bytes for the same report."""
    return (json.dumps(document_of(report), ensure_ascii=False, indent=2) + "\n").encode()


def document_of(report: SharedReport) -> dict[str, Any]:
    """Return the report as plain values; its shape is `schema.SharedResultDocument`."""
    told = report.told
    return {
        "format": FORMAT,
        "made_by": made_by(report),
        "release": release_block(report),
        "form": report.reading.form,
        "language": report.lang,
        "day": report.day.isoformat(),
        "alliance": told.heading.alliance,
        "title": told.heading.title,
        "wave": told.heading.wave,
        "respondents": told.heading.respondents,
        "organisations": told.heading.organisations,
        "confidentiality": {"rule": told.heading.regime, "hidden": list(report.confidentiality)},
        "nothing": told.nothing or None,
        "headline": told.headline,
        "standing": told.standing,
        "certainty": report.certainty,
        "circles": [{"circle": scope.reading.circle, "name": scope.name} for scope in report.scopes[1:]],
        "reading": None if report.shows_nothing else score_document(report.reading, report.pack),
        "crossed": _crossed(report),
        "agreement": {
            "sentence": told.agreement.sentence or None,
            "divided": [_divided(one) for one in told.agreement.divided],
        },
        "layers": {
            "individuals": _voices(report, "person"),
            "individuals_note": told.layers.individuals_note or None,
            "organisations": _voices(report, "organisation"),
            "organisations_note": told.layers.organisations_note or None,
        },
        "consensuses": [_consensus(one) for one in told.layers.consensuses],
        "adjusted": [_adjusted(one) for one in report.stored.adjusted],
        "trend": _trend(report),
        "verbatims": list(_verbatims(report)),
        "steps": [step_block(step) for step in told.steps],
        "later": list(told.later),
        "inspiring": [_inspiring(one) for one in told.inspiring],
        "benchmark": [_benchmark(one) for one in told.benchmark],
        "rules": [rule_block(rule) for rule in report.rules],
        "limits": list(report.limits),
    }


def _crossed(report: SharedReport) -> dict[str, Any]:
    crossed = report.told.crossed
    return {
        "refusal": crossed.refusal or None,
        "sentence": crossed.sentence or None,
        "own": crossed.own or None,
        "against": [_against(one) for one in crossed.against],
    }


def _against(one: AgainstCircle) -> dict[str, Any]:
    gaps = [
        {
            "axis": gap.axis,
            "facet": gap.facet,
            "own": gap.measured.after,
            "other": gap.measured.before,
            "gap": gap.measured.value,
            "lower": gap.measured.lower,
            "upper": gap.measured.upper,
            "stands_out": gap.stands_out,
        }
        for gap in one.gaps
    ]
    return {"circle": one.circle, "sentence": one.sentence, "gaps": gaps}


def _divided(one: DividedItem) -> dict[str, Any]:
    return {"item": one.item, "circle": one.circle, "two_camps": one.two_camps, "why": one.why}


def _voices(report: SharedReport, layer: Layer) -> list[dict[str, Any]]:
    return [_voice(voice) for voice in report.voices_of(layer)]


def _voice(voice: VoiceEntry) -> dict[str, Any]:
    return {
        "name": voice.name,
        "organisation": voice.organisation,
        "circle": voice.circle or None,
        "axes": [_voice_axis(axis) for axis in voice.axes],
    }


def _voice_axis(axis: AxisVoice) -> dict[str, Any]:
    return {
        "axis": axis.axis,
        "facets": {facet: as_json(axis.facets[facet]) for facet in FACETS},
        "maturity": as_json(axis.maturity),
    }


def _consensus(one: ConsensusView) -> dict[str, Any]:
    return {
        "item": one.item,
        "level": int(one.level) if one.level else None,
        "text": one.text,
        "dissents": [
            {"signed": voice.signed or None, "level": int(voice.level) if voice.level else None, "reason": voice.reason}
            for voice in one.dissents
        ],
    }


def _adjusted(one: AxisAdjustment) -> dict[str, Any]:
    told = ("axis", "plain", "adjusted", "circles", "refused", "interval_refused")
    plain = as_json(one)
    return {key: plain[key] for key in told}


def _trend(report: SharedReport) -> dict[str, Any] | None:
    told, trend = report.told.trend, report.stored.trend
    if told is None or trend is None:
        return None
    changes = as_json(trend)
    return {
        "since": told.since,
        "sentence": told.sentence,
        "notes": list(told.notes),
        "overall": changes["overall"],
        "circles": list(changes["circles"]),
    }


def _verbatims(report: SharedReport) -> Iterable[dict[str, str]]:
    for axis in report.told.axes:
        for topic in axis.topics:
            for quote in topic.quotes:
                yield {"axis": axis.id, "topic": topic.id, "where": quote.where, "text": quote.text}


def _inspiring(one: Inspiring) -> dict[str, Any]:
    near = [
        {
            "name": each.name,
            "story": each.story.id if each.story else None,
            "higher": each.higher,
            "distance": each.distance,
            "parts": [{"name": part.name, "text": part.text} for part in each.parts],
        }
        for each in one.near
    ]
    return {"axis": one.axis, "refusal": one.refusal or None, "near": near}


def _benchmark(one: BenchmarkLine) -> dict[str, str]:
    return {
        "axis": one.axis,
        "own": one.own,
        "quartiles": one.quartiles,
        "count": one.count,
        "standing": one.standing,
    }
