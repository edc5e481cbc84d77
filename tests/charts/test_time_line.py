"""The line through time: what it compares with stands on one line when it is the same, and never covers itself."""

import re
from datetime import date
from typing import Any

from cordee.charts.time_line import TimeLine, time_svg, time_table

POINTS = ((date(2024, 1, 1), 2.0, "2024"), (date(2026, 1, 1), 80.0, "2026"))


def line(**more: Any) -> TimeLine:
    said = {"id": "t", "title": "Trajets", "lang": "fr", "headers": ("Date", "km"), "points": POINTS}
    return TimeLine(**{**said, **more})


def words_at(svg: str) -> dict[str, float]:
    """Return the height at which each text stands."""
    return {said: float(y) for y, said in re.findall(r'<text[^>]* y="([\d.]+)"[^>]*>([^<]*)</text>', svg)}


def test_a_target_equal_to_the_baseline_is_one_line() -> None:
    svg = time_svg(line(baseline=(3, "départ"), target=(3, "cible")))
    assert [words for words in words_at(svg) if "départ" in words] == ["départ, cible 3"]


def test_a_target_near_the_baseline_does_not_cover_it() -> None:
    places = words_at(time_svg(line(baseline=(40, "départ"), target=(41, "cible"))))
    assert places["départ 40"] - places["cible 41"] >= 15


def test_a_target_far_from_the_baseline_stands_over_its_line() -> None:
    places = words_at(time_svg(line(baseline=(2, "départ"), target=(80, "cible"))))
    assert places["départ 2"] - places["cible 80"] > 60


def test_the_table_says_every_point() -> None:
    assert [row[0] for row in time_table(line()).rows] == ["2024", "2026"]
