"""Who is read with whom: circles pooled, organisations joined, items left out; worked by hand."""

import json

import pytest
from hypothesis import given, settings
from tests.core.alliance import sheet, table
from tests.core.partners import ITEMS, RULE, TOPICS, alliances, people

from cordee.core.disclosure import Hiding, Plan, Regime, cell_verdict, open_plan, plan_of, plan_under
from cordee.core.disclosure.planning import roll_of

OWN = "steering"


def labels(where, own=OWN):
    return [group.label for group in plan_of(people(where), RULE, own).groups]


def blocks(where):
    return [[block.organisations for block in group.blocks] for group in plan_of(people(where), RULE, OWN).groups]


@pytest.mark.parametrize(
    ("where", "groups"),
    [
        ({"steering/a": 5, "teams/a": 5}, ["steering", "teams"]),
        ({"steering/a": 5, "teams/a": 3, "partners/b": 2}, ["steering", "teams+partners"]),
        # three people of three organisations are enough
        ({"steering/a": 1, "steering/b": 1, "steering/c": 1, "teams/a": 5}, ["steering", "teams"]),
        # one alone takes in the smallest of the others, not the self circle
        ({"steering/a": 5, "teams/a": 7, "partners/b": 1}, ["steering", "teams+partners"]),
        ({"steering/a": 1, "teams/a": 6, "partners/b": 5}, ["steering+partners", "teams"]),
        # two circles of which one is small leave only the self circle to be read with
        ({"steering/a": 5, "teams/a": 4}, ["steering+teams"]),
        ({"steering/a": 2, "teams/a": 2}, []),
        ({"steering/a": 1, "teams/b": 1, "partners/c": 1}, ["steering+teams+partners"]),
        # a tie is broken by the order of the circles
        ({"steering/a": 5, "teams/a": 5, "partners/b": 1}, ["steering", "teams+partners"]),
    ],
)
def test_circles_are_pooled_until_they_may_appear(where, groups):
    assert labels(where) == groups


def test_without_a_self_circle_the_first_is_a_circle_like_the_others():
    assert labels({"steering/a": 5, "teams/a": 6, "partners/b": 1}, own=None) == ["steering+partners", "teams"]


def test_a_pool_takes_in_as_many_circles_as_it_must():
    strict = plan_of(people({"steering/a": 6, "teams/a": 6, "partners/b": 2}), RULE, OWN)
    assert [group.label for group in strict.groups] == ["steering", "teams+partners"]
    hidden = {one.circle: one for one in strict.hidden}
    assert hidden["partners"].read_with == ("teams",)
    assert not hidden["partners"].verdict.shown
    # the circle taken in would be large enough
    assert hidden["teams"].read_with == ("partners",)
    assert hidden["teams"].verdict.shown


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"teams/a": 5, "teams/b": 6}, [[("a",), ("b",)]]),
        # 4 + 1: the mean of the two means and the plain mean would give the one
        ({"teams/a": 4, "teams/b": 1}, [[("a", "b")]]),
        ({"teams/a": 40, "teams/b": 1, "teams/c": 1, "teams/d": 1}, [[("a",), ("b", "c", "d")]]),
        ({"teams/a": 40, "teams/b": 6, "teams/c": 1}, [[("a",), ("b", "c")]]),
        ({"teams/a": 2, "teams/b": 2, "teams/c": 2, "teams/d": 5}, [[("a", "b", "c"), ("d",)]]),
        # the same organisations have the same name in every circle
        ({"teams/a": 5, "teams/b": 5, "partners/a": 5}, [[("a",), ("b",)], [("a",)]]),
    ],
)
def test_organisations_are_joined_until_what_weighs_together_is_large_enough(where, expected):
    assert blocks(where) == expected


def test_blocks_are_named_without_saying_who_they_are():
    plan = plan_of(people({"teams/a": 5, "teams/b": 5, "partners/b": 5, "partners/c": 4}), RULE, OWN)
    names = [[(block.name, block.organisations) for block in group.blocks] for group in plan.groups]
    assert names == [[("block-1", ("a",)), ("block-2", ("b",))], [("block-3", ("b", "c"))]]


def test_a_single_dont_know_joins_an_organisation_of_five_to_another():
    full = ["2" * 9] * 10
    hole = [*full[:4], "?" + "2" * 8, *full[5:]]
    where = {"teams/a": 5, "teams/b": 5}
    assert len(plan_of(people(where, full), RULE, OWN).groups[0].blocks) == 2
    assert len(plan_of(people(where, hole), RULE, OWN).groups[0].blocks) == 1


def test_an_organisation_that_left_a_question_out_altogether_is_not_joined_for_that():
    given = ["2" * 9] * 5 + ["-" + "2" * 8] * 5
    plan = plan_of(people({"teams/a": 5, "teams/b": 5}, given), RULE, OWN)
    assert len(plan.groups[0].blocks) == 2
    assert plan.groups[0].masked_items == ()
    # but it cannot be read alone on that question
    assert plan.organisations_hidden is Hiding.TOO_FEW


def test_an_item_answered_by_too_few_of_a_group_is_left_out_there_only():
    given = ["2" * 9] * 4 + ["?" + "2" * 8] + ["2" * 9] * 5
    plan = plan_of(people({"steering/a": 5, "teams/a": 5}, given), RULE, OWN)
    assert plan.labelled("steering").masked_items == (ITEMS[0],)
    assert plan.labelled("teams").masked_items == ()


def test_the_importance_of_a_topic_is_left_out_rather_than_joining_organisations():
    sheets = [sheet(f"teams/{home}/{home}{n}", "2") for home in "ab" for n in range(5)]
    said = [
        sheet(f"teams/{home}/{home}{n}", {f"{TOPICS[0]}.importance": 4})
        for home in "ab"
        for n in range(5)
        if n or home == "a"
    ]
    group = plan_of(table(*sheets, *said), RULE, OWN).groups[0]
    assert len(group.blocks) == 2
    assert group.masked_topics == tuple(TOPICS)


def test_organisations_are_read_one_by_one_only_where_each_crossing_is_large_enough():
    apart = plan_of(people({"teams/a": 5, "teams/b": 5, "partners/a": 6}), RULE, OWN)
    assert apart.organisations_hidden is None
    assert apart.organisations_shown
    crossed = plan_of(people({"teams/a": 5, "teams/b": 5, "partners/a": 1, "partners/b": 5}), RULE, OWN)
    assert crossed.organisations_hidden is Hiding.TOO_FEW
    assert not crossed.organisations_shown


def test_who_gave_no_level_does_not_count():
    where = {"steering/a": 5, "teams/a": 5}
    plan = plan_of(people(where, ["2"] * 5 + ["2"] * 4 + ["?"]), RULE, OWN)
    assert [group.label for group in plan.groups] == ["steering+teams"]
    assert (plan.respondents, plan.organisations) == (9, 1)
    assert sum(plan.roll["teams"].values()) == 5


def test_a_circle_that_only_did_not_know_is_nowhere_and_pools_nobody():
    plan = plan_of(people({"steering/a": 5, "teams/a": 5, "partners/a": 1}, ["2"] * 10 + ["?"]), RULE, OWN)
    assert [group.label for group in plan.groups] == ["steering", "teams"]
    assert [(one.circle, one.verdict.respondents, one.read_with) for one in plan.hidden] == [("partners", 0, ())]
    assert plan.group_of("partners") is None


def test_too_few_in_all_shows_nothing_and_says_how_many_there_are():
    plan = plan_of(people({"steering/a": 2, "teams/b": 2}), RULE, OWN)
    assert plan.nothing_shown
    assert not plan.organisations_shown
    assert plan.whole == cell_verdict({"a": 2, "b": 2}, RULE)
    assert [one.circle for one in plan.hidden] == ["steering", "teams"]


def test_the_self_circle_is_alone_or_is_not_compared():
    assert plan_of(people({"steering/a": 5, "teams/a": 5}), RULE, OWN).own_circle_alone
    assert not plan_of(people({"steering/a": 4, "teams/a": 5}), RULE, OWN).own_circle_alone


def test_an_open_plan_shows_everything():
    answers = people({"steering/a": 1, "teams/b": 1, "teams/c": 2})
    plan = open_plan(answers, OWN)
    assert plan.is_open
    assert [group.label for group in plan.groups] == ["steering", "teams"]
    assert plan.hidden == ()
    assert plan.organisations_shown
    assert (plan.respondents, plan.organisations) == (4, 3)
    assert plan.whole.shown
    assert plan.roll == roll_of(answers) == {"steering": {"a": 1}, "teams": {"b": 1, "c": 2}}


@given(alliances())
@settings(max_examples=50, deadline=None)
def test_everything_a_plan_shows_is_large_enough(answers):
    plan = plan_of(answers, RULE, OWN)
    answered = answers.answered
    for group in plan.groups:
        rows = [
            row
            for row, circle in enumerate(answers.circle_of)
            if answers.circles[circle] in group.circles and answered[row].any()
        ]
        assert len(rows) == group.respondents
        homes = {row: answers.organisations[answers.organisation_of[row]] for row in rows}
        assert cell_verdict(counted(homes, rows), RULE).shown
        for column, item in enumerate(answers.items):
            if item in group.masked_items:
                assert not cell_verdict(counted(homes, [r for r in rows if answered[r, column]]), RULE).shown
                continue
            for block in group.blocks:
                said = [row for row in rows if answered[row, column] and homes[row] in block.organisations]
                assert not said or cell_verdict(counted(homes, said), RULE).shown


def counted(homes, rows):
    counts = {}
    for row in rows:
        counts[homes[row]] = counts.get(homes[row], 0) + 1
    return counts


@given(alliances())
@settings(max_examples=60, deadline=None)
def test_a_plan_passes_through_json(answers):
    for plan in (plan_of(answers, RULE, OWN), open_plan(answers)):
        assert Plan.from_json(json.loads(json.dumps(plan.to_json()))) == plan


@given(alliances())
@settings(max_examples=60, deadline=None)
def test_every_circle_where_someone_answered_is_in_one_group_or_nothing_is_shown(answers):
    plan = plan_of(answers, RULE, OWN)
    placed = [circle for group in plan.groups for circle in group.circles]
    spoke = {answers.circles[c] for c, row in zip(answers.circle_of, answers.answered, strict=True) if row.any()}
    assert sorted(placed) == (sorted(spoke) if plan.groups else [])
    hidden = {one.circle for one in plan.hidden}
    assert hidden == set(answers.circles) - {group.label for group in plan.groups}


@pytest.mark.parametrize(
    ("regime", "facilitator", "is_open"),
    [
        (Regime.ATTRIBUTED, False, True),
        (Regime.ATTRIBUTED, True, True),
        (Regime.FACILITATOR, False, False),
        (Regime.FACILITATOR, True, True),
        (Regime.AGGREGATE, False, False),
        (Regime.AGGREGATE, True, False),
    ],
)
def test_who_sees_who_answered_what(regime, facilitator, is_open):
    answers = people({"steering/a": 1, "teams/b": 2, "teams/c": 3})
    plan = plan_under(regime, answers, RULE, OWN, facilitator=facilitator)
    assert plan == (open_plan(answers, OWN) if is_open else plan_of(answers, RULE, OWN))
