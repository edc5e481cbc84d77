"""What a rule will show of circles is told from who is invited: nothing too small is announced as shown."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.foreseen import Gathering, foreseen, is_shown


@dataclass(frozen=True)
class Rule:
    """The thresholds of the product."""

    fewest_respondents: int = 5
    fewest_organisations: int = 3
    largest_share: float = 0.85


RULE = Rule()
CIRCLES = st.lists(st.text("abcd", max_size=8), max_size=6).map(
    lambda all_people: [Gathering(f"circle-{place}", tuple(people)) for place, people in enumerate(all_people)]
)


@pytest.mark.parametrize(
    ("people", "shown"),
    [("", False), ("aaaa", False), ("aaaaa", True), ("ab", False), ("abc", True), ("aabb", False), ("aaabbb", True)],
)
def test_enough_people_or_enough_organisations(people: str, shown: bool) -> None:
    assert is_shown(people, RULE) is shown


def test_three_organisations_do_not_do_when_one_is_nearly_everybody() -> None:
    strict = Rule(fewest_respondents=50)
    assert not is_shown("a" * 18 + "bc", strict)
    assert is_shown("a" * 17 + "bcd", strict)


def test_a_small_circle_is_read_with_the_smallest_of_the_others_and_ours_last() -> None:
    circles = [Gathering("ours", tuple("aaaaa")), Gathering("big", tuple("b" * 9)), Gathering("small", ("c",))]
    forecast = foreseen(circles, RULE, "ours")
    assert forecast.groups == (("ours",), ("big", "small"))
    assert forecast.companions("small") == ("big",)
    assert forecast.companions("ours") == ()


def test_our_circle_joins_when_it_is_the_only_one() -> None:
    forecast = foreseen([Gathering("ours", tuple("aaaaa")), Gathering("small", ("c",))], RULE, "ours")
    assert forecast.groups == (("ours", "small"),)


def test_people_of_one_organisation_in_two_circles_count_for_one_organisation() -> None:
    circles = [Gathering("one", ("a", "b")), Gathering("two", ("a", "b"))]
    assert foreseen(circles, RULE).hidden == ("one", "two")


@given(CIRCLES)
def test_every_group_announced_is_large_enough_and_every_circle_is_told_once(circles: list[Gathering]) -> None:
    forecast = foreseen(circles, RULE, "circle-0")
    people = {circle.circle: circle.organisations for circle in circles}
    for group in forecast.groups:
        assert is_shown([one for circle in group for one in people[circle]], RULE)
    told = [*(circle for group in forecast.groups for circle in group), *forecast.hidden]
    assert sorted(told) == sorted(circle.circle for circle in circles if circle.organisations)
    everybody = [one for of in people.values() for one in of]
    assert bool(forecast.hidden) == (bool(everybody) and not is_shown(everybody, RULE))


@given(CIRCLES)
def test_the_same_people_give_the_same_forecast(circles: list[Gathering]) -> None:
    assert foreseen(circles, RULE) == foreseen(list(circles), RULE)
