"""The choice of a method: the rules that hold, what is set aside, what would change it, whatever the answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import reference_pack

from cordee.core.packs.instrument import Choice
from cordee.core.packs.pack import Pack
from cordee.core.packs.selector import Method, Selector, SelectorQuestion
from cordee.core.packs.text import Text
from cordee.core.selector import Selection, every_answer, select


def shipped() -> Selector:
    found = reference_pack().selector
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that is shipped."""
    return reference_pack()


@pytest.fixture(scope="module")
def selector() -> Selector:
    """The selector that is shipped."""
    return shipped()


def text(words: str) -> Text:
    return Text(fr=words, en=words)


def question(name: str, *choices: str, needed: bool = False) -> SelectorQuestion:
    made = tuple(Choice(id=one, name=text(one)) for one in choices)
    return SelectorQuestion(id=name, question=text(name), why=text("why"), needed=needed, choices=made)


def method(name: str, least: int, *rules: tuple[str, str, str, int | None]) -> Method:
    words = {key: {"fr": "x", "en": "x"} for key in ("name", "answers", "suits", "avoid", "skills", "limits")}
    told = [
        {"effect": effect, "question": asked, "choices": choices.split(), "weight": weight, "reason": words["name"]}
        for effect, asked, choices, weight in rules
    ]
    days = {"least": least, "most": 90}
    return Method.model_validate(
        {"id": name, **words, "days": days, "money": "nothing", "sources": ["s"], "rules": told}
    )


USE = question("use", "learn", "prove", needed=True)
DAYS = question("days", "few", "many")
LIGHT = method("light", 1, ("fits", "use", "learn", 1))
HEAVY = method("heavy", 20, ("fits", "use", "learn prove", 1), ("excludes", "days", "few", None))
PROOF = method("proof", 30, ("fits", "use", "prove", 3), ("excludes", "days", "few", None))
SMALL = Selector([USE, DAYS], [HEAVY, LIGHT, PROOF], [])


def names(selection: Selection) -> list[str]:
    return [one.method.id for one in selection.proposals]


def test_points_are_the_sum_of_the_rules_that_hold(selector: Selector):
    chosen = select(selector, {"purpose": "dialogue", "days": "ten", "object": "balance"})
    for one in chosen.proposals:
        assert one.points == sum(rule.weight or 0 for rule in one.reasons) > 0
        assert all(rule.effect == "fits" for rule in one.reasons)


def test_the_lighter_comes_first_when_nothing_else_tells_them_apart():
    chosen = select(SMALL, {"use": "learn", "days": "many"})
    assert names(chosen) == ["light", "heavy"]
    assert all(one.tied for one in chosen.proposals)


def test_an_excluded_method_is_set_aside_with_its_reason():
    chosen = select(SMALL, {"use": "prove", "days": "few"})
    assert names(chosen) == []
    assert [one.method.id for one in chosen.set_aside] == ["heavy", "proof"]
    assert [one.id for one in chosen.silent] == ["light"]
    assert all(one.reasons for one in chosen.set_aside)


def test_what_would_change_the_advice_is_told_even_when_nothing_suits():
    chosen = select(SMALL, {"use": "prove", "days": "few"})
    assert [(turn.question, turn.choices, turn.method.id) for turn in chosen.turns] == [
        ("use", ("learn",), "light"),
        ("days", ("many",), "proof"),
    ]


@pytest.mark.parametrize("given_answers", [{}, {"days": "few"}, {"use": "fly", "days": "few"}])
def test_too_little_said_is_refused(given_answers: dict[str, str]):
    chosen = select(SMALL, given_answers)
    assert chosen == Selection(missing=("use",))


def test_every_combination_proposes_a_method_or_says_why_none(selector: Selector):
    asked = {question.id for question in selector.questions if question.needed}
    enough = 0
    for number, answers in enumerate(every_answer(selector)):
        if not asked <= set(answers) or number % 7:
            continue  # one in seven, spread over all: each question takes every value with every other
        chosen = select(selector, answers)
        enough += 1
        assert chosen.proposals, answers
        assert chosen.approaches, answers
        told = {*names(chosen), *(one.method.id for one in chosen.set_aside), *(one.id for one in chosen.silent)}
        assert told == {one.id for one in selector.methods}
        assert len(told) == len(chosen.proposals) + len(chosen.set_aside) + len(chosen.silent)
    assert enough > 1_500


def test_the_order_is_the_one_of_points(selector: Selector):
    chosen = select(selector, {"purpose": "learn", "days": "more", "stage": "over_7_years"})
    points = [one.points for one in chosen.proposals]
    assert points == sorted(points, reverse=True)


ANSWERS = st.fixed_dictionaries(
    {"purpose": st.sampled_from([choice.id for choice in shipped().question("purpose").choices])},
    optional={
        one.id: st.sampled_from([choice.id for choice in one.choices])
        for one in shipped().questions
        if one.id != "purpose"
    },
)


@settings(max_examples=60, deadline=None)
@given(answers=ANSWERS)
def test_a_turn_tells_the_truth(answers: dict[str, str]):
    selector = shipped()
    chosen = select(selector, answers)
    for turn in chosen.turns:
        for choice in turn.choices:
            assert names(select(selector, {**answers, turn.question: choice}))[0] == turn.method.id
        assert not chosen.proposals or chosen.proposals[0].method.id != turn.method.id


@settings(max_examples=40, deadline=None)
@given(answers=ANSWERS)
def test_an_answer_more_never_brings_back_what_is_excluded(answers: dict[str, str]):
    selector = shipped()
    whole = select(selector, answers)
    fewer = select(selector, {key: value for key, value in answers.items() if key in ("purpose", "days")})
    excluded = {one.method.id for one in fewer.set_aside}
    assert excluded <= {one.method.id for one in whole.set_aside} or fewer.missing


def test_the_same_is_said_twice(selector: Selector):
    answers = {"purpose": "account", "days": "forty", "stakes": "high", "money": "some"}
    assert select(selector, answers) == select(selector, answers)


def test_the_heavy_ones_are_never_proposed_for_two_days(selector: Selector):
    for purpose in selector.question("purpose").choices:
        chosen = select(selector, {"purpose": purpose.id, "days": "two"})
        assert all(one.method.days.least <= 2 for one in chosen.proposals)


def test_each_rule_about_days_or_money_agrees_with_the_cost_that_is_shown(selector: Selector):
    most = {"two": 2, "ten": 10, "forty": 40}
    rank = ["nothing", "little", "some", "much"]
    for one in selector.methods:
        by_question = {
            asked: {
                choice
                for rule in one.rules
                if rule.effect == "excludes" and rule.question == asked
                for choice in rule.choices
            }
            for asked in ("days", "money")
        }
        assert by_question["days"] == {name for name, days in most.items() if days < one.days.least}, one.id
        assert by_question["money"] == {*rank[: rank.index(one.money)]}, one.id


def test_there_are_enough_methods_each_with_sources(pack: Pack, selector: Selector):
    assert len(selector.methods) >= 16
    known = {source.id for source in pack.sources}
    assert all(set(one.sources) <= known and one.sources for one in selector.methods)
    assert {one.axis for one in selector.approaches} == {axis.id for axis in pack.instrument.axes}
