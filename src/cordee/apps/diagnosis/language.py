"""The language of packs and figures, from the language of the page."""

from __future__ import annotations

from cordee.charts.numbers import Lang


def language(code: str | None) -> Lang:
    """Return one of the two languages that packs are written in."""
    return "en" if (code or "").startswith("en") else "fr"
