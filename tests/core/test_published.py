"""Which published figures contradict each other, and which answer one question: the rule, whatever the figures."""

from hypothesis import given
from hypothesis import strategies as st

from cordee.core.published import PublishedFigure, by_question, contradictions

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
