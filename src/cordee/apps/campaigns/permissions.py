"""Who may do what with a 360°, each answer with its reason: pure functions of a role, a state and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cordee.apps.campaigns.models import Campaign
from cordee.apps.organisations.models import RoleKind
from cordee.apps.ui.verdict import Answer

State = Campaign.State
REST_BETWEEN_WAVES = timedelta(days=30)
LAUNCHED = frozenset({State.SCHEDULED, State.OPEN, State.OVERDUE, State.CLOSED})
TAKES_PEOPLE = frozenset({State.DRAFT, State.SCHEDULED, State.OPEN})


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    STRANGER = "stranger"
    NOT_FACILITATOR = "not_facilitator"
    NOT_LAUNCHED = "not_launched"
    FROZEN = "frozen"
    NOT_OPEN = "not_open"
    OVER = "over"
    CANCELLED = "cancelled"
    INCOMPLETE = "incomplete"
    REMINDED_TODAY = "reminded_today"
    SHORTER_THAN_NOW = "shorter_than_now"
    ONE_AT_A_TIME = "one_at_a_time"
    TOO_SOON = "too_soon"
    NOT_LATEST = "not_latest"
    NOT_CLOSED = "not_closed"
    OBSERVES = "observes"
    ANSWERED_ALONE = "answered_alone"
    ALREADY_CURRENT = "already_current"


@dataclass(frozen=True, slots=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why; `since` is the hour from which it becomes yes, when there is one."""

    since: datetime | None = None


GRANTED = Verdict(Reason.GRANTED)


class Refused(Exception):
    """A verb was asked for where it is not allowed; the verdict says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


def demand(verdict: Verdict) -> None:
    """Go on when it is yes; raise Refused otherwise."""
    if not verdict.allowed:
        raise Refused(verdict)


def may_see(role: RoleKind | str | None, state: State) -> Verdict:
    """Read what was announced of a campaign: whoever has a role in the alliance; a draft is its facilitators' own."""
    if role is None:
        return Verdict(Reason.STRANGER)
    return GRANTED if state in LAUNCHED or state is State.CANCELLED else may_facilitate(role)


def may_facilitate(role: RoleKind | str | None) -> Verdict:
    """Run campaigns: the facilitators of the alliance, nobody else."""
    if role is None:
        return Verdict(Reason.STRANGER)
    return GRANTED if role == RoleKind.FACILITATOR else Verdict(Reason.NOT_FACILITATOR)


def may_prepare(role: RoleKind | str | None, state: State) -> Verdict:
    """Choose what is asked, of whom and under which rule: until the launch, which freezes it."""
    return _when(role, state, frozenset({State.DRAFT}), Reason.FROZEN)


def may_launch(role: RoleKind | str | None, state: State, *, complete: bool) -> Verdict:
    """Launch: once, and only what lacks nothing."""
    verdict = may_prepare(role, state)
    return verdict if complete or not verdict.allowed else Verdict(Reason.INCOMPLETE)


def may_invite(role: RoleKind | str | None, state: State) -> Verdict:
    """Add people, hand out links, print questionnaires: before the launch and after, until answers are over."""
    return _when(role, state, TAKES_PEOPLE, Reason.OVER)


def may_follow(role: RoleKind | str | None, state: State) -> Verdict:
    """See how many have answered, circle by circle, from the launch on."""
    return _when(role, state, LAUNCHED, Reason.NOT_LAUNCHED)


def may_act_live(role: RoleKind | str | None, state: State) -> Verdict:
    """Replace a link, move the last day, cancel: between the launch and the last day."""
    not_yet = Reason.NOT_LAUNCHED if state is State.DRAFT else Reason.OVER
    return _when(role, state, frozenset({State.SCHEDULED, State.OPEN}), not_yet)


def may_remind(role: RoleKind | str | None, state: State, *, reminded_today: bool) -> Verdict:
    """Remind those who have not finished: while answers are open, at most once a day."""
    verdict = may_act_live(role, state)
    if verdict.allowed and state is not State.OPEN:
        return Verdict(Reason.NOT_OPEN)
    return Verdict(Reason.REMINDED_TODAY) if verdict.allowed and reminded_today else verdict


def may_close_at(role: RoleKind | str | None, state: State, closes_at: datetime, now: datetime) -> Verdict:
    """Move the last day, later or earlier, but never into the past."""
    verdict = may_act_live(role, state)
    return Verdict(Reason.SHORTER_THAN_NOW) if verdict.allowed and closes_at <= now else verdict


def may_begin(role: RoleKind | str | None, latest: Campaign | None, now: datetime) -> Verdict:
    """Prepare a new campaign: one at a time, and never less than 30 days after the last one closed.

    Two results close to one another could be subtracted, and tell who joined or left.
    """
    verdict = may_facilitate(role)
    if latest is None or latest.cancelled_at is not None or not verdict.allowed:
        return verdict
    if latest.closed_at is None:
        return Verdict(Reason.ONE_AT_A_TIME)
    since = latest.closed_at + REST_BETWEEN_WAVES
    return GRANTED if now >= since else Verdict(Reason.TOO_SOON, since)


def may_prepare_next(
    role: RoleKind | str | None, campaign: Campaign, latest: Campaign | None, now: datetime
) -> Verdict:
    """Prepare the wave that follows a campaign: only that of the last one, under the rule of every new campaign."""
    verdict = may_begin(role, latest, now)
    return Verdict(Reason.NOT_LATEST) if verdict.allowed and latest != campaign else verdict


def _when(role: RoleKind | str | None, state: State, states: frozenset[State], otherwise: Reason) -> Verdict:
    """Say yes to a facilitator in some states; the reason of the refusal tells a cancelled campaign from the rest."""
    verdict = may_facilitate(role)
    if not verdict.allowed or state in states:
        return verdict
    return Verdict(Reason.CANCELLED if state is State.CANCELLED else otherwise)
