"""What is published: the reading of the masked table alone, with the counts of the plan and rounded numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from tests.core.alliance import sheet, small, table
from tests.core.partners import FEW_DRAWS, RULE, alliances, people
from tests.core.test_properties import numbers

from cordee.core.answers import AnswerTable
from cordee.core.diagnosis import axes_of, diagnose
from cordee.core.disclosure import (
    DisclosureRule,
    masked,
    open_plan,
    organisation_readings,
    plan_of,
    published_reading,
)
from cordee.core.disclosure.publishing import EXACT, only_organisation, rounded
from cordee.core.reading import Reading

OWN = "steering"


def published(answers: AnswerTable, rule: DisclosureRule = RULE) -> Reading:
    return published_reading(FEW_DRAWS, "short", answers, plan_of(answers, rule, OWN), rule)


def apart(answers: AnswerTable):
    return organisation_readings(FEW_DRAWS, "short", answers, plan_of(answers, RULE, OWN), RULE)


def test_four_and_one_weigh_the_same_each_so_that_the_one_is_not_found():
    # a: four people at 4; b: one at 0. The mean of the two means, 2, would say that b gave 0
    reading = published(people({"teams/a": 4, "teams/b": 1}, ["4"] * 4 + ["0"]))
    item = reading.circles[0].items[0]
    assert item.score.value == pytest.approx(16 / 5)
    assert item.distribution.counts == (1, 0, 0, 0, 4)
    assert diagnose(FEW_DRAWS, "short", people({"teams/a": 4, "teams/b": 1}, ["4"] * 4 + ["0"])).circles[0].items[
        0
    ].score.value == pytest.approx(2)


def test_a_block_weighs_as_many_as_its_organisations():
    # a: five at 4, alone; b, c, d: one each at 0, together for three
    answers = people({"teams/a": 5, "teams/b": 1, "teams/c": 1, "teams/d": 1}, ["4"] * 5 + ["0"] * 3)
    assert published(answers).circles[0].items[0].score.value == 1


def test_circles_read_together_weigh_as_one():
    answers = people({"steering/a": 5, "teams/a": 3, "partners/b": 2}, ["4"] * 5 + ["1"] * 5)
    reading = published(answers)
    assert [scope.circle for scope in reading.circles] == ["steering", "teams+partners"]
    assert reading.overall.items[0].score.value == 2.5


def test_a_hidden_item_enters_no_number():
    given_ = ["4" * 9] * 4 + ["?" + "4" * 8] + ["1" * 9] * 5
    reading = published(people({"steering/a": 5, "teams/a": 5}, given_))
    own, teams = reading.circles
    assert own.items[0].score.value is None
    assert own.items[0].distribution.counts == (0, 0, 0, 0, 0)
    assert own.items[0].distribution.dont_know == 0
    assert reading.overall.items[0].score.value == teams.items[0].score.value == 1
    assert reading.overall.items[0].distribution.counts == (0, 5, 0, 0, 0)
    assert own.axis("a").facets["vision"].value is None
    assert reading.perception[0].gap.value is None
    assert reading.perception[1].gap.value == 3


def test_a_self_circle_read_with_others_has_no_gap_of_perception():
    reading = published(people({"steering/a": 4, "teams/a": 5}))
    assert [scope.circle for scope in reading.circles] == ["steering+teams"]
    assert reading.perception == ()
    assert reading.self_circle is None


def test_counts_are_those_of_people_and_organisations_not_of_blocks():
    answers = people({"steering/a": 5, "teams/a": 4, "teams/b": 1, "partners/c": 1}, ["2"] * 11)
    reading = published(answers)
    assert (reading.respondents, reading.organisations) == (11, 3)
    assert (reading.overall.respondents, reading.overall.organisations) == (11, 3)
    assert [(one.respondents, one.organisations) for one in reading.circles] == [(5, 1), (6, 3)]


def test_too_few_in_all_gives_no_number_at_all():
    reading = published(people({"teams/a": 2, "steering/b": 2}, ["0", "1", "2", "3"]))
    assert (reading.respondents, reading.organisations) == (4, 2)
    assert reading.headline.id == "too_early"
    assert reading.circles == reading.perception == reading.priorities == reading.advice == ()
    assert all(item.score.value is None for item in reading.overall.items)
    assert (reading.overall.respondents, reading.overall.organisations) == (0, 0)


def test_where_everything_may_appear_every_score_is_that_of_the_plain_reading():
    where = {"steering/a": 5, "steering/b": 6, "teams/a": 5, "teams/b": 7}
    answers = people(where, [f"{n % 5}{(n * 3) % 5}{(n * 2) % 4}" * 3 for n in range(23)])
    plain = dict(numbers(rounded(diagnose(FEW_DRAWS, "short", answers, OWN), 2)))
    shown = dict(numbers(published(answers)))
    intervals = (".se", ".lower", ".upper")
    assert {path for path in plain if not path.endswith(intervals)} <= shown.keys()
    assert all(shown[path] == value for path, value in plain.items() if not path.endswith(intervals))
    errors = [(plain[path], shown[path]) for path in plain if path.endswith(".score.se")]
    assert np.mean([after for _, after in errors]) == pytest.approx(np.mean([before for before, _ in errors]), rel=0.1)


def test_an_open_plan_gives_the_plain_reading_to_full_precision():
    answers = people({"steering/a": 1, "teams/b": 2, "teams/a": 1}, ["1", "2", "4", "3"])
    plan = open_plan(answers, OWN)
    assert published_reading(FEW_DRAWS, "short", answers, plan, RULE) == diagnose(FEW_DRAWS, "short", answers, OWN)
    one, two = organisation_readings(FEW_DRAWS, "short", answers, plan, RULE)
    assert (one.organisation, two.organisation) == ("a", "b")
    alone = diagnose(FEW_DRAWS, "short", only_organisation(answers, 1), OWN)
    assert two.axes == alone.overall.axes == axes_of(FEW_DRAWS, "short", only_organisation(answers, 1))
    assert [axis.maturity.value for axis in one.axes] != [axis.maturity.value for axis in two.axes]


def test_organisations_are_read_one_by_one_where_they_may():
    where = {"teams/zeta": 5, "teams/alpha": 6, "partners/alpha": 5}
    answers = people(where, ["4"] * 5 + ["1"] * 6 + ["2"] * 5)
    alpha, zeta = apart(answers)
    assert (alpha.organisation, zeta.organisation) == ("alpha", "zeta")
    assert {axis.facets["vision"].value for axis in alpha.axes} == {1.5}
    assert {axis.maturity.n for axis in alpha.axes} == {11}
    assert {axis.facets["vision"].value for axis in zeta.axes} == {4.0}
    assert {axis.maturity.n for axis in zeta.axes} == {5}


def test_and_not_at_all_where_one_crossing_is_too_small():
    assert apart(people({"teams/a": 5, "teams/b": 6, "partners/a": 4, "partners/c": 1})) == ()
    assert apart(people({"teams/a": 2})) == ()


@given(alliances(most=24))
@settings(max_examples=20, deadline=None)
def test_published_numbers_are_those_of_the_masked_table_with_two_decimals(answers):
    plan = plan_of(answers, RULE, OWN)
    reading = published_reading(FEW_DRAWS, "short", answers, plan, RULE)
    exact = diagnose(FEW_DRAWS, "short", masked(answers, plan), OWN)
    before, after = dict(numbers(exact)), dict(numbers(reading))
    assert before.keys() == after.keys()
    for path, value in after.items():
        if path.rsplit(".", 1)[-1] in EXACT:
            assert value == before[path]
        elif "organisations" not in path and not path.endswith("respondents"):
            assert value == pytest.approx(before[path], abs=0.005 + 1e-9)
            assert value == round(value, 2)


@given(alliances(most=24))
@settings(max_examples=15, deadline=None)
def test_the_explanation_still_adds_up(answers):
    reading = published(answers)
    for scope in (reading.overall, *reading.circles):
        for axis in scope.axes:
            if axis.explanation is not None:
                total = sum(share.weight * share.score for share in axis.explanation.shares)
                assert axis.explanation.constant + total == pytest.approx(axis.maturity.value, abs=0.0101)
    gaps = {gap.item: gap.gap.value for gap in reading.perception if gap.gap.value is not None}
    for gap in reading.perception:
        if gap.item in gaps:
            assert gap.own - gap.others == pytest.approx(gaps[gap.item], abs=0.0151)


def test_rounding_does_not_follow_the_noise_of_a_sum():
    from cordee.core.estimates import Estimate

    near = Estimate(2.125 - 1e-15, 3, -0.001, 0.1 + 0.2, 2.675)
    exact = rounded(near, 2)
    assert exact == rounded(replace(near, value=2.125), 2)
    assert (exact.value, exact.se, exact.lower) == (2.12, 0.0, 0.3)
    assert str(exact.se) == "0.0"


def test_a_newer_release_is_read_with_the_same_plan():
    answers = people({"steering/a": 5, "teams/a": 3, "teams/b": 2}, ["3"] * 5 + ["1"] * 5)
    plan = plan_of(answers, RULE, OWN)
    again = published_reading(small(), "short", answers, plan, RULE)
    assert again.overall.items[0].score.value == published(answers).overall.items[0].score.value


def test_importance_counts_for_what_weighs_together():
    sheets = [sheet(f"teams/a/p{n}", {"a.one.vision": 2, "a.one.importance": 4}) for n in range(5)]
    others = [sheet(f"teams/{h}/q{h}", {"a.one.vision": 2, "a.one.importance": 0}) for h in "bcd"]
    whole = [sheet(f"teams/x/x{n}", "2") for n in range(5)]
    reading = published(table(*sheets, *others, *whole))
    row = {each.topic: each for each in reading.priorities}["a.one"]
    # a weighs one, b, c and d three, x did not say
    assert row.importance_given
    assert row.importance == 0.25
