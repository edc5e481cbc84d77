"""No hidden cell can be found again from what is published, whatever the table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.core.table_disclosure import PROTECTION, Sum, bounds, protected, too_few

REGIONS = ("01", "11", "24", "75", "93")
SEXES = ("f", "m")


def one_way(counts: list[float]) -> tuple[dict[str, float], list[Sum]]:
    values = dict(zip(REGIONS, counts, strict=True))
    return {**values, "all": sum(counts)}, [Sum("all", REGIONS)]


def two_way(counts: list[float]) -> tuple[dict[str, float], list[Sum]]:
    """Regions × sexes, with both margins and the total."""
    cells = [(region, sex) for region in REGIONS for sex in SEXES]
    values = {f"{region}{sex}": count for (region, sex), count in zip(cells, counts, strict=True)}
    sums = [Sum(region, tuple(f"{region}{sex}" for sex in SEXES)) for region in REGIONS]
    sums += [Sum(sex, tuple(f"{region}{sex}" for region in REGIONS)) for sex in SEXES]
    for each in list(sums):
        values[each.whole] = sum(values[part] for part in each.parts)
    values["all"] = sum(counts)
    return values, [*sums, Sum("all", REGIONS), Sum("all", SEXES)]


def safe(values: dict[str, float], hidden: list[str], sums: list[Sum]) -> bool:
    room = {cell: PROTECTION * values[cell] for cell in hidden}
    return all(
        low <= values[cell] - room[cell] + 1e-6 and high >= values[cell] + room[cell] - 1e-6
        for cell, (low, high) in bounds(values, hidden, sums).items()
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 500).map(float), min_size=5, max_size=5), st.sets(st.sampled_from(REGIONS), min_size=1))
def test_no_hidden_region_is_found_from_the_total(counts: list[float], small: set[str]) -> None:
    values, sums = one_way(counts)
    hidden = [*sorted(small), *protected(values, sorted(small), sums)]
    assert safe(values, hidden, sums)
    assert len(hidden) >= 2


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 200).map(float), min_size=10, max_size=10), st.integers(0, 9))
def test_no_hidden_cell_is_found_from_two_margins(counts: list[float], place: int) -> None:
    values, sums = two_way(counts)
    primary = [f"{REGIONS[place // 2]}{SEXES[place % 2]}"]
    hidden = [*primary, *protected(values, primary, sums)]
    assert safe(values, hidden, sums)
    assert len(hidden) >= 4 or {"all", *REGIONS, *SEXES} & set(hidden)


def test_nothing_is_hidden_beside_what_no_sum_gives_back() -> None:
    assert protected({"01": 3.0, "11": 50.0}, ["01"], []) == ()


def test_a_cell_left_alone_is_given_back() -> None:
    values, sums = one_way([20.0, 50.0, 30.0, 40.0, 60.0])
    assert bounds(values, ["01"], sums)["01"] == pytest.approx((20, 20))


def test_a_cell_without_value_is_refused() -> None:
    with pytest.raises(ValueError, match="cells without a value of 0 or more: 11, 24"):
        protected({"all": 5.0, "01": 1.0, "24": -1.0}, ["01"], [Sum("all", ("01", "11", "24"))])


@pytest.mark.parametrize(("respondents", "hidden"), [(0, True), (29, True), (30, False)])
def test_thirty_respondents_are_enough(respondents: int, hidden: bool) -> None:
    assert too_few(respondents) is hidden
