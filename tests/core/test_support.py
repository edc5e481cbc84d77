"""How many people and degrees of freedom a number rests on, circle by circle and over circles."""

import numpy as np
from tests.core.alliance import read, sheet

from cordee.core.estimates import Refusal, Support
from cordee.core.support import support_over

PAIR = [sheet("teams/o1/a", "1"), sheet("teams/o1/b", "3"), sheet("teams/o2/c", "2"), sheet("teams/o2/d", "2")]


def test_respondents_drawn_count_one_less_than_each_organisation_has():
    overall = read(*PAIR).overall
    assert overall.df == 2
    assert overall.resampled == "respondents"
    assert overall.item("a.one.vision").score.df == 2


def test_one_single_voice_and_organisations_are_drawn():
    overall = read(*PAIR, sheet("teams/o3/e", "4")).overall
    assert overall.df == 2
    assert overall.resampled == "organisations"


def test_only_those_who_answered_are_counted():
    hole = {"a.one.vision": "?", **{f"{name}.vision": 3 for name in ("b.four", "c.seven")}}
    overall = read(*PAIR, sheet("teams/o2/e", hole)).overall
    assert overall.item("a.one.vision").score.n == 4
    assert overall.item("a.one.vision").score.df == 2
    assert overall.item("b.four.vision").score.n == 5
    assert overall.item("b.four.vision").score.df == 3


def test_degrees_add_up_over_circles():
    other = [sheet("partners/o1/x", "1"), sheet("partners/o1/y", "3")]
    overall = read(*PAIR, *other).overall
    assert overall.df == 3
    assert overall.axis("a").maturity.df == 3


def test_one_unknown_spread_makes_the_whole_unknown():
    overall = read(*PAIR, sheet("steering/o1/x", "1")).overall
    assert overall.df == 0
    assert overall.resampled is None
    assert overall.axis("a").maturity.interval_refused is Refusal.NO_SPREAD_KNOWN


def test_but_not_where_that_circle_says_nothing():
    alone = sheet("steering/o1/x", {"c.seven.vision": 1, "c.seven.action": 1, "c.seven.means": 2})
    overall = read(*PAIR, alone).overall
    assert overall.axis("a").maturity.df == 2
    assert overall.axis("a").maturity.n == 4
    assert overall.axis("a").facets["vision"].lower is not None
    assert overall.item("a.one.vision").score.lower is not None
    assert overall.topic("a.one").score.lower is not None
    assert overall.axis("c").maturity.interval_refused is Refusal.NO_SPREAD_KNOWN


def test_a_circle_under_half_of_an_axis_is_not_behind_its_number():
    # one item of three: the view does not enter the axis, and does not refuse its interval; it enters the item
    overall = read(*PAIR, sheet("steering/o1/x", {"a.one.vision": 4})).overall
    assert overall.axis("a").facets["vision"].value == 2
    assert overall.axis("a").facets["vision"].n == 4
    assert overall.axis("a").maturity.df == 2
    assert overall.item("a.one.vision").score.value == 3
    assert overall.item("a.one.vision").score.interval_refused is Refusal.NO_SPREAD_KNOWN


def test_three_people_of_one_organisation_have_a_spread_and_two_do_not_show_it():
    three = read(*(sheet(f"teams/o/{name}", level) for name, level in zip("abc", "124", strict=True)))
    two = read(*(sheet(f"teams/o/{name}", level) for name, level in zip("ab", "12", strict=True)))
    assert three.overall.axis("a").maturity.df == 2
    assert two.overall.axis("a").maturity.interval_refused is Refusal.TOO_FEW_RESPONDENTS


def test_no_circle_at_all():
    none = support_over([], np.zeros((0, 2), dtype=bool))
    assert isinstance(none, Support)
    assert none.df.tolist() == none.respondents.tolist() == [0, 0]
