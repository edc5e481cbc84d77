"""From rows to the engine and back, without losing or inventing anything."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.apps.diagnosis.bridge import (
    UnreadableSnapshot,
    read_one,
    reading_as_json,
    reading_from_json,
)
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Mark
from cordee.core.estimates import Refusal
from cordee.core.packs.pack import Pack

from .conftest import reference_pack

CHOICES = ["", "0", "1", "2", "3", "4", "dont_know", "not_applicable"]


def given_with(pack: Pack, **choices: str) -> Given:
    """Answer the express form: one choice for each facet, everywhere."""
    return Given(
        {item.id: GivenAnswer.from_choice(choices[item.facet]) for item in pack.instrument.items_of("express")}
    )


@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_reads_back_as_it_was_written(choice: str) -> None:
    answer = GivenAnswer.from_choice(choice)
    assert answer.choice == choice
    assert answer.is_given == bool(choice)
    assert (answer.level is not None) == choice.isdigit()


def test_a_word_without_answer_is_kept_and_is_no_answer() -> None:
    answer = GivenAnswer.from_choice("", "vu en réunion")
    assert answer.says_something
    assert not answer.is_given


def test_the_fingerprint_follows_the_content_and_not_the_order() -> None:
    one = {"a": GivenAnswer(Mark.ANSWERED, 1), "b": GivenAnswer(Mark.ANSWERED, 2)}
    given_one = Given(one)
    assert given_one.fingerprint == Given(dict(reversed(one.items()))).fingerprint
    assert given_one.fingerprint != Given(one, {"t": 4}).fingerprint
    assert given_one.fingerprint != Given({**one, "a": replace(one["a"], evidence="x")}).fingerprint


def test_what_was_given_survives_the_database_form() -> None:
    before = Given({"a": GivenAnswer(Mark.ANSWERED, 1, "mot"), "b": GivenAnswer(Mark.DONT_KNOW)}, {"t": 4}, {"q": "c"})
    assert Given.from_json(before.as_json()) == before
    assert before.without_evidence().answer("a") == GivenAnswer(Mark.ANSWERED, 1)


def test_one_person_is_one_organisation_in_the_circle_that_looks_at_itself(pack: Pack) -> None:
    reading = read_one(pack, "express", given_with(pack, vision="3", action="2", means="1"))
    assert (reading.respondents, reading.organisations) == (1, 1)
    assert reading.self_circle == pack.instrument.own_circle == "steering"
    assert reading.perception == ()
    assert all(axis.maturity.value == 2.0 for axis in reading.overall.axes)
    assert all(axis.maturity.interval_refused is Refusal.TOO_FEW_RESPONDENTS for axis in reading.overall.axes)


def test_a_blank_form_is_read_without_a_number(pack: Pack) -> None:
    reading = read_one(pack, "express", Given())
    assert reading.headline.id == "too_early"
    assert {axis.maturity.refused for axis in reading.overall.axes} == {Refusal.NO_ANSWER}
    assert reading.advice == ()


def test_dont_know_and_not_applicable_are_not_zero(pack: Pack) -> None:
    reading = read_one(pack, "express", given_with(pack, vision="3", action="dont_know", means="not_applicable"))
    item = next(item for item in reading.overall.items if item.facet == "action")
    assert item.score.value is None
    assert item.distribution.dont_know == 1
    assert all(axis.maturity.value is None for axis in reading.overall.axes)


def test_importance_moves_priorities_and_no_score(pack: Pack) -> None:
    plain = given_with(pack, vision="3", action="2", means="1")
    topics = pack.instrument.form("express").topics
    weighed = replace(plain, importance={topic: 4 if topic == topics[-1] else 2 for topic in topics})
    before, after = read_one(pack, "express", plain), read_one(pack, "express", weighed)
    assert before.priorities[0].topic == topics[0]
    assert after.priorities[0].topic == topics[-1]
    assert before.overall == after.overall


def test_answers_to_items_the_form_does_not_ask_are_left_out(pack: Pack) -> None:
    asked = given_with(pack, vision="3", action="2", means="1")
    more = Given({**asked.answers, "gone.topic.vision": GivenAnswer(Mark.ANSWERED, 4)})
    assert read_one(pack, "express", more) == read_one(pack, "express", asked)


@settings(max_examples=25, deadline=None)
@given(choices=st.lists(st.sampled_from(CHOICES), min_size=21, max_size=21))
def test_any_reading_survives_the_database_form(choices: list[str]) -> None:
    pack = reference_pack()
    items = [item.id for item in pack.instrument.items_of("express")]
    answers = {item: GivenAnswer.from_choice(choice) for item, choice in zip(items, choices, strict=True)}
    reading = read_one(pack, "express", Given(answers))
    assert reading_from_json(reading_as_json(reading)) == reading


def test_a_reading_of_a_newer_engine_is_read_without_what_it_added(pack: Pack) -> None:
    reading = read_one(pack, "express", given_with(pack, vision="3", action="2", means="1"))
    document = {**reading_as_json(reading), "added_later": 1}
    assert reading_from_json(document) == reading


def test_a_reading_that_lacks_what_this_engine_needs_says_so(pack: Pack) -> None:
    document = reading_as_json(read_one(pack, "express", Given()))
    del document["overall"]
    with pytest.raises(UnreadableSnapshot, match="overall"):
        reading_from_json(document)
