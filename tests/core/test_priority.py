"""Shortfall × importance × leverage, with its factors."""

import pytest
from tests.core.alliance import answer, read, sheet


def priorities(*sheets, form="full"):
    return {row.topic: row for row in read(*sheets, form=form).priorities}


def test_the_product_and_its_factors():
    given = sheet("steering/o/r", "331 332 333" + "3" * 12, form="full")
    given += [answer("r", "o", "steering", "a.one.importance", 2)]
    row = priorities(given)["a.one"]
    assert (row.axis, row.target, row.importance_given) == ("a", 3, True)
    assert row.score == pytest.approx(7 / 3)
    assert row.shortfall == pytest.approx(2 / 3)
    assert row.importance == 0.5
    assert row.leverage == pytest.approx(2 / 3)
    assert row.value == pytest.approx(2 / 3 * 0.5 * 2 / 3)


def test_where_nobody_said_importance_is_whole():
    row = priorities(sheet("steering/o/r", "1", form="full"))["a.one"]
    assert (row.importance, row.importance_given) == (1, False)
    assert row.value == pytest.approx(2 / 3)  # (3 − 1) × 1 × 1/3: no gap, three topics


def test_importance_is_scored_as_an_item_is():
    people = {"council": (4, 4, 4), "charity": (0,)}
    sheets = []
    for organisation, levels in people.items():
        for place, level in enumerate(levels):
            name = f"{organisation}{place}"
            sheets.append(sheet(f"teams/{organisation}/{name}", "1", form="full"))
            sheets[-1].append(answer(name, organisation, "teams", "a.one.importance", level))
    sheets.append(sheet("steering/council/lead", "1", form="full"))
    sheets[-1].append(answer("lead", "council", "steering", "a.one.importance", 4))
    # teams: (4 + 0) / 2 = 2; with steering (2 + 4) / 2 = 3, of 4
    assert priorities(*sheets)["a.one"].importance == 0.75


def test_an_importance_of_zero_is_said_and_counts():
    given = [*sheet("steering/o/r", "1", form="full"), answer("r", "o", "steering", "a.one.importance", 0)]
    row = priorities(given)["a.one"]
    assert (row.importance, row.importance_given, row.value) == (0, True, 0)


def test_above_the_target_nothing_is_short():
    assert {row.value for row in priorities(sheet("steering/o/r", "4", form="full")).values()} == {0}


def test_the_highest_comes_first_and_ties_keep_the_order_of_the_form():
    reading = read(sheet("steering/o/r", "222 222 222 111"), form="short")
    assert [row.topic for row in reading.priorities][:1] == ["a.one"]
    topics = list(priorities(sheet("steering/o/r", "333 111 111 111 333 333 111", form="full")))
    # « c » has one topic: a leverage of 1; the others share their axis
    assert topics[0] == "c.seven"
    assert topics[1:4] == ["a.two", "a.three", "b.four"]


def test_an_axis_that_cannot_be_read_gives_no_priority():
    found = priorities(sheet("steering/o/r", "1?? ??? ??? " + "1" * 12, form="full"))
    assert set(found) == {"b.four", "b.five", "b.six", "c.seven"}


def test_a_topic_nobody_answered_has_none():
    found = priorities(sheet("steering/o/r", "111 111 ???" + "1" * 12, form="full"))
    assert "a.three" not in found
    assert found["a.one"].leverage == pytest.approx(1 / 3)
