"""The verdicts themselves: whole truth tables, by role and by state."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cordee.apps.campaigns.models import Campaign, Regime, Seat
from cordee.apps.campaigns.permissions import Reason
from cordee.apps.campaigns.respondent_permissions import (
    may_answer,
    may_be_closed,
    may_close,
    may_enter_paper,
    may_read,
    may_read_who_said_what,
    may_see_closing,
    may_type_in,
)
from cordee.apps.organisations.models import RoleKind

NOW = timezone.now()
HOUR = timedelta(hours=1)
State = Campaign.State
F, M, O = RoleKind.FACILITATOR, RoleKind.MEMBER, RoleKind.OBSERVER  # noqa: E741 columns of a table
R = Reason

HOURS = {
    State.DRAFT: {},
    State.SCHEDULED: {"launched_at": NOW, "opens_at": NOW + HOUR},
    State.OPEN: {"launched_at": NOW, "opens_at": NOW, "closes_at": NOW + HOUR},
    State.OVERDUE: {"launched_at": NOW, "opens_at": NOW - HOUR, "closes_at": NOW},
    State.CLOSED: {"launched_at": NOW, "closed_at": NOW},
    State.CANCELLED: {"launched_at": NOW, "cancelled_at": NOW},
}
ANSWERING = {
    State.DRAFT: R.NOT_LAUNCHED,
    State.SCHEDULED: R.NOT_OPEN,
    State.OPEN: R.GRANTED,
    State.OVERDUE: R.OVER,
    State.CLOSED: R.OVER,
    State.CANCELLED: R.CANCELLED,
}
CLOSING = {**ANSWERING, State.OVERDUE: R.GRANTED}


@pytest.mark.parametrize("state", State)
def test_answering_follows_the_hour(state: State) -> None:
    campaign = Campaign(**HOURS[state])
    assert campaign.state(NOW) is state
    verdict = may_answer(campaign, NOW)
    assert (verdict.reason, verdict.allowed) == (ANSWERING[state], state is State.OPEN)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("role", [F, M, O, None])
def test_paper_and_closing_are_the_facilitator_s(role: RoleKind | None, state: State) -> None:
    others = {M: R.NOT_FACILITATOR, O: R.NOT_FACILITATOR, None: R.STRANGER}
    assert may_enter_paper(role, state).reason == others.get(role, ANSWERING[state])
    assert may_close(role, state).reason == others.get(role, CLOSING[state])
    seen = R.GRANTED if state is State.CLOSED else CLOSING[state]
    assert may_see_closing(role, state).reason == others.get(role, seen)
    assert may_be_closed(state).reason == CLOSING[state]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("role", [F, M, O, None])
@pytest.mark.parametrize("holds_link", [True, False])
def test_reading_opens_at_closing_to_roles_and_links(role: RoleKind | None, holds_link: bool, state: State) -> None:
    verdict = may_read(role, holds_link, Campaign(**HOURS[state]), NOW)
    if role is None and not holds_link:
        assert verdict.reason is R.STRANGER
    elif state is State.CLOSED:
        assert verdict.allowed
    else:
        assert verdict.reason is (R.CANCELLED if state is State.CANCELLED else R.NOT_CLOSED)


@pytest.mark.parametrize("regime", Regime)
@pytest.mark.parametrize("role", [F, M, O, None])
def test_only_the_facilitator_in_their_regime_reads_who_said_what(role: RoleKind | None, regime: Regime) -> None:
    expected = role == F and regime is Regime.FACILITATOR
    assert may_read_who_said_what(role, Campaign(regime=regime)) is expected


@pytest.mark.parametrize("channel", Seat.Channel)
def test_only_what_came_on_paper_is_typed_in(channel: Seat.Channel) -> None:
    assert may_type_in(Seat(channel=channel)).allowed is (channel is Seat.Channel.PAPER)
