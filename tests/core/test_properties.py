"""What must hold for any answers: against a second engine, under permutation, renaming, duplication, removal."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import CIRCLES, FACETS, answer, recommendation, small, small_pack
from tests.core.plain_engine import PlainEngine, rwg_and_ad

from cordee.core.answers import Answer, Mark, table_of
from cordee.core.diagnosis import diagnose
from cordee.core.reading import Reading

ITEMS = [item.id for item in small().instrument.items_of("pair")]
TOPICS = [topic.id for topic in small().instrument.topics_of("pair")]
FEWER_DRAWS = small_pack(
    recommendation("low", "a.one", {"fact": "topic", "topic": "a.one", "at_most": 2}),
    recommendation("apart", "b.four", {"fact": "pattern", "axis": "b", "pattern": "overreach"}),
    interval={"level": "0.95", "draws": 150, "fewest_respondents": 3, "seed": 17},
)
SIGNS = st.sampled_from("0123401234?x-")


@st.composite
def alliances(draw: st.DrawFn, most: int = 7) -> list[Answer]:
    """Answers of a few people, in a few organisations and circles, with holes of every kind."""
    count = draw(st.integers(1, most))
    rows = []
    for person in range(count):
        circle, home = draw(st.sampled_from(CIRCLES)), f"o{draw(st.integers(0, 2))}"
        signs = draw(st.lists(SIGNS, min_size=len(ITEMS), max_size=len(ITEMS)))
        rows += [answer(f"r{person}", home, circle, item, sign) for item, sign in zip(ITEMS, signs, strict=True)]
        rows += [
            answer(f"r{person}", home, circle, f"{topic}.importance", draw(st.integers(0, 4)))
            for topic in TOPICS
            if draw(st.booleans())
        ]
    return rows


def read(rows: list[Answer]) -> Reading:
    return diagnose(FEWER_DRAWS, "pair", table_of(rows, ITEMS, TOPICS, CIRCLES))


def numbers(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a reading, with where it stands."""
    if is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from numbers(each, f"{path}[{key}]")
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from numbers(each, f"{path}[{place}]")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, float(value)


def scores(reading: Reading) -> dict[str, Any]:
    """Everything that answers make: point estimates, names and flags; no interval, no count of people."""
    found: dict[str, Any] = {}
    for scope in (reading.overall, *reading.circles):
        for item in scope.items:
            spread = item.distribution
            found[f"{scope.circle} {item.item}"] = (item.score.value, spread.counts, spread.median, spread.bimodal)
        for axis in scope.axes:
            estimates = (*axis.facets.values(), axis.maturity, axis.coherence)
            found[f"{scope.circle} {axis.axis}"] = tuple(each.value for each in estimates)
            found[f"{scope.circle} {axis.axis} words"] = (axis.stage, tuple(each.pattern for each in axis.patterns))
    found["gaps"] = {gap.item: gap.gap.value for gap in reading.perception}
    found["priorities"] = [(row.topic, round(row.value, 9)) for row in reading.priorities]
    return found


def close(found: Fraction | None, value: float | None) -> bool:
    return value is None if found is None else value == pytest.approx(float(found), abs=1e-12)


@given(alliances())
@settings(max_examples=150, deadline=None)
def test_the_scores_are_those_of_a_second_engine(rows):
    reading, plain = read(rows), PlainEngine(rows, ITEMS)
    for scope in (reading.overall, *reading.circles):
        for item in scope.items:
            assert close(plain.item(item.item, scope.circle), item.score.value)
            levels = plain.levels(item.item, scope.circle)
            if len(levels) >= 3:
                rwg, ad = rwg_and_ad(levels)
                assert close(rwg, item.agreement.rwg)
                assert close(ad, item.agreement.ad)
        for axis in scope.axes:
            expected = plain.axis(axis.axis, scope.circle)
            assert all(close(expected.facets[facet], axis.facets[facet].value) for facet in FACETS)
            assert close(expected.maturity, axis.maturity.value)
            assert close(expected.coherence, axis.coherence.value)
            assert [each.pattern for each in axis.patterns] == expected.patterns
    for gap in reading.perception:
        assert close(plain.perception(gap.item, "steering"), gap.gap.value)


@given(alliances(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_rows_changes_nothing_at_all(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert read(mixed) == read(rows)


@given(alliances(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_new_names_change_nothing_intervals_included(rows, chance):
    names = [f"n{place}" for place in range(20)]
    chance.shuffle(names)
    renamed = [
        row._replace(respondent=names[int(row.respondent[1:])], organisation=names[10 + int(row.organisation[1:])])
        for row in rows
    ]
    before, after = list(numbers(read(rows))), list(numbers(read(renamed)))
    assert [path for path, _ in before] == [path for path, _ in after]
    assert [value for _, value in after] == pytest.approx([value for _, value in before], abs=1e-9)


@given(alliances(most=5), st.integers(0, 2), st.sampled_from(CIRCLES))
@settings(max_examples=60, deadline=None)
def test_the_people_of_an_organisation_counted_twice_leave_its_mean(rows, home, circle):
    twins = [
        row._replace(respondent=f"{row.respondent}-again")
        for row in rows
        if row.organisation == f"o{home}" and row.circle == circle
    ]
    before, after = read(rows), read([*rows, *twins])
    for one, two in zip((before.overall, *before.circles), (after.overall, *after.circles), strict=True):
        for left, right in zip(one.items, two.items, strict=True):
            assert right.score.value == pytest.approx(left.score.value, abs=1e-12)
        for left, right in zip(one.axes, two.axes, strict=True):
            assert right.maturity.value == pytest.approx(left.maturity.value, abs=1e-12)
            assert right.coherence.value == pytest.approx(left.coherence.value, abs=1e-12)
            assert [each.pattern for each in right.patterns] == [each.pattern for each in left.patterns]
    assert [row.value for row in after.priorities] == pytest.approx([row.value for row in before.priorities])


@given(alliances())
@settings(max_examples=80, deadline=None)
def test_taking_the_dont_knows_away_leaves_every_score_and_interval(rows):
    kept = [row for row in rows if row.mark is not Mark.DONT_KNOW]
    before, after = read(rows), read(kept)
    known = {(scope.circle, item.item): item.score for scope in after.circles for item in scope.items}
    for scope in before.circles:
        for item in scope.items:
            # a circle of don't-knows alone is gone; it had no score
            assert item.score.value == getattr(known.get((scope.circle, item.item)), "value", None)
    for left, right in zip(before.overall.items, after.overall.items, strict=True):
        assert left.score == right.score
        assert left.distribution.counts == right.distribution.counts
        assert right.distribution.dont_know == 0
    for left, right in zip(before.overall.axes, after.overall.axes, strict=True):
        assert (left.facets, left.maturity, left.coherence, left.patterns) == (
            right.facets,
            right.maturity,
            right.coherence,
            right.patterns,
        )
    assert before.priorities == after.priorities


@given(alliances())
@settings(max_examples=100, deadline=None)
def test_numbers_stay_within_their_bounds(rows):
    reading = read(rows)
    for path, value in numbers(reading):
        assert math.isfinite(value), path
    for scope in (reading.overall, *reading.circles):
        for axis in scope.axes:
            scores = [(each, 4) for each in (axis.maturity, *axis.facets.values())]
            for estimate, high in [*scores, (axis.coherence, 1)]:
                if estimate.value is not None:
                    assert 0 <= estimate.value <= high
                if estimate.lower is not None:
                    assert 0 <= estimate.lower <= estimate.value <= estimate.upper <= high
            for gap in axis.gaps.values():
                assert gap.value is None or -4 <= gap.value <= 4
            assert axis.agreement.alpha is None or axis.agreement.alpha <= 1 + 1e-12
        for item in scope.items:
            assert item.agreement.rwg is None or -3 <= item.agreement.rwg <= 1
            assert item.agreement.ad is None or 0 <= item.agreement.ad <= 2
    shares: dict[str, float] = {}
    for row in reading.priorities:
        assert 0 <= row.value <= 3
        shares[row.axis] = shares.get(row.axis, 0.0) + row.leverage
    assert all(share <= 1 + 1e-9 for share in shares.values())


@given(alliances(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_higher_answer_never_lowers_a_score(rows, data):
    levels = {place: row.level for place, row in enumerate(rows) if row.level is not None and row.item in ITEMS}
    raisable = [place for place, level in levels.items() if level < 4]
    if not raisable:
        return
    place = data.draw(st.sampled_from(raisable))
    level = data.draw(st.integers(rows[place].level + 1, 4))
    higher = [*rows[:place], rows[place]._replace(level=level), *rows[place + 1 :]]
    before, after = read(rows), read(higher)
    for one, two in zip((before.overall, *before.circles), (after.overall, *after.circles), strict=True):
        for left, right in zip(one.items, two.items, strict=True):
            assert not_lower(left.score.value, right.score.value)
        for left, right in zip(one.axes, two.axes, strict=True):
            assert not_lower(left.maturity.value, right.maturity.value)
            for facet in FACETS:
                assert not_lower(left.facets[facet].value, right.facets[facet].value)


def not_lower(before: float | None, after: float | None) -> bool:
    return after is None if before is None else after is not None and after >= before - 1e-12


@given(alliances())
@settings(max_examples=100, deadline=None)
def test_the_explanation_adds_up_to_the_maturity(rows):
    reading = read(rows)
    for scope in (reading.overall, *reading.circles):
        for axis in scope.axes:
            why = axis.explanation
            assert (why is None) == (axis.maturity.value is None)
            if why is None:
                continue
            total = why.constant + sum(share.weight * share.score for share in why.shares)
            assert total == pytest.approx(axis.maturity.value, abs=1e-12)
            assert sum(share.weight for share in why.shares) == pytest.approx(1)
            lowest = min(axis.facets[facet].value for facet in FACETS)
            if why.raise_first:
                assert axis.facets[why.raise_first].value == pytest.approx(lowest)
            else:
                assert lowest == 4
            if why.next_stage:
                starts = {stage.id: float(stage.from_) for stage in small().scoring.stages}
                assert axis.maturity.value + why.missing == pytest.approx(starts[why.next_stage])
                assert why.missing > 0


@given(st.lists(st.sampled_from("?x-"), min_size=len(ITEMS), max_size=len(ITEMS)), st.sampled_from(CIRCLES))
@settings(max_examples=30, deadline=None)
def test_answers_without_any_level_never_raise(signs, circle):
    reading = read([answer("r", "o", circle, item, sign) for item, sign in zip(ITEMS, signs, strict=True)])
    assert reading.headline.id == "too_early"
    assert reading.respondents == 1
    assert reading.advice == ()
    assert reading.priorities == ()
    assert all(axis.maturity.value is None for axis in reading.overall.axes)


def test_no_answers_at_all_never_raise():
    reading = read([])
    assert (reading.respondents, reading.circles, reading.headline.id) == (0, (), "too_early")
