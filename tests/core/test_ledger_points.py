"""What a ledger gives to talk about, worked on three partners, and when it stays silent."""

from decimal import Decimal

import pytest
from tests.core.test_ledger import MONEY, SKILLS, TIME, by_hand, euros, level

from cordee.core.ledger import Family, Ledger, Statement, Unit, all_pairs
from cordee.core.ledger_points import (
    MOST_MISPERCEPTIONS,
    OneWay,
    Silence,
    Weight,
    WordsApart,
    couples,
    discussion_points,
    one_ways,
    silences,
    spoke_of,
    weights,
    words_apart,
)


def test_the_largest_mis_perceptions_come_first_and_small_ones_do_not_come() -> None:
    found = words_apart(by_hand())
    assert [(point.giver, point.receiver, point.family, point.value, point.size) for point in found] == [
        ("a", "b", TIME, Decimal(60), 0.5),
        ("a", "b", SKILLS, Decimal(2), 0.5),
        ("a", "c", SKILLS, Decimal(-2), 0.5),
    ]
    assert found[0] == WordsApart("a", "b", TIME, Decimal(60), Unit.HOURS, 0.5)


def test_no_more_are_put_forward_than_a_session_holds() -> None:
    given = {("a", "b", family): level(4) for family in Family}
    received = {("a", "b", family): level(0) for family in Family}
    ledger = Ledger(("a", "b"), given, received, all_pairs(("a", "b")))
    assert len(words_apart(ledger)) == MOST_MISPERCEPTIONS < len(Family)
    assert len(words_apart(ledger, most=99)) == len(Family)


def test_money_goes_one_way_when_both_said_that_nothing_comes_back() -> None:
    assert one_ways(by_hand()) == (OneWay("b", "a", MONEY),)


@pytest.mark.parametrize(
    ("back_given", "back_received", "is_one_way"),
    [(0, 0, True), (0, None, True), (None, 0, True), (None, None, False), (0, 1, False), (2, 0, False)],
)
def test_a_way_back_that_somebody_tells_or_that_nobody_speaks_of_is_not_one_way(
    back_given: int | None, back_received: int | None, is_one_way: bool
) -> None:
    there, back = ("a", "b", Family.DATA), ("b", "a", Family.DATA)
    ledger = Ledger(
        ("a", "b"),
        {there: level(2), back: Statement(level=back_given)},
        {back: Statement(level=back_received)},
        all_pairs(("a", "b")),
    )
    assert bool(one_ways(ledger)) is is_one_way


def test_a_silence_needs_somebody_who_spoke() -> None:
    ledger = by_hand()
    assert silences(ledger) == ()
    alone = Ledger(("a", "b"), {("a", "b", TIME): euros(3)}, {}, all_pairs(("a", "b")))
    assert silences(alone) == (Silence("b", "a"),)
    assert silences(Ledger(("a", "b"), {}, {}, all_pairs(("a", "b")))) == ()


def test_a_cell_left_empty_is_not_a_word() -> None:
    emptied = Ledger(("a", "b"), {("a", "b", TIME): Statement()}, {}, all_pairs(("a", "b")))
    assert not spoke_of(emptied, "a", "b")


def test_who_gives_more_than_half_of_the_money_is_told_with_its_basis() -> None:
    assert weights(by_hand()) == (Weight("b", "a", Decimal(20000) / Decimal(24000), "partners", 2, 2),)
    assert weights(by_hand(), {"a": Decimal(30000)}) == (
        Weight("b", "a", Decimal(20000) / Decimal(30000), "declared", 2, 2),
    )
    assert weights(by_hand(), {"a": Decimal(100000)}) == ()


def test_exactly_half_does_not_weigh_and_a_total_under_its_parts_is_not_believed() -> None:
    assert weights(by_hand(), {"a": Decimal(40000)}) == ()
    (weight,) = weights(by_hand(), {"a": Decimal(10000)})
    assert (weight.basis, weight.share) == ("partners", Decimal(20000) / Decimal(24000))


def test_a_level_is_no_money_and_zero_euros_weigh_nothing() -> None:
    pairs = all_pairs(("a", "b"))
    assert weights(Ledger(("a", "b"), {}, {("a", "b", MONEY): level(4)}, pairs)) == ()
    assert weights(Ledger(("a", "b"), {}, {("a", "b", MONEY): euros(0)}, pairs)) == ()


def test_points_come_in_order_and_only_of_couples_that_may_be_compared() -> None:
    whole = by_hand()
    kinds = [type(point) for point in discussion_points(whole)]
    assert kinds == [Weight, WordsApart, WordsApart, WordsApart, OneWay]
    shut = Ledger(whole.partners, whole.given, whole.received)
    assert discussion_points(shut) == ()
    assert couples(shut) == ()
    assert couples(whole) == (("a", "b"), ("a", "c"), ("b", "c"))
