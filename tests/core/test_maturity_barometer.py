"""The maturity barometer: no cell under the threshold, and nothing to be had by subtracting what was ever published."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.core.disclosure import DisclosureRule
from cordee.core.maturity_barometer import (
    LASTS,
    Barometer,
    Batch,
    Contributor,
    Group,
    Ladder,
    Result,
    Table,
    barometer,
    finest,
    groupings,
    may_enter,
    percentages,
    renewed,
    table_of,
)

RULE = DisclosureRule()
LADDER = Ladder(("meaning", "means"), ("absent", "emerging", "structured", "shared", "driving"))
FAMILY = "alliances:express"
LADDERS = {FAMILY: LADDER}
BEGUN = date(2026, 1, 10)
FEWEST_IN_A_GROUP = 3
LEVELS = st.tuples(st.integers(0, 4), st.integers(0, 4))


def result(key: str, levels: tuple[int, int], day: date = BEGUN) -> Result:
    said = {axis: (LADDER.stages[level], level + 0.25) for axis, level in zip(LADDER.axes, levels, strict=True)}
    return Result(key, FAMILY, day, said)


def alliance(key: str, levels: tuple[int, int], day: date = BEGUN) -> Contributor:
    return Contributor(day, (result(key, levels, day),))


def crowd(count: int, prefix: str = "a", day: date = BEGUN) -> list[Contributor]:
    """Alliances that stand at every stage in turn."""
    return [alliance(f"{prefix}{n}", (n % 5, (n + 2) % 5), day) for n in range(count)]


# --- What a batch is made of ------------------------------------------------------------------------


@pytest.mark.parametrize("stages", range(2, 9))
def test_every_grouping_holds_each_stage_once_and_is_made_of_whole_finer_groups(stages: int) -> None:
    levels = groupings(stages)
    assert len(set(levels)) == len(levels)
    for level in levels:
        assert [stage for group in level for stage in group] == list(range(stages))
        assert len(level) >= 2
    for finer, coarser in combinations(levels, 2):
        assert all(any(set(group) <= set(whole) for whole in coarser) for group in finer)


def test_one_stage_makes_no_barometer() -> None:
    with pytest.raises(ValueError, match="two stages"):
        groupings(1)


@pytest.mark.parametrize(
    ("counts", "enters"),
    [((0, 4, 0, 6, 0), True), ((0, 4, 0, 5, 0), False), ((1, 1, 4, 4, 4), False), ((0, 12, 0, 0, 0), False)],
)
def test_a_batch_needs_ten_alliances_and_two_groups_that_three_hold(counts: tuple[int, ...], enters: bool) -> None:
    assert may_enter(Table(sum(counts), {"m": counts}, {"m": 12.0}), RULE) is enters


def test_an_approach_where_all_stand_together_keeps_the_whole_batch_waiting() -> None:
    table = Table(12, {"m": (0, 6, 6, 0, 0), "n": (0, 12, 0, 0, 0)}, {"m": 20.0, "n": 15.0})
    assert not may_enter(table, RULE)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6).filter(any))
def test_percentages_are_whole_add_up_and_stray_by_less_than_one(counts: list[int]) -> None:
    found = percentages(counts)
    assert sum(found) == 100
    assert all(abs(one - 100 * count / sum(counts)) < 1 for one, count in zip(found, counts, strict=True))


# --- Who enters, who leaves -------------------------------------------------------------------------


def test_ten_enter_together_and_the_next_one_waits() -> None:
    first = renewed([], (), crowd(10), date(2026, 2, 1), LADDERS)
    (batch,) = first.entering
    assert batch.table.count == 10
    more = [*crowd(10), alliance("late", (4, 4))]
    second = renewed([batch], batch.keys, more, date(2026, 3, 1), LADDERS)
    assert (second.standing, second.entering, second.leaving) == ((batch,), (), ())


def test_nine_are_too_few() -> None:
    assert renewed([], (), crowd(9), date(2026, 2, 1), LADDERS).entering == ()


def test_what_was_closed_or_agreed_to_this_month_waits_for_the_next() -> None:
    assert renewed([], (), crowd(10, day=date(2026, 2, 1)), date(2026, 2, 28), LADDERS).entering == ()
    agreed_late = [replace(one, since=date(2026, 2, 1)) for one in crowd(10)]
    assert renewed([], (), agreed_late, date(2026, 2, 28), LADDERS).entering == ()
    assert renewed([], (), agreed_late, date(2026, 3, 1), LADDERS).entering


def test_one_who_withdraws_takes_the_batch_along_and_no_result_comes_back() -> None:
    batches = renewed([], (), crowd(12), date(2026, 2, 1), LADDERS).entering
    left = renewed(batches, batches[0].keys, crowd(12)[1:], date(2026, 2, 2), LADDERS)
    assert (left.standing, left.leaving, left.entering) == ((), batches, ())
    later = renewed([], batches[0].keys, crowd(12)[1:], date(2026, 9, 1), LADDERS)
    assert later.entering == ()


def test_the_others_come_back_with_their_next_result() -> None:
    batches = renewed([], (), crowd(12), date(2026, 2, 1), LADDERS).entering
    again = [
        replace(one, results=(*one.results, result(f"again{n}", (n % 5, n % 5), date(2026, 6, 2))))
        for n, one in enumerate(crowd(12)[1:])
    ]
    (batch,) = renewed([], batches[0].keys, again, date(2026, 9, 1), LADDERS).entering
    assert batch.keys == {f"again{n}" for n in range(11)}


def test_a_newer_result_of_one_who_is_counted_does_not_enter_beside_the_older_one() -> None:
    batches = renewed([], (), crowd(10), date(2026, 2, 1), LADDERS).entering
    newer = [
        replace(one, results=(*one.results, result(f"newer{n}", (n % 5, n % 5), date(2026, 3, 2))))
        for n, one in enumerate(crowd(10))
    ]
    assert renewed(batches, batches[0].keys, newer, date(2026, 5, 1), LADDERS).entering == ()


def test_a_batch_leaves_after_two_years_or_when_the_instrument_changed() -> None:
    (batch,) = renewed([], (), crowd(10), date(2026, 2, 1), LADDERS).entering
    assert renewed([batch], batch.keys, crowd(10), batch.formed_on + LASTS, LADDERS).leaving == (batch,)
    shorter = {FAMILY: Ladder(("meaning",), LADDER.stages)}
    assert renewed([batch], batch.keys, crowd(10), date(2026, 2, 2), shorter).leaving == (batch,)
    assert renewed([batch], batch.keys, crowd(10), date(2026, 2, 2), {}).leaving == (batch,)


def test_forms_are_not_mixed_and_incomplete_results_do_not_enter() -> None:
    other = "alliances:full"
    both = {FAMILY: LADDER, other: LADDER}
    moved = [Contributor(one.since, (replace(one.results[0], family=other),)) for one in crowd(6, "b")]
    assert renewed([], (), [*crowd(6), *moved], date(2026, 2, 1), both).entering == ()
    halved = [
        Contributor(one.since, (replace(one.results[0], standings={"meaning": ("absent", 0.2)}),)) for one in crowd(10)
    ]
    assert renewed([], (), halved, date(2026, 2, 1), both).entering == ()


def test_a_second_refresh_of_the_same_day_changes_nothing() -> None:
    first = renewed([], (), crowd(20), date(2026, 2, 1), LADDERS)
    used = {key for batch in first.entering for key in batch.keys}
    again = renewed(first.entering, used, crowd(20), date(2026, 2, 1), LADDERS)
    assert (again.standing, again.leaving, again.entering) == (first.entering, (), ())


def test_nothing_is_published_without_a_batch() -> None:
    assert barometer([], LADDER) is None


def test_a_group_lies_across_a_stage_or_does_not() -> None:
    found = barometer(
        [Table(12, {"meaning": (4, 0, 8, 0, 0), "means": (3, 3, 3, 2, 1)}, {"meaning": 20, "means": 20})], LADDER
    )
    assert found is not None
    meaning, means = found.axes
    assert [share.percent for share in meaning.shares] == [33, 67]
    assert meaning.percent_from("structured", LADDER) == 67
    assert meaning.percent_from("shared", LADDER) is None
    assert [share.stages for share in means.shares] == [("absent", "emerging"), ("structured",), ("shared", "driving")]


# --- Attacks over any history -----------------------------------------------------------------------


@dataclass
class History:
    """A site that is refreshed month after month while alliances come, answer again and withdraw."""

    alliances: dict[int, list[Result]] = field(default_factory=dict)
    since: dict[int, date] = field(default_factory=dict)
    batches: list[Batch] = field(default_factory=list)
    ever: list[Batch] = field(default_factory=list)
    results: dict[str, Result] = field(default_factory=dict)
    published: list[tuple[tuple[Batch, ...], Barometer]] = field(default_factory=list)

    def answer(self, who: int, levels: tuple[int, int], day: date) -> None:
        key = f"r{len(self.results)}"
        self.results[key] = result(key, levels, day)
        self.alliances.setdefault(who, []).append(self.results[key])
        self.since.setdefault(who, day)

    def withdraw(self, who: int) -> None:
        self.since.pop(who, None)
        self.alliances.pop(who, None)

    def refresh(self, today: date) -> None:
        given = [Contributor(self.since[who], tuple(results)) for who, results in self.alliances.items()]
        used = {key for batch in self.ever for key in batch.keys}
        renewal = renewed(self.batches, used, given, today, LADDERS)
        self.ever.extend(renewal.entering)
        self.batches = [*renewal.standing, *renewal.entering]
        shown = barometer([batch.table for batch in self.batches], LADDER)
        if shown is not None:
            self.published.append((tuple(self.batches), shown))


@st.composite
def histories(draw: st.DrawFn) -> History:
    history, day = History(), BEGUN
    for _month in range(draw(st.integers(2, 6))):
        for who in draw(st.lists(st.integers(0, 45), min_size=14, max_size=30, unique=True)):
            history.answer(who, draw(LEVELS), day)
        for who in draw(st.lists(st.integers(0, 45), max_size=1)):
            history.withdraw(who)
            history.refresh(day + timedelta(days=1))
        day += timedelta(days=draw(st.sampled_from([32, 200])))
        history.refresh(day)
    return history


def counted(batch: Batch, axis: str, group: Group) -> int:
    return sum(batch.table.stages[axis][stage] for stage in group)


def cells(history: History) -> Iterator[tuple[frozenset[int], str, Group]]:
    """Every cell ever published: which batches it adds up, the approach, the stages."""
    for batches, shown in history.published:
        places = frozenset(history.ever.index(batch) for batch in batches)
        for axis in shown.axes:
            for share in axis.shares:
                yield places, axis.axis, tuple(LADDER.stages.index(stage) for stage in share.stages)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_no_published_cell_rests_on_too_few_alliances_not_even_in_one_of_its_batches(history: History) -> None:
    for places, axis, group in cells(history):
        assert all(counted(history.ever[place], axis, group) >= FEWEST_IN_A_GROUP for place in places)
    assert all(shown.count >= 10 for _batches, shown in history.published)
    assert all(len(shown.axes) == len(LADDER.axes) for _batches, shown in history.published)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_two_states_of_the_page_differ_by_whole_batches_that_share_nothing(history: History) -> None:
    entered = [key for batch in history.ever for key in batch.keys]
    assert len(entered) == len(set(entered))
    for (one, _shown), (other, _too) in combinations(history.published, 2):
        for alone in {batch.keys for batch in one} ^ {batch.keys for batch in other}:
            assert len(alone) >= 10


@settings(max_examples=150, deadline=None)
@given(histories())
def test_the_groups_read_of_a_batch_are_nested_so_that_no_difference_of_cells_is_small(history: History) -> None:
    read: dict[tuple[int, str], set[Group]] = {}
    for places, axis, group in cells(history):
        for place in places:
            read.setdefault((place, axis), set()).add(group)
    for (place, axis), groups in read.items():
        for group, other in combinations(groups, 2):
            inside, around = sorted((set(group), set(other)), key=len)
            assert inside <= around or not inside & around
            rest = tuple(sorted(around - inside)) if inside <= around else group
            assert counted(history.ever[place], axis, rest) >= FEWEST_IN_A_GROUP


@settings(max_examples=100, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_two_alliances_of_a_batch_may_have_changed_places_and_nothing_would_show(
    history: History, luck: object
) -> None:
    """Whatever is kept and published of a batch is the same when its results are dealt to its members otherwise."""
    for batch in history.ever:
        keys = sorted(batch.keys)
        dealt = keys[:]
        luck.shuffle(dealt)  # type: ignore[attr-defined]
        swapped = [
            replace(history.results[key], standings=history.results[to].standings)
            for key, to in zip(keys, dealt, strict=True)
        ]
        assert table_of(swapped, LADDER) == batch.table
        for axis in LADDER.axes:
            level = finest([batch.table], axis, RULE)
            assert level is not None
            assert len(level) >= 2


def test_the_histories_of_these_tests_do_publish() -> None:
    history = History()
    for who in range(24):
        history.answer(who, (who % 5, (who + 1) % 5), BEGUN)
    history.refresh(date(2026, 2, 1))
    for who in range(30, 45):
        history.answer(who, (who % 5, who % 4), date(2026, 2, 3))
    history.refresh(date(2026, 3, 1))
    history.withdraw(2)
    history.refresh(date(2026, 3, 2))
    assert [shown.count for _batches, shown in history.published] == [24, 39, 15]
