"""The registry holds what was published, worded in both languages, and nothing else."""

import csv
import re
from collections import Counter

import pytest

from cordee.apps.observatory.published.registry import FIGURES, NAMED, figure_of, published_figures, wordings
from cordee.apps.organisations.territories import territory
from cordee.core.published import contradictions


def rows() -> list[dict[str, str]]:
    with FIGURES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_ninety_figures_each_with_an_identifier_of_its_own_and_a_source() -> None:
    figures = published_figures()
    assert len(figures) == len(rows()) == 90
    assert max(Counter(one.id for one in figures).values()) == 1
    assert all(re.match(r"https?://[^/]+/", one.source) for one in figures)
    assert sum(one.n is not None for one in figures) == 16
    assert figure_of("alliance-duty.citizens.2022.fr.innovation") is figures[0]
    assert figure_of("nowhere") is None


@pytest.mark.parametrize("section", NAMED)
def test_every_word_of_the_file_is_said_in_both_languages_and_none_is_left_over(section: str) -> None:
    used = {row[section] for row in rows()} - {""}
    assert set(wordings()[section]) == used


def test_values_are_on_their_scale_and_territories_exist() -> None:
    for one in published_figures():
        assert 0 <= one.value <= (100 if one.unit == "percent" else 10)
        assert one.territory == "FR" or territory(f"region-{one.territory}") is not None
        assert 2008 <= one.year <= 2026


def test_the_series_of_a_file_stand_together() -> None:
    names = [one.series for one in published_figures()]
    blocks = [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]
    assert len(blocks) == len(set(blocks)) == 18


def test_the_contradictions_that_are_known() -> None:
    found = {tuple(one.value for one in group) for group in contradictions(published_figures())}
    assert (83.0, 84.0) in found
    assert (59.0, 75.0) in found
    assert len(found) == 5
