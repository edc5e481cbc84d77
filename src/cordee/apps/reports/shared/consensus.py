"""Voices that do not join a consensus, as every document writes them."""

from __future__ import annotations

from cordee.apps.campaigns.telling.account import ConsensusView
from cordee.apps.reports.shared import words
from cordee.charts.numbers import Lang


def dissents(one: ConsensusView, lang: Lang) -> list[dict[str, str]]:
    """Write each voice, signed or not, with its level when it gave one, and its reason."""
    unsigned = words.UNSIGNED.in_(lang)
    return [
        {"who": _who(voice.signed or unsigned, voice.level, lang), "reason": voice.reason} for voice in one.dissents
    ]


def _who(who: str, level: str, lang: Lang) -> str:
    return words.DISSENT_LEVEL.in_(lang).format(who=who, level=level) if level else who
