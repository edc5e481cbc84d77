"""The matrix of effects: nobody lost, what disturbs first; what an effect lacks; what is counted, once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.effects import FACING, Effect, Shares, excess, lacking, lacks, matrix_of, rank, tally

IMPACTS = ("performance", "innovation", "trust")
COUNTS = st.integers(0, 3)
EFFECTS = st.builds(
    Effect,
    key=st.uuids().map(str),
    impact=st.sampled_from(IMPACTS),
    level=st.sampled_from(("actors", "ecosystem")),
    title=st.text(max_size=8),
    sign=st.sampled_from(("positive", "negative")),
    expected=st.booleans(),
    what_changes=st.sampled_from(("", "  ", "x")),
    for_whom=st.sampled_from(("", "y")),
    confidence=st.sampled_from(("", "declared", "contradicted")),
    stages=COUNTS,
    steps=COUNTS,
    indicators=COUNTS,
    illustrations=COUNTS,
)
LISTS = st.lists(EFFECTS, max_size=12)


@given(LISTS)
def test_every_effect_stands_in_one_cell_and_every_cell_is_there(effects: list[Effect]) -> None:
    matrix = matrix_of(effects, IMPACTS)
    placed = [effect.key for cell in matrix.cells for effect in cell.effects]
    assert sorted(placed) == sorted(effect.key for effect in effects)
    assert len(matrix.cells) == 6
    assert all((one.impact, one.level) == (cell.impact, cell.level) for cell in matrix.cells for one in cell.effects)


@given(LISTS, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(effects: list[Effect], chance: object) -> None:
    shuffled = list(effects)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert matrix_of(shuffled, IMPACTS) == matrix_of(effects, IMPACTS)


@given(LISTS)
def test_what_is_negative_or_unexpected_is_set_apart_and_comes_first(effects: list[Effect]) -> None:
    matrix = matrix_of(effects, IMPACTS)
    assert {one.key for one in matrix.apart} == {one.key for one in effects if one.is_apart}
    for cell in matrix.cells:
        marks = [one.is_apart for one in cell.effects]
        assert marks == sorted(marks, reverse=True)
        assert list(cell.effects) == sorted(cell.effects, key=rank)


def test_an_effect_without_a_cell_is_refused_rather_than_lost() -> None:
    with pytest.raises(ValueError, match="no cell fame × actors"):
        matrix_of([Effect("a", "fame", "actors", "Renom")], IMPACTS)


@given(EFFECTS)
def test_what_is_lacking_is_told_verb_by_verb(effect: Effect) -> None:
    told = [lack for facing in ("qualify", "measure", "illustrate") for lack in lacking(effect, facing)]
    assert tuple(told) == lacks(effect)
    assert set(told) <= set(FACING)


@given(LISTS)
def test_counts_hold_together(effects: list[Effect]) -> None:
    counted = tally(effects)
    assert counted.total == len(effects)
    assert max(counted.negative, counted.unexpected) <= counted.apart <= counted.negative + counted.unexpected
    assert counted.bare <= counted.total - max(counted.measured, counted.illustrated)
    assert counted.qualified <= counted.total


@given(*[st.one_of(st.none(), st.integers(0, 100))] * 4)
def test_a_share_that_nobody_said_adds_nothing(
    claimed: int | None, deadweight: int | None, others: int | None, displacement: int | None
) -> None:
    shares = Shares(claimed, deadweight, others, displacement)
    said = [part for part in (claimed, deadweight, others) if part is not None]
    assert shares.said == (sum(said) if said else None)
    assert excess(shares) == max(0, sum(said) - 100)
