"""Who may do what with a side of the ledger: truth tables."""

import pytest

from cordee.apps.evaluation.balance.permissions import (
    MOST_COMMENTS,
    Why,
    may_comment,
    may_see_couple,
    may_share,
    may_speak,
    may_take_back,
    may_write_side,
)


@pytest.mark.parametrize(
    ("partner", "why"), [(None, Why.NO_PARTNER), (3, Why.NOT_TAKING_PART), (1, Why.GRANTED), (2, Why.GRANTED)]
)
def test_only_the_people_of_a_partner_speak_for_it(partner: int | None, why: Why) -> None:
    assert may_speak(partner, (1, 2)).why is why


@pytest.mark.parametrize(
    ("shared", "attributed", "filled", "why"),
    [
        (True, True, 4, Why.SHARED_ALREADY),
        (False, None, 4, Why.CONSENT_NOT_CHOSEN),
        (False, True, 0, Why.NOTHING_SAID),
        (False, False, 1, Why.GRANTED),
        (False, True, 1, Why.GRANTED),
    ],
)
def test_sharing(shared: bool, attributed: bool | None, filled: int, why: Why) -> None:
    assert may_share(shared=shared, attributed=attributed, filled=filled).why is why


@pytest.mark.parametrize(
    ("shared", "out", "why"),
    [(False, False, Why.NOT_SHARED), (True, True, Why.COUNTS_ARE_OUT), (True, False, Why.GRANTED)],
)
def test_taking_back(shared: bool, out: bool, why: Why) -> None:
    assert may_take_back(shared=shared, counts_are_out=out).why is why


def test_a_draft_is_written_a_couple_is_seen_when_shown_and_comments_end() -> None:
    assert may_write_side(shared=False).allowed
    assert not may_write_side(shared=True).allowed
    assert may_see_couple(shown=True).allowed
    assert may_see_couple(shown=False).why is Why.COUPLE_HIDDEN
    assert may_comment(MOST_COMMENTS - 1).allowed
    assert may_comment(MOST_COMMENTS).why is Why.NO_ROOM
