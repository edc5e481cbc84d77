"""Which published figures may be compared, which contradict each other: the rule, whatever the figures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.published import PublishedFigure, by_question, comparison, contradictions

ONE = PublishedFigure("a", "s", "P", "citizens", 2015, "FR", "useful", 69, "percent", 2000, "https://a.example/")

figures = st.builds(
    PublishedFigure,
    id=st.uuids().map(str),
    series=st.sampled_from(["s", "t"]),
    programme=st.just("P"),
    population=st.sampled_from(["citizens", "mayors"]),
    year=st.sampled_from([2015, 2019]),
    territory=st.sampled_from(["FR", "24"]),
    question=st.sampled_from(["useful", "urgent"]),
    value=st.integers(min_value=0, max_value=3).map(float),
    unit=st.sampled_from(["percent", "mark"]),
    n=st.sampled_from([None, 302]),
    source=st.just("https://a.example/"),
)


@pytest.mark.parametrize(
    ("changes", "differs", "same_place", "allowed"),
    [
        ({"year": 2019}, (), False, True),
        ({"territory": "24"}, (), False, True),
        ({"question": "urgent", "year": 2019}, ("question",), False, False),
        ({"unit": "mark"}, ("scale",), False, False),
        ({"population": "mayors"}, ("base",), False, False),
        ({"population": "mayors", "question": "urgent"}, ("question", "base"), False, False),
        ({"value": 70}, (), True, False),
        ({"series": "t", "programme": "Q", "year": 2019}, (), False, True),
    ],
)
def test_question_scale_and_base_decide(changes, differs, same_place, allowed) -> None:
    found = comparison(ONE, replace(ONE, **changes))
    assert (found.differs, found.same_place, found.allowed) == (differs, same_place, allowed)


@given(figures, figures)
def test_a_comparison_has_no_direction(one: PublishedFigure, other: PublishedFigure) -> None:
    assert comparison(one, other) == comparison(other, one)
    assert not comparison(one, one).allowed


@given(st.lists(figures, max_size=12))
def test_a_contradiction_holds_several_values_of_one_place(some: list[PublishedFigure]) -> None:
    groups = contradictions(some)
    for group in groups:
        assert len({one.place for one in group}) == 1
        assert len({one.value for one in group}) > 1
        assert [one.value for one in group] == sorted(one.value for one in group)
    places = {one.place for one in some if len({o.value for o in some if o.place == one.place}) > 1}
    assert {group[0].place for group in groups} == places


@given(st.lists(figures, max_size=12))
def test_every_figure_is_in_the_group_of_its_question_once(some: list[PublishedFigure]) -> None:
    groups = by_question(some)
    assert sorted(one.id for group in groups for one in group) == sorted(one.id for one in some)
    assert len({(group[0].question, group[0].unit) for group in groups}) == len(groups)
    for group in groups:
        assert len({(one.question, one.unit) for one in group}) == 1
