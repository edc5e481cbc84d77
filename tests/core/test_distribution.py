"""What a mean hides: counts, median, who does not know, two camps."""

from decimal import Decimal
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.alliance import read, sheet

from cordee.core.distribution import Distribution, is_bimodal, level_counts, medians_of
from cordee.core.packs.rules import Bimodal

RULE = Bimodal(distance=Decimal("0.5"), share=Decimal("0.25"))
LEVELS = st.lists(st.one_of(st.integers(0, 4), st.none()), max_size=12)


def bimodal(*organisations: str) -> bool:
    """Each argument is an organisation, each digit the answer of one of its people."""
    levels = [int(digit) for each in organisations for digit in each]
    homes = [place for place, each in enumerate(organisations) for _ in each]
    means = [np.mean([int(digit) for digit in each]) for each in organisations]
    return is_bimodal(np.array(levels, dtype=float), np.array(homes), float(np.mean(means)), RULE)


@pytest.mark.parametrize(
    ("organisations", "expected"),
    [
        (("4", "4", "0", "0"), True),
        (("44", "00"), True),
        (("4", "2", "0"), False),
        (("4", "4", "4", "4", "0"), False),  # one of five is under a quarter
        (("4", "4", "4", "0"), True),  # one of four is a quarter
        (("04", "04"), True),  # each organisation is split in half
        (("0444", "4444"), False),  # a quarter of one of two organisations is an eighth
        (("3", "3", "3"), False),
        (("3", "4"), False),  # both within half a level of 3.5
        (("2", "4"), True),
        (("1",), False),
        (("40",), True),
    ],
)
def test_two_camps(organisations, expected):
    assert bimodal(*organisations) == expected


def test_a_large_organisation_is_one_camp_among_others():
    # ten people of one organisation against one: two camps of equal weight
    assert bimodal("4" * 10, "0")
    # the same ten in ten organisations: one of eleven is under a quarter
    assert not bimodal(*"4" * 10, "0")


def test_nobody_makes_no_camp():
    assert not is_bimodal(np.array([np.nan]), np.array([0]), 2.0, RULE)


@given(LEVELS)
def test_counts_and_median_are_those_of_the_known_answers(levels):
    column = np.array([[np.nan if level is None else level] for level in levels], dtype=float).reshape(-1, 1)
    known = [level for level in levels if level is not None]
    counts = level_counts(column)
    assert counts[0].tolist() == [known.count(level) for level in range(5)]
    found = medians_of(counts)[0]
    assert np.isnan(found) if not known else found == median(known)


def test_the_four_ways_of_answering_are_told_apart():
    people = [sheet(f"steering/o/{name}", given + "2" * 8) for name, given in zip("abcdef", "13?x-?", strict=True)]
    spread = read(*people).overall.item("a.one.vision").distribution
    assert spread == Distribution((0, 1, 0, 1, 0), 2, 1, 1, 2.0, bimodal=True)
    assert spread.dont_know_share == 0.5


def test_each_circle_has_its_own():
    people = [sheet("steering/o/a", "4"), sheet("teams/o/b", "0"), sheet("teams/o/c", "1")]
    reading = read(*people)
    steering, teams = (scope.item("a.one.vision").distribution for scope in reading.circles)
    assert steering.counts == (0, 0, 0, 0, 1)
    assert teams.counts == (1, 1, 0, 0, 0)
    assert not teams.bimodal
    # over circles the mean is (4 + 0.5) / 2 = 2.25: nobody near it, but all three belong to one organisation,
    # of which two thirds stand below
    assert reading.overall.item("a.one.vision").distribution.bimodal


def test_nobody_answered():
    spread = read(sheet("steering/o/a", "?")).overall.item("a.one.vision").distribution
    assert spread == Distribution((0, 0, 0, 0, 0), 1, 0, 0, None, bimodal=False)
    assert read(sheet("steering/o/a", "x")).overall.item("a.one.vision").distribution.dont_know_share is None
