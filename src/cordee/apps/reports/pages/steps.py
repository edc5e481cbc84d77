"""The pages of the PDF on what to do next: the steps, and the tools, stories and courses that help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cordee.apps.diagnosis.account import Step
from cordee.apps.reports import words
from cordee.apps.reports.model import Card, Document
from cordee.apps.reports.pages.layout import in_language, two_columns
from cordee.charts.numbers import Lang


def steps_section(steps: Sequence[Step], later: Sequence[str], lang: Lang) -> dict[str, Any]:
    """Say what to do next, why, and what would make the advice go away."""
    return {
        "title": (words.STEPS if len(steps) == 3 else words.STEPS_FEWER).in_(lang),
        "none": words.NO_STEP.in_(lang),
        "labels": in_language(
            lang,
            topic=words.TOPIC,
            first=words.FIRST_STEP,
            why=words.WHY_YOU,
            causes=words.CAUSES,
            removed=words.REMOVED_BY,
            effort=words.EFFORT,
            caution=words.CAUTION,
        ),
        "entries": [_step(step, lang) for step in steps],
        "later": {"label": words.LATER.in_(lang), "names": later},
    }


def _step(step: Step, lang: Lang) -> dict[str, Any]:
    return {
        "eyebrow": words.STEP.in_(lang).format(rank=step.rank),
        "rank": str(step.rank),
        "name": step.name,
        "topic": step.topic,
        "first": step.first_step,
        "why": step.why,
        "causes": [
            {"facet": answer.facet, "facet_name": answer.facet_name, "question": answer.question,
             "choice": answer.choice, "text": answer.text}
            for answer in step.answers
        ],
        "removals": step.removals,
        "effort": step.effort,
        "caution": step.contraindication,
        "supports": [{"kind": support.kind_name, "name": support.named_with_care} for support in step.supports],
    }  # fmt: skip


def cards_section(report: Document) -> dict[str, Any]:
    """Show what helps, and who can inspire."""
    stories = [card for card in report.cards if card.kind == "story"]
    return {
        "title": words.SUPPORTS.in_(report.lang),
        "columns": two_columns([_card(card) for card in report.cards if card.kind != "story"]),
        "stories_title": words.INSPIRATION.in_(report.lang),
        "story_columns": two_columns([_card(card) for card in stories]),
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "kind": card.kind_name,
        "name": card.name,
        "status": card.status,
        "lines": [{"label": line.label, "text": line.value} for line in card.lines],
    }
