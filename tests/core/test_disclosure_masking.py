"""The masked table: what is hidden is blank, who is who is gone, and the people inside a block can change places."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import sheet, table
from tests.core.partners import (
    ITEMS,
    RULE,
    TOPICS,
    alliances,
    kept_likeness,
    people,
    places_changed,
    with_level,
    with_rows,
    without,
)

from cordee.core.answers import AnswerTable, Mark
from cordee.core.disclosure import AnotherTable, masked, open_plan, plan_of

OWN = "steering"


def same(one: AnswerTable, other: AnswerTable) -> bool:
    """Tell whether two tables are the same, cell by cell."""
    pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)]
    return all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f") if isinstance(a, np.ndarray) else a == b for a, b in pairs
    )


def test_groups_stand_for_circles_and_blocks_for_organisations():
    answers = people({"steering/a": 5, "teams/a": 4, "teams/b": 1, "partners/c": 1})
    shown = masked(answers, plan_of(answers, RULE, OWN))
    assert shown.circles == ("steering", "teams+partners")
    assert shown.organisations == ("block-1", "block-2")
    assert shown.weights.tolist() == [1.0, 3.0]
    assert shown.organisation_of.tolist() == [0] * 5 + [1] * 6
    assert shown.circle_of.tolist() == [0] * 5 + [1] * 6
    assert shown.respondents == tuple(f"r{n}" for n in range(1, 12))


def test_a_left_out_item_is_blank_for_the_whole_group_marks_included():
    given_ = ["3" * 9] * 4 + ["?" + "3" * 8] + ["1" * 9] * 5
    answers = people({"steering/a": 5, "teams/a": 5}, given_)
    shown = masked(answers, plan_of(answers, RULE, OWN))
    assert np.isnan(shown.scores[:5, 0]).all()
    assert (shown.marks[:5, 0] == Mark.UNANSWERED).all()
    assert (shown.scores[5:, 0] == 1).all()
    assert (shown.scores[:5, 1:] == 3).all()


def test_an_importance_said_by_too_few_is_blank():
    sheets = [sheet(f"teams/a/p{n}", "2") for n in range(5)]
    said = [sheet(f"teams/a/p{n}", {f"{topic}.importance": 4}) for topic in TOPICS[:2] for n in range(5)]
    answers = table(*sheets, *said[:5], *said[5:9])
    shown = masked(answers, plan_of(answers, RULE, OWN))
    assert (shown.importance[:, 0] == 4).all()
    assert np.isnan(shown.importance[:, 1]).all()


def test_who_gave_no_level_is_not_there():
    answers = people({"teams/a": 6}, ["2"] * 5 + ["?"])
    assert len(masked(answers, plan_of(answers, RULE, OWN)).respondents) == 5


def test_nothing_shown_is_an_empty_table():
    answers = people({"teams/a": 2})
    shown = masked(answers, plan_of(answers, RULE, OWN))
    assert (shown.respondents, shown.circles, shown.organisations) == ((), (), ())
    assert shown.scores.shape == (0, len(ITEMS))


def test_an_open_plan_leaves_the_table_as_it_is():
    answers = people({"teams/a": 1})
    assert masked(answers, open_plan(answers)) is answers


@given(alliances(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_plan_is_refused_for_other_people(answers, data):
    """A re-opened campaign, one more or one fewer person, would be a second cut to subtract from the first."""
    plan = plan_of(answers, RULE, OWN)
    fewer = without(answers, data.draw(st.integers(0, len(answers.respondents) - 1)))
    with pytest.raises(AnotherTable):
        masked(fewer, plan)
    with pytest.raises(AnotherTable):
        masked(answers, plan_of(fewer, RULE, OWN))


def test_items_and_topics_that_the_plan_does_not_know_are_blank():
    answers = people({"teams/a": 5})
    plan = plan_of(answers, RULE, OWN)
    newer = replace(answers, items=("new.one.vision", *ITEMS[1:]), topics=("new.one", *TOPICS[1:]))
    shown = masked(newer, plan)
    assert np.isnan(shown.scores[:, 0]).all()
    assert (shown.scores[:, 1:] == 2).all()
    assert np.isnan(shown.importance[:, 0]).all()


def test_the_same_plan_hides_the_same_items_in_a_newer_release():
    given_ = ["3" * 9] * 4 + ["?" + "3" * 8]
    answers = people({"steering/a": 5}, given_)
    plan = plan_of(answers, RULE, OWN)
    fewer_items = replace(answers, items=ITEMS[:6], scores=answers.scores[:, :6], marks=answers.marks[:, :6])
    np.testing.assert_array_equal(masked(fewer_items, plan).scores, masked(answers, plan).scores[:, :6])


@given(alliances(), st.data())
@settings(max_examples=60, deadline=None)
def test_the_people_of_a_block_can_change_places(answers, data):
    plan = plan_of(answers, RULE, OWN)
    before = masked(answers, plan)
    order = data.draw(places_changed(answers, plan))
    after = with_rows(answers, order)
    assert plan_of(after, RULE, OWN) == plan
    assert same(masked(after, plan), before)


@given(alliances(), st.data())
@settings(max_examples=50, deadline=None)
def test_what_is_left_out_may_be_anything(answers, data):
    plan = plan_of(answers, RULE, OWN)
    before, after = masked(answers, plan), answers
    for row in range(len(answers.respondents)):
        group = plan.group_of(answers.circles[answers.circle_of[row]])
        for column, item in enumerate(ITEMS):
            if answers.answered[row, column] and (group is None or item in group.masked_items):
                after = with_level(after, row, column, data.draw(st.integers(0, 4)))
    assert same(masked(after, plan), before)


@given(alliances(), st.integers(0, len(ITEMS) - 1), st.data())
@settings(max_examples=60, deadline=None)
def test_one_answer_can_change_place_inside_a_block(answers, item, data):
    plan = plan_of(answers, RULE, OWN)
    order = np.array(data.draw(places_changed(answers, plan)))
    scores = answers.scores.copy()
    scores[:, item] = scores[order, item]
    other = replace(answers, scores=scores)
    assert same(masked(other, plan), masked(answers, plan)) or kept_likeness(other, plan) != kept_likeness(
        answers, plan
    )


@given(alliances())
@settings(max_examples=50, deadline=None)
def test_each_item_keeps_its_answers_in_each_block(answers):
    plan = plan_of(answers, RULE, OWN)
    shown, counted = masked(answers, plan), answers.answered.any(axis=1)
    for place, group in enumerate(plan.groups):
        for block in group.blocks:
            rows = [
                counted[row]
                and answers.circles[answers.circle_of[row]] in group.circles
                and answers.organisations[answers.organisation_of[row]] in block.organisations
                for row in range(len(counted))
            ]
            there = (shown.circle_of == place) & (shown.organisation_of == shown.organisations.index(block.name))
            kept = [item not in group.masked_items for item in ITEMS]
            before, after = answers.scores[rows][:, kept], shown.scores[there][:, kept]
            np.testing.assert_array_equal(np.sort(before, axis=0), np.sort(after, axis=0))
            assert (np.isnan(after) == (shown.marks[there][:, kept] != Mark.ANSWERED)).all()
