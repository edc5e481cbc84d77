"""What of a ledger may be shown: both must consent by name, and counts without names reveal nobody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.test_ledger import CELLS, PARTNERS, STATEMENTS, WORDS, by_hand, level

from cordee.core.ledger import Cell, Family, Ledger, Statement, all_pairs
from cordee.core.ledger_sharing import (
    FEWEST_HIDDEN,
    Consent,
    Consents,
    Tally,
    may_count,
    nameless,
    shown,
    shown_pairs,
    tallies,
)

NAMED, UNNAMED, DRAFT = Consent(True, True), Consent(True, False), Consent(False, True)
CONSENTS = st.fixed_dictionaries({name: st.sampled_from([NAMED, UNNAMED, DRAFT, Consent()]) for name in PARTNERS})


@pytest.mark.parametrize(
    ("one", "other", "is_shown"),
    [
        (NAMED, NAMED, True),
        (NAMED, UNNAMED, False),
        (UNNAMED, NAMED, False),
        (UNNAMED, UNNAMED, False),
        (NAMED, DRAFT, False),
        (NAMED, Consent(), False),
        (Consent(True, None), NAMED, False),
    ],
)
def test_a_couple_is_shown_when_both_shared_by_name(one: Consent, other: Consent, is_shown: bool) -> None:
    assert (shown_pairs({"a": one, "b": other}) == all_pairs(("a", "b"))) is is_shown


def test_the_words_about_hidden_couples_leave_the_ledger() -> None:
    visible = shown(by_hand(), {"a": NAMED, "b": NAMED, "c": UNNAMED})
    assert visible.pairs == {frozenset("ab")}
    assert {cell[:2] for cell in (*visible.given, *visible.received)} == {("a", "b"), ("b", "a")}


@given(WORDS, WORDS, CONSENTS)
def test_words_of_who_has_not_shared_or_has_no_name_are_never_in_what_is_shown(
    said: dict[Cell, Statement], heard: dict[Cell, Statement], consents: Consents
) -> None:
    visible = shown(Ledger(PARTNERS, said, heard), consents)
    authors = {giver for giver, _, _ in visible.given} | {receiver for _, receiver, _ in visible.received}
    assert all(consents[author].shared and consents[author].attributed for author in authors)


@given(WORDS, CELLS, STATEMENTS, CONSENTS)
def test_changing_a_hidden_word_changes_nothing_of_what_is_shown(
    said: dict[Cell, Statement], cell: Cell, other: Statement, consents: Consents
) -> None:
    if frozenset(cell[:2]) in shown_pairs(consents):
        return
    before = Ledger(PARTNERS, said, said)
    after = replace(before, given={**said, cell: other}, received={**said, cell: other})
    assert shown(before, consents) == shown(after, consents)


def three_without_names() -> dict[str, Consent]:
    return dict.fromkeys("abc", UNNAMED)


def test_counts_wait_for_the_last_one_and_for_three_without_names() -> None:
    consents = three_without_names()
    assert may_count(consents)
    assert not may_count({**consents, "c": Consent(False, False)})
    assert not may_count({**consents, "c": NAMED})
    assert not may_count({"a": UNNAMED, "b": UNNAMED})
    assert nameless({"a": NAMED, "b": UNNAMED, "c": Consent()}) == ("b", "c")


def test_a_tally_counts_directions_without_saying_whose() -> None:
    given_words = {(one, other, Family.SKILLS): level(2) for one, other in ("ab", "bc", "ca")}
    heard = {("a", "b", Family.SKILLS): level(2), ("b", "c", Family.SKILLS): level(0)}
    ledger = Ledger(("a", "b", "c"), given_words, {**heard, ("c", "a", Family.SKILLS): level(4)})
    assert tallies(ledger, three_without_names()) == (Tally(Family.SKILLS, 3, 1, 1, 1),)


def test_when_all_fall_on_one_side_nothing_is_counted() -> None:
    words = {(one, other, Family.DATA): level(2) for one, other in ("ab", "bc", "ca")}
    assert tallies(Ledger(("a", "b", "c"), words, words), three_without_names()) == ()


def test_words_of_two_partners_alone_are_not_counted() -> None:
    said = {("a", "b", Family.DATA): level(2), ("b", "a", Family.DATA): level(2)}
    heard = {("a", "b", Family.DATA): level(2), ("b", "a", Family.DATA): level(0)}
    assert tallies(Ledger(("a", "b", "c"), said, heard), three_without_names()) == ()


@given(WORDS, WORDS, CONSENTS)
def test_what_is_counted_never_lets_one_be_found(
    said: dict[Cell, Statement], heard: dict[Cell, Statement], consents: Consents
) -> None:
    found = tallies(Ledger(PARTNERS, said, heard), consents)
    assert not found or len(nameless(consents)) >= FEWEST_HIDDEN
    for each in found:
        assert each.compared == each.close + each.giver_says_more + each.receiver_says_more
        assert max(each.close, each.giver_says_more, each.receiver_says_more) < each.compared
