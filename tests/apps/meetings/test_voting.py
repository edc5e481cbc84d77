"""Voting again: one ballot at a time, one vote a phone, counted once, and nothing shown that would expose someone."""

import uuid
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from tests.apps.meetings import building
from tests.apps.meetings.conftest import Cast
from tests.apps.world import build_world

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.meetings.models import Ballot, Meeting, Vote
from cordee.apps.meetings.operations import running, voting
from cordee.apps.meetings.permissions import Reason, Refused
from cordee.apps.meetings.telling import Session

OTHER = "clarity.roles.action"
InParallel = Callable[[list[Callable[[], object]]], list[object]]


def refused(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.verdict.reason


def test_enough_votes_are_counted_once_and_then_erased(cast: Cast) -> None:
    ballot = cast(0, 0, 1, 4, 4, None)
    assert (ballot.cast, ballot.counts, ballot.dont_know) == (6, [2, 1, 0, 0, 2], 1)
    assert not Vote.objects.exists()


@pytest.mark.parametrize("levels", [(), (2,), (0, 1, 2, 3), (0, 1, 2, 3, None, None)])
def test_under_the_rule_only_how_many_came_is_kept(cast: Cast, levels: tuple[int | None, ...]) -> None:
    ballot = cast(*levels)
    assert (ballot.cast, ballot.counts, ballot.dont_know) == (len(levels), None, None)
    assert not Vote.objects.exists()


@pytest.mark.parametrize("regime", list(Regime))
def test_the_rule_holds_in_every_regime(meeting: Meeting, cast: Cast, regime: Regime) -> None:
    Campaign.objects.update(regime=regime)
    assert cast(1, 1, 1, 1).counts is None


def test_the_number_is_that_of_the_rule_frozen_with_the_campaign(meeting: Meeting, cast: Cast) -> None:
    Campaign.objects.update(rule={**meeting.campaign.rule, "fewest_respondents": 7})
    ballot = cast(1, 1, 1, 1, 1, 1)
    assert ballot.counts is None
    meeting.campaign.refresh_from_db()
    assert "au moins 7" in Session.of(meeting, "fr").ballot(ballot).said


def test_a_phone_votes_once_and_may_change_its_mind(meeting: Meeting) -> None:
    ballot = voting.open_ballot(meeting, building.SPLIT)
    for level in (0, 4, None, 3):
        voting.vote(meeting, ballot.public, "phone", level)
    assert [vote.level for vote in Vote.objects.all()] == [3]


def test_what_is_kept_of_a_phone_tells_nothing_of_it_from_one_ballot_to_the_next(meeting: Meeting) -> None:
    ballot, other = Ballot(meeting=meeting, item=OTHER), Ballot(meeting=meeting, item=OTHER)
    kept = voting.voter_of("phone", ballot)
    assert len(kept) == 64
    assert "phone" not in kept
    assert kept == voting.voter_of("phone", ballot) != voting.voter_of("phone", other)


def test_two_ballots_are_never_open_at_once(meeting: Meeting) -> None:
    voting.open_ballot(meeting, building.SPLIT)
    assert refused(lambda: voting.open_ballot(meeting, OTHER)) is Reason.BALLOT_OPEN
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(meeting=meeting, item=OTHER)


def test_an_item_is_counted_once_a_session_unless_too_few_voted(meeting: Meeting, cast: Cast) -> None:
    cast(1, 2, 3)
    cast(1, 2, 3, 3, 3)
    assert refused(lambda: cast(1, 2, 3, 3, 3, 4)) is Reason.COUNTED
    cast(0, 0, 0, 0, 0, item=OTHER)


def test_another_session_of_the_day_counts_no_question_again(
    meeting: Meeting, cast: Cast, facilitator: Account
) -> None:
    elsewhere = building.opened(meeting.campaign, facilitator)
    ballot = voting.open_ballot(meeting, OTHER)
    assert refused(lambda: voting.open_ballot(elsewhere, OTHER)) is Reason.COUNTED
    voting.close_ballot(meeting)
    voting.open_ballot(elsewhere, OTHER)
    voting.close_ballot(elsewhere)
    counted = cast(1, 2, 3, 3, 3)
    assert refused(lambda: voting.open_ballot(elsewhere, building.SPLIT)) is Reason.COUNTED
    Ballot.objects.filter(pk=counted.pk).update(closed_at=counted.opened_at - 2 * voting.APART)
    assert voting.open_ballot(elsewhere, building.SPLIT).item == building.SPLIT
    assert ballot.item == OTHER


def test_closing_twice_counts_once(meeting: Meeting, cast: Cast) -> None:
    ballot = cast(1, 2, 3, 3, 3)
    assert voting.close_ballot(meeting) is None
    kept = Ballot.objects.get(pk=ballot.pk)
    assert (kept.closed_at, kept.cast) == (ballot.closed_at, 5)


def test_a_vote_that_comes_too_late_is_refused(meeting: Meeting, cast: Cast, facilitator: Account) -> None:
    ballot = cast(1, 2)
    assert refused(lambda: voting.vote(meeting, ballot.public, "late", 1)) is Reason.BALLOT_CLOSED
    assert refused(lambda: voting.vote(meeting, uuid.uuid4(), "late", 1)) is Reason.BALLOT_CLOSED
    elsewhere = building.opened(meeting.campaign, facilitator)
    here = voting.open_ballot(meeting, OTHER)
    assert refused(lambda: voting.vote(elsewhere, here.public, "phone", 1)) is Reason.BALLOT_CLOSED


def test_nothing_is_voted_before_a_session_nor_after_it(campaign: Campaign, facilitator: Account) -> None:
    meeting = building.prepared(campaign, facilitator)
    assert refused(lambda: voting.open_ballot(meeting, OTHER)) is Reason.NOT_OPENED
    running.open_session(meeting)
    ballot = voting.open_ballot(meeting, OTHER)
    running.close_session(meeting)
    assert refused(lambda: voting.open_ballot(meeting, OTHER)) is Reason.OVER
    assert refused(lambda: voting.vote(meeting, ballot.public, "phone", 1)) is Reason.OVER


def test_an_item_that_is_not_asked_is_no_ballot(meeting: Meeting) -> None:
    with pytest.raises(voting.UnknownItem):
        voting.open_ballot(meeting, "no.such.item")


def test_a_ballot_is_told_beside_what_the_answers_said(meeting: Meeting, cast: Cast) -> None:
    told = Session.of(meeting, "fr").ballot(cast(3, 3, 3, 3, 3))
    assert told.shown
    assert told.said == "5 votes\u202f: tous au niveau 3."
    assert "deux camps" in told.before
    assert told.figure is not None
    assert [row.counts for row in told.figure.rows][1] == (0, 0, 0, 5, 0)
    assert told.figure.title == "Le vote ne montre plus deux camps\u202f: la médiane est 3"


def test_two_camps_that_remain_are_said(meeting: Meeting, cast: Cast) -> None:
    with translation.override("en"):
        told = Session.of(meeting, "en").ballot(cast(0, 0, 4, 4, 4, 4, item=OTHER))
    assert told.figure is not None
    assert told.figure.title == "Two camps, and nobody between, in the vote of the session"
    assert told.figure.rows[-1].remark


@pytest.mark.parametrize(("levels", "title"), [((0, 0, 0, 0, 0), "goes from"), ((1, 1, 1, 1, 1), "has not moved")])
def test_the_title_is_true_of_the_two_medians(
    meeting: Meeting, cast: Cast, levels: tuple[int, ...], title: str
) -> None:
    with translation.override("en"):
        told = Session.of(meeting, "en").ballot(cast(*levels, item=OTHER))
    assert told.figure is not None
    before, after = told.figure.rows
    assert (title in told.figure.title) == ((before.median == after.median) == (title == "has not moved"))


# --- at the same time, on the database of this run --------------------------------------------------


@pytest.fixture
def together(transactional_db: None) -> Meeting:
    world = build_world()
    by = world.accounts["facilitator"]
    return building.opened(building.closed(world.alliance), by)


def attempt(call: Callable[[], object]) -> Callable[[], object]:
    def tried() -> object:
        try:
            return call()
        except Refused as refusal:
            return refusal.verdict.reason

    return tried


def test_two_facilitators_open_one_ballot(together: Meeting, in_parallel: InParallel) -> None:
    items = (building.SPLIT, OTHER)
    work = [attempt(lambda item=item: voting.open_ballot(together, item)) for item in items * 2]  # type: ignore[misc]
    found = in_parallel(work)
    assert sum(isinstance(one, Ballot) for one in found) == 1
    assert found.count(Reason.BALLOT_OPEN) == 3


def test_a_double_tap_is_one_vote(together: Meeting, in_parallel: InParallel) -> None:
    ballot = voting.open_ballot(together, OTHER)
    in_parallel([lambda: voting.vote(together, ballot.public, "phone", 2)] * 4)
    assert Vote.objects.filter(ballot=ballot).count() == 1


def test_votes_that_meet_the_closing_are_counted_or_refused(together: Meeting, in_parallel: InParallel) -> None:
    ballot = voting.open_ballot(together, OTHER)
    for place in range(5):
        voting.vote(together, ballot.public, f"early-{place}", 2)
    late = [
        attempt(lambda place=place: voting.vote(together, ballot.public, f"late-{place}", 3))  # type: ignore[misc]
        for place in range(6)
    ]
    found = in_parallel([*late[:3], lambda: voting.close_ballot(together), *late[3:]])
    taken = sum(isinstance(one, Vote) for one in found)
    ballot.refresh_from_db()
    assert ballot.counts == [0, 0, 5, taken, 0]
    assert ballot.cast == 5 + taken
    assert found.count(Reason.BALLOT_CLOSED) == 6 - taken
    assert not Vote.objects.exists()
    assert connection.vendor in ("sqlite", "postgresql")
