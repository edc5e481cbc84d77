"""An adversary reads everything that is published and recovers nothing; and finds what leaks when something does.

`pytest -s` prints how many times each attack was tried.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.core import adversary
from tests.core.adversary import LEAKS, OWN, Tally, counting_attack, differs, everything, linear_attack, published
from tests.core.partners import (
    ITEMS,
    RULE,
    alliances,
    kept_likeness,
    people,
    places_changed,
    with_level,
    with_rows,
    without,
)

from cordee.core.answers import AnswerTable, Mark
from cordee.core.disclosure import AnotherTable, masked, masking, plan_of

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def tallies() -> Iterator[dict[str, Tally]]:
    """Count the attempts of every attack of this module, and print them at the end."""
    kept: dict[str, Tally] = {}
    yield kept
    sys.stdout.write("\n" + "".join(f"{each}\n" for each in kept.values()))


def tally(tallies: dict[str, Tally], attack: str) -> Tally:
    return tallies.setdefault(attack, Tally(attack))


def recovered_nothing(count: Tally, floor: int) -> None:
    assert count.disclosures == 0
    assert count.attempts >= floor, count.attempts


LEAKING = {
    # one organisation of four and one of one
    "four_and_one": people({"teams/a": 4, "teams/b": 1, "steering/a": 3, "steering/b": 2}),
    # a circle of two beside larger ones
    "small_circle": people({"steering/a": 5, "teams/a": 2, "partners/b": 5}),
    # an item that four of five answered
    "hole": people({"steering/a": 5, "teams/b": 5}, ["2" * 9] * 4 + ["?" + "2" * 8] + ["2" * 9] * 5),
}


# ── Who said what inside what is shown ──────────────────────────────────────────────────────────────────────────────


def test_people_of_a_block_change_places_and_nothing_published_moves(tallies):
    count = tally(tallies, "people of a block change places")

    @given(alliances(most=18), st.data())
    @settings(SLOW, max_examples=50)
    def attack(answers, data):
        plan = plan_of(answers, RULE, OWN)
        order = data.draw(places_changed(answers, plan))
        assume(plan.groups and order != sorted(order))
        count.attempts += 1
        count.disclosures += differs(published(answers), published(with_rows(answers, order)))

    attack()
    recovered_nothing(count, 40)


def test_one_answer_changes_place_and_nothing_published_moves(tallies):
    """Not even the width of an interval, but for one coarse number over all that is kept on purpose."""
    count = tally(tallies, "one answer changes place inside a block")

    def said(values):
        # words of evidence carry a whole sheet here, which would move
        return (*values[:3], *values[4:])

    @given(alliances(most=18), st.integers(0, len(ITEMS) - 1), st.data())
    @settings(SLOW, max_examples=40)
    def attack(answers, item, data):
        plan = plan_of(answers, RULE, OWN)
        order = np.array(data.draw(places_changed(answers, plan)))
        assume(plan.groups and (answers.scores[order, item] != answers.scores[:, item]).any())
        scores = answers.scores.copy()
        scores[:, item] = scores[order, item]
        other = replace(answers, scores=scores)
        assume(kept_likeness(answers, plan) == kept_likeness(other, plan))
        count.attempts += 1
        count.disclosures += differs(said(published(answers)), said(published(other)))

    attack()
    recovered_nothing(count, 30)


COARSE = 4
"""How many values are kept of how alike the answers of one person are."""


def publications_of_sheets(publisher, levels) -> tuple[int, int]:
    """Deal the same answers to the items of one axis in every way: how many ways, and how many publications."""
    answers = people({"teams/a": len(levels[0])})
    sheets = {
        tuple(sorted(zip(levels[0], *rest, strict=True)))
        for rest in product(*(sorted(set(permutations(column))) for column in levels[1:]))
    }
    found = set()
    for sheet in sheets:
        scores = answers.scores.copy()
        scores[:, -len(levels) :] = np.array(sheet)
        found.add(repr(list(everything(publisher(replace(answers, scores=scores))))))
    return len(sheets), len(found)


def readings_alone(answers):
    return published(answers)[:3]


SHEETS = [
    ((2, 3, 1, 2, 1), (3, 3, 3, 4, 3), (2, 1, 3, 1, 3)),
    ((1, 1, 1, 2, 2), (4, 4, 2, 2, 3), (2, 3, 1, 3, 3)),
    ((0, 0, 4, 4, 2), (1, 1, 1, 1, 4), (3, 3, 3, 0, 0)),
]


@pytest.mark.parametrize("levels", SHEETS, ids=range(len(SHEETS)))
def test_how_the_answers_of_a_person_go_together_is_not_published(tallies, levels):
    """All the sheets that five people may have handed in, given the answers to each question."""
    count = tally(tallies, "whole sheets are put together again")
    ways, publications = publications_of_sheets(readings_alone, levels)
    count.attempts += ways
    count.disclosures += max(0, publications - COARSE)
    recovered_nothing(count, 20)


def test_rounding_alone_would_have_told_every_sheet(monkeypatch):
    monkeypatch.setattr(masking, "dealt_again", lambda levels, blocks: levels)
    ways, publications = publications_of_sheets(readings_alone, SHEETS[0])
    assert publications == ways > 20


def test_what_is_hidden_may_be_anything_and_nothing_published_moves(tallies):
    count = tally(tallies, "hidden answers are changed")

    @given(alliances(most=9), st.data())
    @settings(SLOW, max_examples=50)
    def attack(answers, data):
        other = hidden_changed(answers, data)
        assume(other is not None)
        count.attempts += 1
        count.disclosures += differs(published(answers), published(other))

    attack()
    recovered_nothing(count, 40)


def hidden_changed(answers, data):
    """Change every level that is left out, and every mark beside it that carries none; None where nothing is."""
    plan, scores, marks = plan_of(answers, RULE, OWN), answers.scores.copy(), answers.marks.copy()
    left_out = np.zeros(scores.shape, dtype=bool)
    for row, circle in enumerate(answers.circle_of):
        group = plan.group_of(answers.circles[circle])
        left_out[row] = [group is None or item in group.masked_items for item in answers.items]
    for row, column in zip(*np.nonzero(left_out), strict=True):
        if marks[row, column] == Mark.ANSWERED:
            scores[row, column] = data.draw(st.integers(0, 4))
        else:
            marks[row, column] = data.draw(st.sampled_from([Mark.DONT_KNOW, Mark.NOT_APPLICABLE, Mark.UNANSWERED]))
    return replace(answers, scores=scores, marks=marks) if left_out.any() else None


def test_names_days_and_order_leave_no_trace(tallies):
    count = tally(tallies, "people are renamed")

    @given(alliances(most=16), st.integers(1, 9))
    @settings(SLOW, max_examples=15)
    def attack(answers, step):
        renamed = replace(answers, respondents=tuple(f"{step}{name[::-1]}" for name in answers.respondents))
        count.attempts += 1
        count.disclosures += differs(published(answers), published(renamed))

    attack()
    recovered_nothing(count, 10)


# ── Every linear combination ────────────────────────────────────────────────────────────────────────────────────────


def test_no_sum_or_difference_gives_a_group_too_small_to_be_shown(tallies):
    count = tally(tallies, "linear combinations give a small group")

    @given(alliances(most=10), st.integers(0, len(ITEMS) - 1))
    @settings(SLOW, max_examples=20)
    def attack(answers, item):
        linear_attack(adversary.exact, answers, item, count)

    attack()
    for answers in LEAKING.values():
        linear_attack(adversary.exact, answers, 0, count)
    recovered_nothing(count, 2_000)


def test_nor_does_one_where_organisations_are_read_one_by_one(tallies):
    count = tally(tallies, "linear combinations, organisations apart")
    answers = people({"steering/a": 5, "teams/a": 6, "teams/b": 5})
    assert plan_of(answers, RULE, OWN).organisations_shown
    narrow = replace_most(answers)
    linear_attack(adversary.exact, narrow, 0, count)
    recovered_nothing(count, 500)


def replace_most(answers: AnswerTable) -> AnswerTable:
    """Leave the first circle out of the first item, so that its sets can all be listed."""
    marks, scores = answers.marks.copy(), answers.scores.copy()
    first = answers.circle_of == 0
    marks[first, 0], scores[first, 0] = Mark.DONT_KNOW, np.nan
    return replace(answers, marks=marks, scores=scores)


# ── Every way they could have answered ──────────────────────────────────────────────────────────────────────────────


def test_no_answer_is_the_only_one_that_fits_what_is_published(tallies):
    count = tally(tallies, "all ways to answer are listed")
    homes = st.lists(st.sampled_from(["steering/a", "teams/a", "teams/b", "partners/c"]), min_size=2, max_size=6)

    @given(homes, st.data())
    @settings(SLOW, max_examples=12)
    def attack(places, data):
        answers = people({place: places.count(place) for place in sorted(set(places))})
        said = [data.draw(st.integers(0, 5)) > 0 for _ in places]
        assume(any(said))
        counting_attack(adversary.exact, answers, said, (0, 1, 4), count)

    attack()
    for where in ({"teams/a": 4, "teams/b": 1}, {"steering/a": 1, "teams/b": 1, "partners/c": 1}):
        counting_attack(adversary.exact, people(where), [True] * sum(where.values()), range(5), count)
    recovered_nothing(count, 500)


# ── Filters, languages, words, waves, a facilitator who tries again ─────────────────────────────────────────────────


def test_words_of_a_small_group_leave_no_trace(tallies):
    count = tally(tallies, "words withheld are changed")

    @given(alliances(most=18), st.text(max_size=5))
    @settings(SLOW, max_examples=40)
    def attack(answers, text):
        plan = plan_of(answers, RULE, OWN)
        words = adversary.words_of(answers)
        large = {
            group.label
            for group in plan.groups
            if answers.answered[np.isin(answers.circle_of, [answers.circles.index(c) for c in group.circles]), 0].sum()
            >= RULE.fewest_for_verbatims
        }
        label = {circle: group.label for group in plan.groups for circle in group.circles}
        others = [word if label.get(word.circle) in large else replace(word, text=text) for word in words]
        assume(others != words)
        shown, again = (adversary.published_verbatims(each, answers, plan, RULE) for each in (words, others))
        count.attempts += 1
        count.disclosures += shown != again or any(word.organisation for word in shown)

    attack()
    recovered_nothing(count, 30)


def test_two_waves_tell_no_more_than_each(tallies):
    """Both waves are read together, while people of a block change places in one, the other or both."""
    count = tally(tallies, "two waves are read together")

    @given(alliances(most=14), alliances(most=14), st.data())
    @settings(SLOW, max_examples=15)
    def attack(first, second, data):
        moved = [with_rows(wave, data.draw(places_changed(wave, plan_of(wave, RULE, OWN)))) for wave in (first, second)]
        count.attempts += 3
        before = [published(wave) for wave in (first, second)]
        after = [published(wave) for wave in moved]
        pairs = [(after[0], before[1]), (before[0], after[1]), (after[0], after[1])]
        count.disclosures += sum(differs(tuple(before), pair) for pair in pairs)

    attack()
    recovered_nothing(count, 40)


def test_a_facilitator_who_opens_again_or_exports_a_part_is_refused(tallies):
    """The plan holds for the people it was made for: one more, one fewer or one moved, and there is no second cut."""
    count = tally(tallies, "a second cut of nearly the same people")

    @given(alliances(most=12))
    @settings(SLOW, max_examples=30)
    def attack(answers):
        plan = plan_of(answers, RULE, OWN)
        for row in range(len(answers.respondents)):
            for first, second in ((answers, without(answers, row)), (without(answers, row), answers)):
                count.attempts += 1
                kept = plan if first is answers else plan_of(first, RULE, OWN)
                try:
                    masked(second, kept)
                except AnotherTable:
                    continue
                count.disclosures += 1

    attack()
    recovered_nothing(count, 200)


# ── The attacks find what leaks ─────────────────────────────────────────────────────────────────────────────────────

CAUGHT = [
    (adversary.leaking_everything, "four_and_one"),
    (adversary.leaking_everything, "small_circle"),
    (adversary.leaking_everything, "hole"),
    (adversary.leaking_small_organisations, "four_and_one"),
    (adversary.leaking_items, "hole"),
    (adversary.leaking_by_subtraction, "small_circle"),
]
IDS = [f"{leak.__name__}-{where}" for leak, where in CAUGHT]


def test_every_leak_is_tried():
    assert {leak for leak, _ in CAUGHT} == set(LEAKS)


@pytest.mark.parametrize(("leak", "where"), CAUGHT, ids=IDS)
def test_the_linear_attack_finds_what_leaks(leak, where):
    found = Tally("linear")
    linear_attack(leak, LEAKING[where], 0, found)
    assert found.disclosures > 0


SMALL = {
    "four_and_one": (people({"teams/a": 4, "teams/b": 1}), [True] * 5),
    "small_circle": (people({"steering/a": 5, "teams/b": 1}), [True] * 6),
    "hole": (people({"steering/a": 2, "teams/a": 5}), [True] * 2 + [False] * 5),
}


@pytest.mark.parametrize(("leak", "where"), CAUGHT, ids=IDS)
def test_the_counting_attack_finds_what_leaks(leak, where):
    """Two of seven answered an item; or five are read as two organisations; or one stands alone in a circle."""
    answers, said = SMALL[where]
    found = Tally("counting")
    counting_attack(leak, answers, said, (0, 1, 4), found)
    assert found.disclosures > 0


@pytest.mark.parametrize(("leak", "where"), CAUGHT, ids=IDS)
def test_changing_places_or_what_is_hidden_finds_what_leaks(leak, where):
    answers = LEAKING[where]
    if where == "hole":
        other = with_level(answers, 0, 0, 4)
    else:
        answers = with_level(answers, len(answers.respondents) - 1, 0, 4)
        other = with_rows(answers, swapped(answers))
    assert not differs(published(answers), published(other))
    assert differs(leak(answers), leak(other))


def swapped(answers: AnswerTable) -> list[int]:
    """Swap the person who stands at 4 with one of another organisation or circle who weighs with them."""
    plan = plan_of(answers, RULE, OWN)
    order = list(range(len(answers.respondents)))
    one = order[-1]
    home = (answers.circle_of[one], answers.organisation_of[one])
    group = plan.group_of(answers.circles[home[0]])
    other = next(
        row
        for row in order
        if plan.group_of(answers.circles[answers.circle_of[row]]) is group
        and (answers.circle_of[row], answers.organisation_of[row]) != home
    )
    order[one], order[other] = other, one
    return order
