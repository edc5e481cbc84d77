"""What is shown of relations: no score by name without two agreements, nothing found again by taking away the rest."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.network import Scores, TooFewAnswers
from cordee.core.network_publication import FEWEST_SCORERS, Publication, Sheet, publication

LEVELS = st.integers(0, 4)
SCORES = st.builds(Scores, st.tuples(LEVELS, LEVELS, LEVELS), st.tuples(LEVELS, LEVELS, LEVELS))
HIGH = Scores((4, 4, 4), (4, 4, 4))
LOW = Scores((0, 0, 0), (0, 0, 0))


@st.composite
def asked(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Sheet]]:
    """Partners, and the sheets of enough of them."""
    partners = tuple("abcdefgh"[: draw(st.integers(2, 8))])
    sheets = [
        Sheet(
            one, draw(st.booleans()), {other: draw(st.one_of(st.none(), SCORES)) for other in partners if other != one}
        )
        for one in partners
    ]
    return partners, sheets


def everyone_says(partners: str, said: Scores, agreeing: str = "") -> list[Sheet]:
    return [Sheet(one, one in agreeing, {other: said for other in partners if other != one}) for one in partners]


@given(asked())
def test_a_score_has_a_name_only_when_both_agreed(case: tuple[tuple[str, ...], list[Sheet]]) -> None:
    partners, sheets = case
    agreeing = {sheet.partner for sheet in sheets if sheet.agrees}
    for link in publication(partners, sheets, 2).links:
        assert {link.source, link.target} <= agreeing


@given(asked())
def test_taking_the_named_scores_away_leaves_none_or_three(case: tuple[tuple[str, ...], list[Sheet]]) -> None:
    partners, sheets = case
    shown = publication(partners, sheets, 2)
    if shown.everyone_agreed:
        return
    for one in (one for one in shown.received if one.shown):
        named = sum(link.target == one.partner for link in shown.links)
        assert one.scorers is not None
        assert one.scorers >= FEWEST_SCORERS
        assert one.scorers - named == 0 or one.scorers - named >= FEWEST_SCORERS


@given(asked(), SCORES)
def test_what_is_said_of_a_hidden_partner_changes_nothing(
    case: tuple[tuple[str, ...], list[Sheet]], another: Scores
) -> None:
    """Change a score that is neither named nor in a mean that is shown: the publication stays the same."""
    partners, sheets = case
    shown = publication(partners, sheets, 2)
    hidden = {one.partner for one in shown.received if not one.shown} or (
        set(partners) if not shown.received else set()
    )
    agreeing = {sheet.partner for sheet in sheets if sheet.agrees}
    changed = [
        Sheet(
            sheet.partner,
            sheet.agrees,
            {
                other: another
                if said is not None and other in hidden and not agreeing.issuperset((sheet.partner, other))
                else said
                for other, said in sheet.about.items()
            },
        )
        for sheet in sheets
    ]
    assert publication(partners, changed, 2) == shown


@given(asked())
def test_it_is_kept_and_read_back(case: tuple[tuple[str, ...], list[Sheet]]) -> None:
    shown = publication(*case, 2)
    assert Publication.from_json(json.loads(json.dumps(shown.to_json()))) == shown


@pytest.mark.parametrize("partners", ["ab", "abc"])
def test_three_partners_hide_nothing_and_show_nothing_unless_all_agree(partners: str) -> None:
    closed = publication(tuple(partners), everyone_says(partners, HIGH, agreeing=partners[1:]), 2)
    assert closed.too_small
    assert (closed.received, closed.links, closed.density) == ((), (), None)
    opened = publication(tuple(partners), everyone_says(partners, HIGH, agreeing=partners), 2)
    assert len(opened.ties) == len(partners) * (len(partners) - 1)
    assert (opened.density, opened.reciprocity, opened.groups, opened.isolated) == (1.0, 1.0, 1, ())


def test_under_sixty_five_percent_there_is_nothing() -> None:
    with pytest.raises(TooFewAnswers, match="2 of 4 answered, it takes 3"):
        publication(tuple("abcd"), everyone_says("abcd", HIGH)[:2], 2)


def test_one_who_kept_silent_is_scored_but_has_not_agreed() -> None:
    shown = publication(tuple("abcd"), everyone_says("abcd", HIGH, agreeing="abcd")[:3], 2)
    assert not shown.everyone_agreed
    assert {link.target for link in shown.links} == {"a", "b", "c"}
    assert [one.shown for one in shown.received] == [False, False, False, True]


def test_a_share_of_returned_ties_is_told_in_thirds_and_from_ten_ties() -> None:
    assert publication(tuple("abcd"), everyone_says("abcd", HIGH), 2).third == 3
    assert publication(tuple("abcd"), everyone_says("abcd", LOW), 2).third is None
    assert publication(tuple("abcd"), everyone_says("abcd", HIGH), 2).reciprocity is None


def test_who_was_asked_and_is_gone_counts_among_those_who_did_not_answer() -> None:
    """Four answered of the six asked: 67 %, not 100 %; three of six are too few, though none there is silent."""
    shown = publication("abcd", everyone_says("abcd", HIGH, "abcd"), 2, gone=2)
    assert (shown.response.answered, shown.response.asked, shown.everyone_agreed) == (4, 6, False)
    with pytest.raises(TooFewAnswers):
        publication("abc", everyone_says("abc", HIGH, "abc"), 2, gone=3)
