"""The two-way ledger: three partners worked by hand, missing words that stay missing, signs that flip with the sides.

The case by hand. Amitié (a) is an association, Bâti (b) a company, Collège (c) a school.

    money, euros        a says    b says    c says
    b gives a           20 000    24 000
    c gives a            4 000               5 000
    a gives b                0         0
    a gives c          (level 1)          (nothing said)

    time, hours         a says    b says
    a gives b              120        60
    b gives a               30        30

    skills, levels      a says    b says    c says
    a gives b                3         1
    b gives a                2         2
    a gives c                2                   4
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.ledger import (
    Cell,
    Family,
    Filling,
    Gap,
    Ledger,
    Refusal,
    Statement,
    Unit,
    all_pairs,
    asymmetry,
    balances,
    filling,
    gap,
    misperception,
    size_of,
)

MONEY, TIME, SKILLS = Family.MONEY, Family.TIME, Family.SKILLS


def euros(amount: int) -> Statement:
    return Statement(Decimal(amount))


def level(value: int) -> Statement:
    return Statement(level=value)


def by_hand() -> Ledger:
    given = {
        ("b", "a", MONEY): euros(24000),
        ("c", "a", MONEY): euros(5000),
        ("a", "b", MONEY): euros(0),
        ("a", "c", MONEY): level(1),
        ("a", "b", TIME): euros(120),
        ("b", "a", TIME): euros(30),
        ("a", "b", SKILLS): level(3),
        ("b", "a", SKILLS): level(2),
        ("a", "c", SKILLS): level(2),
    }
    received = {
        ("b", "a", MONEY): euros(20000),
        ("c", "a", MONEY): euros(4000),
        ("a", "b", MONEY): euros(0),
        ("a", "b", TIME): euros(60),
        ("b", "a", TIME): euros(30),
        ("a", "b", SKILLS): level(1),
        ("b", "a", SKILLS): level(2),
        ("a", "c", SKILLS): level(4),
    }
    partners = ("a", "b", "c")
    return Ledger(partners, given, received, all_pairs(partners))


@pytest.mark.parametrize(
    ("giver", "receiver", "family", "value", "unit"),
    [
        ("b", "a", MONEY, 4000, Unit.EUROS),
        ("c", "a", MONEY, 1000, Unit.EUROS),
        ("a", "b", MONEY, 0, Unit.EUROS),
        ("a", "b", TIME, 60, Unit.HOURS),
        ("b", "a", TIME, 0, Unit.HOURS),
        ("a", "b", SKILLS, 2, Unit.LEVEL),
        ("a", "c", SKILLS, -2, Unit.LEVEL),
    ],
)
def test_mis_perceptions_worked_by_hand(giver: str, receiver: str, family: Family, value: int, unit: Unit) -> None:
    found = misperception(by_hand(), giver, receiver, family)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("partner", "other", "family", "value"),
    [
        ("a", "b", MONEY, -20000),
        ("b", "a", MONEY, 24000),
        ("a", "b", TIME, 90),
        ("b", "a", TIME, -30),
        ("a", "b", SKILLS, 1),
    ],
)
def test_asymmetries_worked_by_hand(partner: str, other: str, family: Family, value: int) -> None:
    assert asymmetry(by_hand(), partner, other, family).value == Decimal(value)


def test_sizes_worked_by_hand() -> None:
    ledger = by_hand()
    assert misperception(ledger, "b", "a", MONEY).size == pytest.approx(4000 / 24000)
    assert misperception(ledger, "a", "b", TIME).size == 0.5
    assert misperception(ledger, "a", "c", SKILLS).size == 0.5
    assert misperception(ledger, "a", "b", MONEY).size == 0.0


def test_what_nobody_said_is_missing_and_says_who_was_silent() -> None:
    ledger = by_hand()
    assert misperception(ledger, "a", "c", MONEY).refused is Refusal.RECEIVED_MISSING
    assert misperception(ledger, "b", "c", MONEY).refused is Refusal.BOTH_MISSING
    assert asymmetry(ledger, "c", "a", SKILLS).refused is Refusal.GIVEN_MISSING
    assert asymmetry(ledger, "a", "c", MONEY).refused is Refusal.NO_COMMON_UNIT


def test_sums_of_a_partner_say_how_many_couples_they_hold() -> None:
    ledger = by_hand()
    (money,) = balances(ledger, "a", MONEY)
    assert (money.value, money.unit, money.counted, money.of) == (Decimal(-20000), Unit.EUROS, 1, 2)
    (time,) = balances(ledger, "a", TIME)
    assert (time.value, time.counted) == (Decimal(90), 1)
    assert balances(ledger, "c", MONEY) == ()


def test_who_filled_how_much() -> None:
    ledger = by_hand()
    assert [filling(ledger, partner) for partner in ledger.partners] == [
        Filling("a", 9, 24),
        Filling("b", 6, 24),
        Filling("c", 2, 24),
    ]


def test_amounts_come_before_levels_and_levels_are_used_when_an_amount_is_alone() -> None:
    both = Statement(Decimal(100), 2)
    assert gap(MONEY, both, Statement(Decimal(80), 4)).unit is Unit.EUROS
    assert gap(MONEY, both, level(4)) == Gap(Decimal(-2), Unit.LEVEL, size=0.5)
    assert gap(SKILLS, both, Statement(Decimal(80), 4)).unit is Unit.LEVEL


def test_a_zero_is_a_statement() -> None:
    assert level(0).says_nothing_passes
    assert not level(0).is_missing
    assert Statement().is_missing
    assert not Statement().says_nothing_passes
    assert gap(MONEY, euros(0), euros(0)) == Gap(Decimal(0), Unit.EUROS)


@pytest.mark.parametrize("wrong", [{"amount": Decimal(-1)}, {"level": 5}, {"level": -1}])
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"never negative|from 0 to 4"):
        Statement(**wrong)  # type: ignore[arg-type]


AMOUNTS = st.none() | st.decimals(0, 10**7, places=2)
STATEMENTS = st.builds(Statement, AMOUNTS, st.none() | st.integers(0, 4))
PARTNERS = ("a", "b", "c", "d")
CELLS = st.tuples(st.sampled_from(PARTNERS), st.sampled_from(PARTNERS), st.sampled_from(list(Family))).filter(
    lambda cell: cell[0] != cell[1]
)
WORDS = st.dictionaries(CELLS, STATEMENTS, max_size=40)


@given(WORDS)
def test_where_all_agree_asymmetries_add_up_to_zero_and_are_opposite(words: dict[Cell, Statement]) -> None:
    ledger = Ledger(PARTNERS, words, words, all_pairs(PARTNERS))
    for family in Family:
        total: dict[Unit, Decimal] = {}
        for partner in PARTNERS:
            for each in balances(ledger, partner, family):
                total[each.unit] = total.get(each.unit, Decimal(0)) + each.value
        assert set(total.values()) <= {Decimal(0)}
        for one, other in ledger.directions():
            mine, theirs = asymmetry(ledger, one, other, family), asymmetry(ledger, other, one, family)
            assert mine.value is None or mine.value == -(theirs.value or Decimal(0))


@given(st.sampled_from(list(Family)), STATEMENTS, STATEMENTS)
def test_swapping_the_sides_flips_the_sign_and_keeps_the_size(family: Family, one: Statement, other: Statement) -> None:
    there, back = gap(family, one, other), gap(family, other, one)
    assert (there.value is None) == (back.value is None)
    assert (there.unit, there.size) == (back.unit, back.size)
    if there.value is not None and back.value is not None:
        assert there.value == -back.value


@given(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2))
def test_a_size_is_a_share(one: Decimal, other: Decimal) -> None:
    assert 0 <= size_of(one, other) <= 1
    assert (size_of(one, other) == 0) == (one == other)


@given(WORDS, WORDS)
def test_missing_words_never_raise_nor_count_as_zero(said: dict[Cell, Statement], heard: dict[Cell, Statement]) -> None:
    ledger = Ledger(PARTNERS, said, heard, all_pairs(PARTNERS))
    for one, other in ledger.directions():
        for family in Family:
            found = misperception(ledger, one, other, family)
            silent = ledger.given_by(one, other, family).is_missing or ledger.received_by(other, one, family).is_missing
            assert (found.value is None) == (found.refused is not None)
            assert not silent or found.value is None
    assert sum(filling(ledger, partner).filled for partner in PARTNERS) == sum(
        not each.is_missing for each in (*said.values(), *heard.values())
    )
