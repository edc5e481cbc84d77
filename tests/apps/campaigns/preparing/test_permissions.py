"""Truth tables of the facilitator's side: who may do what, in which state, and the reason given otherwise."""

from datetime import UTC, datetime, timedelta

import pytest

from cordee.apps.campaigns import permissions
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.permissions import GRANTED, Reason, Refused, State, Verdict
from cordee.apps.organisations.models import RoleKind

NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)
F, M, O = RoleKind.FACILITATOR, RoleKind.MEMBER, RoleKind.OBSERVER  # noqa: E741
YES, FROZEN, OVER, CANCELLED = Reason.GRANTED, Reason.FROZEN, Reason.OVER, Reason.CANCELLED
NOT_LAUNCHED = Reason.NOT_LAUNCHED

# One column a state, in this order.
STATES = (State.DRAFT, State.SCHEDULED, State.OPEN, State.OVERDUE, State.CLOSED, State.CANCELLED)
TABLE = {
    "may_see": (YES, YES, YES, YES, YES, YES),
    "may_prepare": (YES, FROZEN, FROZEN, FROZEN, FROZEN, CANCELLED),
    "may_invite": (YES, YES, YES, OVER, OVER, CANCELLED),
    "may_follow": (NOT_LAUNCHED, YES, YES, YES, YES, CANCELLED),
    "may_act_live": (NOT_LAUNCHED, YES, YES, OVER, OVER, CANCELLED),
}


@pytest.mark.parametrize("name", sorted(TABLE))
@pytest.mark.parametrize("place", range(len(STATES)))
def test_the_facilitator(name: str, place: int) -> None:
    assert getattr(permissions, name)(F, STATES[place]).reason is TABLE[name][place]


@pytest.mark.parametrize("name", sorted(set(TABLE) - {"may_see"}))
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("role", "reason"), [(M, Reason.NOT_FACILITATOR), (O, Reason.NOT_FACILITATOR), (None, Reason.STRANGER)]
)
def test_everybody_else(name: str, state: State, role: RoleKind | None, reason: Reason) -> None:
    assert getattr(permissions, name)(role, state).reason is reason


@pytest.mark.parametrize("role", [M, O])
@pytest.mark.parametrize("state", STATES)
def test_members_and_observers_read_what_was_announced_but_no_draft(role: RoleKind, state: State) -> None:
    expected = Reason.NOT_FACILITATOR if state is State.DRAFT else YES
    assert permissions.may_see(role, state).reason is expected
    assert permissions.may_see(None, state).reason is Reason.STRANGER


@pytest.mark.parametrize(
    ("state", "complete", "reason"),
    [
        (State.DRAFT, True, YES),
        (State.DRAFT, False, Reason.INCOMPLETE),
        (State.OPEN, True, FROZEN),
        (State.CANCELLED, False, CANCELLED),
    ],
)
def test_launching(state: State, complete: bool, reason: Reason) -> None:
    assert permissions.may_launch(F, state, complete=complete).reason is reason
    assert permissions.may_launch(M, state, complete=complete).reason is Reason.NOT_FACILITATOR


@pytest.mark.parametrize(
    ("state", "reminded", "reason"),
    [
        (State.OPEN, False, YES),
        (State.OPEN, True, Reason.REMINDED_TODAY),
        (State.SCHEDULED, False, Reason.NOT_OPEN),
        (State.DRAFT, False, NOT_LAUNCHED),
        (State.OVERDUE, False, OVER),
    ],
)
def test_reminding(state: State, reminded: bool, reason: Reason) -> None:
    assert permissions.may_remind(F, state, reminded_today=reminded).reason is reason


@pytest.mark.parametrize(
    ("state", "hours", "reason"),
    [
        (State.OPEN, 1, YES),
        (State.SCHEDULED, 48, YES),
        (State.OPEN, 0, Reason.SHORTER_THAN_NOW),
        (State.OPEN, -1, Reason.SHORTER_THAN_NOW),
        (State.OVERDUE, 48, OVER),
        (State.CLOSED, 48, OVER),
    ],
)
def test_moving_the_last_day(state: State, hours: int, reason: Reason) -> None:
    assert permissions.may_close_at(F, state, NOW + timedelta(hours=hours), NOW).reason is reason


def closed(days_ago: float) -> Campaign:
    return Campaign(pk=1, launched_at=NOW, closed_at=NOW - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("latest", "verdict"),
    [
        (None, GRANTED),
        (Campaign(), Verdict(Reason.ONE_AT_A_TIME)),
        (Campaign(launched_at=NOW), Verdict(Reason.ONE_AT_A_TIME)),
        (Campaign(launched_at=NOW, cancelled_at=NOW), GRANTED),
        (closed(29.9), Verdict(Reason.TOO_SOON, closed(29.9).closed_at + timedelta(days=30))),
        (closed(30), GRANTED),
    ],
)
def test_beginning_another_one(latest: Campaign | None, verdict: Verdict) -> None:
    assert permissions.may_begin(F, latest, NOW) == verdict
    assert permissions.may_begin(O, latest, NOW).reason is Reason.NOT_FACILITATOR


def test_the_next_wave_follows_the_last_one_only() -> None:
    last, older = closed(40), Campaign(pk=2, closed_at=NOW - timedelta(days=400))
    assert permissions.may_prepare_next(F, last, last, NOW) == GRANTED
    assert permissions.may_prepare_next(F, older, last, NOW).reason is Reason.NOT_LATEST
    assert permissions.may_prepare_next(F, closed(3), closed(3), NOW).reason is Reason.TOO_SOON


def test_demanding_what_is_refused_carries_the_verdict() -> None:
    permissions.demand(GRANTED)
    with pytest.raises(Refused) as refused:
        permissions.demand(Verdict(FROZEN))
    assert refused.value.verdict.reason is FROZEN
