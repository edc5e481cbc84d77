"""The walk of a compass, and every path of the one that is shipped."""

from collections import Counter
from collections.abc import Callable
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.alliance import reference_pack

from cordee.core.compass import RANKS, Bearing, StillAsks, choice_for_stage, every_answer, route_of, walk
from cordee.core.packs.compass import Compass, Target
from cordee.core.packs.pack import Pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that is shipped."""
    return reference_pack()


@pytest.fixture(scope="module")
def compass(pack: Pack) -> Compass:
    """The compass that is shipped."""
    found = pack.compass
    assert found is not None
    return found


@pytest.fixture(scope="module")
def bearings(compass: Compass) -> list[tuple[dict[str, str], Bearing]]:
    """Every combination of answers, with where it leads."""
    return [(answers, walk(compass, answers)) for answers in every_answer(compass)]


LISTS: dict[str, Callable[[Pack], set[str]]] = {
    "term": lambda pack: {one.id for one in pack.terms},
    "tool": lambda pack: {one.id for one in pack.tools},
    "story": lambda pack: {one.id for one in pack.stories},
    "course": lambda pack: {one.id for one in pack.courses},
    "axis": lambda pack: {one.id for one in pack.instrument.axes},
    "impact": lambda pack: {"performance", "innovation", "trust"},
}


def exists(target: Target, pack: Pack) -> bool:
    if target.kind == "page":
        return True  # a closed list of pages, which `tests/apps/library/test_targets.py` looks at
    if target.step is not None:
        return target.step in {step.id for one in pack.courses if one.id == target.course for step in one.steps}
    return target.id in LISTS[target.kind](pack)


def test_every_combination_of_answers_finds_a_door(compass: Compass, bearings: list[tuple[dict[str, str], Bearing]]):
    sizes = [len(question.choices) for question in compass.questions]
    assert len(bearings) == 8 * 7 * 5 * 6 * 4 == prod(sizes)
    assert {bearing.door.id for _, bearing in bearings} == {door.id for door in compass.doors}


def test_each_answer_that_counted_gives_one_reason(bearings: list[tuple[dict[str, str], Bearing]]):
    for answers, bearing in bearings:
        questions = [reason.question for reason in bearing.reasons]
        assert questions[0] == "wish"
        assert len(questions) == len(set(questions)) == len(bearing.path) >= 2
        assert all(answers[reason.question] == reason.choice for reason in bearing.reasons)
        owed = {step.question for step in bearing.route}
        assert set(bearing.unused) == set(answers) - set(questions) - owed


def test_every_runner_up_is_told_by_one_change_that_really_leads_there(
    compass: Compass, bearings: list[tuple[dict[str, str], Bearing]]
):
    for answers, bearing in bearings:
        second = bearing.runner_up
        assert second is not None
        assert second.door.id != bearing.door.id
        assert answers[second.question] not in second.choices
        for choice in second.choices:
            assert walk(compass, {**answers, second.question: choice}).door == second.door


def test_every_route_has_three_steps_that_exist_and_suit(
    pack: Pack, compass: Compass, bearings: list[tuple[dict[str, str], Bearing]]
):
    for answers, bearing in bearings:
        assert tuple(step.rank for step in bearing.route) == RANKS
        assert all(step.question is None or answers[step.question] in step.choices for step in bearing.route)
        assert bearing.minutes == sum(step.minutes for step in bearing.route)
    assert all(exists(step.to, pack) for door in compass.doors for step in door.route)
    assert all(exists(door.to, pack) for door in compass.doors)


def test_every_way_of_a_route_is_taken_by_somebody(bearings: list[tuple[dict[str, str], Bearing]], compass: Compass):
    taken = Counter(step.id for _, bearing in bearings for step in bearing.route)
    assert [step.id for door in compass.doors for step in door.route if not taken[step.id]] == []


def test_no_route_leads_twice_to_the_same_thing(bearings: list[tuple[dict[str, str], Bearing]]):
    for answers, bearing in bearings:
        targets = [step.to for step in bearing.route]
        assert len(set(targets)) == 3, (answers, bearing.door.id)


def test_a_first_step_always_holds_in_a_quarter_of_an_hour(bearings: list[tuple[dict[str, str], Bearing]]):
    assert max(bearing.route[0].minutes for _, bearing in bearings) <= 15


def test_a_step_that_is_a_step_of_a_course_takes_as_long(pack: Pack, compass: Compass):
    long = {step.id: step.minutes for course in pack.courses for step in course.steps}
    steps = [step for door in compass.doors for step in door.route if step.to.step]
    assert [step.id for step in steps if step.minutes != long[str(step.to.step)]] == []


def test_no_step_takes_longer_than_its_tool(pack: Pack, compass: Compass):
    long = {tool.id: tool.minutes for tool in pack.tools if tool.minutes}
    steps = [step for door in compass.doors for step in door.route if step.to.tool in long]
    assert steps
    assert [step.id for step in steps if step.minutes > long[str(step.to.tool)]] == []


def test_a_mayor_and_a_charity_that_start_from_elsewhere_get_other_doors(compass: Compass):
    mayor = {"wish": "peers", "profile": "local_authority", "maturity": "emerging", "objective": "stakeholders"}
    charity = {"wish": "evaluate", "profile": "association", "maturity": "shared", "time": "hour"}
    assert walk(compass, mayor | {"time": "hour"}).door.id == "catalysts"
    assert walk(compass, charity | {"objective": "resources"}).door.id == "selector"


def test_only_what_the_path_meets_must_be_answered(compass: Compass):
    assert walk(compass, {"wish": "learn", "maturity": "absent"}).door.id == "making-alliance"
    with pytest.raises(StillAsks) as missing:
        walk(compass, {"wish": "learn"})
    assert missing.value.question == "maturity"


def test_an_answer_that_is_not_offered_is_no_answer(compass: Compass):
    with pytest.raises(StillAsks) as missing:
        walk(compass, {"wish": "fly"})
    assert missing.value.question == "wish"


def test_a_change_that_leads_nowhere_sure_is_not_proposed(compass: Compass):
    found = walk(compass, {"wish": "learn", "maturity": "absent"}).runner_up
    assert found is not None
    assert found.question == "maturity"


def test_each_stage_of_the_rules_has_its_answer(pack: Pack, compass: Compass):
    for stage in pack.scoring.stages:
        assert choice_for_stage(compass, stage.id) == ("maturity", stage.id)
    assert choice_for_stage(compass, "nowhere") is None


ODD = ["", "fly", "\x00", "é", "wish", "learn", "tool", "absent", "dont_know", "hour", "company", "skills"]


@given(st.dictionaries(st.sampled_from(["wish", "profile", "objective", "maturity", "time"]), st.sampled_from(ODD)))
def test_odd_answers_are_asked_again_or_lead_to_a_door(answers: dict[str, str]):
    compass = reference_pack().compass
    assert compass is not None
    asked = first_asked(compass, answers)
    assert asked is None or asked in {question.id for question in compass.questions}


def first_asked(compass: Compass, answers: dict[str, str]) -> str | None:
    """Return the question that keeps answers from leading to a door; None once they lead to one."""
    try:
        bearing = walk(compass, answers)
    except StillAsks as missing:
        return missing.question
    return None if len(bearing.route) == len(RANKS) else "a route is cut short"


def test_a_route_without_answers_takes_what_suits_everybody(compass: Compass):
    for door in compass.doors:
        assert [step.question for step in route_of(door, {})] == [None, None, None]
