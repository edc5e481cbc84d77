"""The page of the PDF on who can inspire, with the distance explained, and the landmark among comparable alliances."""

from __future__ import annotations

from typing import Any

from cordee.apps.campaigns.telling.account import NearView
from cordee.apps.reports import words as common
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages.tables import table_said


def inspiring_section(report: SharedReport) -> dict[str, Any] | None:
    """Name the stories and alliances nearest to this one, axis by axis; each story is told once."""
    if not report.told.inspiring:
        return None
    cards = {card.id: card for card in report.cards if card.kind == "story"}
    told: set[str] = set()
    axes = []
    for one in report.told.inspiring:
        near = [_near(report, each, _story_lines(each, cards, told)) for each in one.near]
        axes.append({"name": one.axis, "refusal": one.refusal, "near": near})
    return {"title": common.INSPIRATION.in_(report.lang), "lead": words.INSPIRING_LEAD.in_(report.lang), "axes": axes}


def _story_lines(near: NearView, cards: dict[str, Any], told: set[str]) -> list[dict[str, str]]:
    """Tell a story the first time it is named."""
    if near.story is None or near.story.id in told or near.story.id not in cards:
        return []
    told.add(near.story.id)
    return [{"label": line.label, "text": line.value} for line in cards[near.story.id].lines]


def _near(report: SharedReport, near: NearView, lines: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "eyebrow": f"{near.kind} · {near.higher}",
        "name": near.name,
        "distance": near.distance,
        "parts": parts(near, common.COLON[report.lang]),
        "lines": lines,
    }


def parts(near: NearView, colon: str) -> str:
    """Say what a distance is made of; traits of which the same is said are named together."""
    named: dict[str, list[str]] = {}
    for part in near.parts:
        named.setdefault(part.text, []).append(part.name)
    return " · ".join(f"{', '.join(names)}{colon} {text}" for text, names in named.items())


def benchmark_section(report: SharedReport) -> dict[str, Any] | None:
    """Place each axis among comparable alliances, by quartiles."""
    if not report.told.benchmark:
        return None
    lang = report.lang
    headers = [common.AXIS, words.YOU, words.QUARTILES, words.HOW_MANY, words.STANDING]
    rows = [[one.axis, one.own, one.quartiles, one.count, one.standing] for one in report.told.benchmark]
    return {
        "title": words.BENCHMARK.in_(lang),
        "lead": words.BENCHMARK_LEAD.in_(lang),
        "table": table_said([each.in_(lang) for each in headers], rows, [1.5, 1.2, 1.3, 1.2, 2]),
    }
