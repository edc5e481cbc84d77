"""Facets: the count beside a choice is the length of the list after choosing it, whatever was chosen before."""

from hypothesis import given
from hypothesis import strategies as st

from cordee.core.facets import Values, index_of, rows_in

VALUES = {"kind": ("a", "b", "c"), "time": ("short", "long"), "state": ("shared", "young")}
ROWS = st.lists(
    st.fixed_dictionaries({key: st.lists(st.sampled_from(values), unique=True) for key, values in VALUES.items()}),
    max_size=40,
)
CHOSEN = st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in VALUES.items()})


def plain(rows: list[Values], chosen: dict[str, str]) -> list[int]:
    """The rows that have every chosen value, looked at one by one."""
    return [number for number, row in enumerate(rows) if all(value in row[key] for key, value in chosen.items())]


@given(ROWS, CHOSEN)
def test_what_matches_is_what_has_every_value(rows: list[Values], chosen: dict[str, str]) -> None:
    assert rows_in(index_of(rows).matching(chosen)) == plain(rows, chosen)


@given(ROWS, CHOSEN, st.sampled_from(sorted(VALUES)))
def test_a_count_is_the_length_of_the_list_after_the_choice(
    rows: list[Values], chosen: dict[str, str], facet: str
) -> None:
    for value, count in index_of(rows).counts(facet, chosen).items():
        assert count == len(plain(rows, {**chosen, facet: value}))


@given(ROWS, CHOSEN, st.integers(0, 50), st.integers(1, 10))
def test_pages_put_together_make_the_list(rows: list[Values], chosen: dict[str, str], start: int, count: int) -> None:
    found = index_of(rows).matching(chosen)
    assert rows_in(found, start, count) == plain(rows, chosen)[start : start + count]
    pages = [row for first in range(0, len(rows) + 1, count) for row in rows_in(found, first, count)]
    assert pages == plain(rows, chosen)


def test_an_unknown_value_leaves_nothing_and_an_empty_list_holds_nothing() -> None:
    index = index_of([{"kind": ["a"]}])
    assert rows_in(index.matching({"kind": "z"})) == []
    assert rows_in(index.matching({"other": "a"})) == []
    assert index_of([]).everything == 0
    assert index_of([]).counts("kind", {}) == {}
