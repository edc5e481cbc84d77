"""Who may answer, enter a paper form, close and read: pure functions of rows and of the hour, each with its reason."""

from __future__ import annotations

from datetime import datetime

from cordee.apps.campaigns.models import Campaign, Seat
from cordee.apps.campaigns.permissions import GRANTED, Reason, State, Verdict, may_facilitate
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import RoleKind

ANSWERING = {
    State.DRAFT: Verdict(Reason.NOT_LAUNCHED),
    State.SCHEDULED: Verdict(Reason.NOT_OPEN),
    State.OPEN: GRANTED,
    State.OVERDUE: Verdict(Reason.OVER),
    State.CLOSED: Verdict(Reason.OVER),
    State.CANCELLED: Verdict(Reason.CANCELLED),
}


def may_answer(campaign: Campaign, now: datetime) -> Verdict:
    """Open a seat or add an answer: between opening and closing, never after, whoever asks."""
    return ANSWERING[campaign.state(now)]


def may_enter_paper(role: RoleKind | None, state: State) -> Verdict:
    """Type the answers of a paper form: the facilitator only, while answers are taken.

    In every regime: in the aggregate one a partner must not read what another wrote, and in the two others nobody
    but the facilitator promised to keep it.
    """
    return _as_facilitator(role, ANSWERING[state])


def may_type_in(seat: Seat) -> Verdict:
    """Open a seat by the paper screen: only what came on paper, and was not taken over by its owner on a screen."""
    return GRANTED if seat.channel == Seat.Channel.PAPER else Verdict(Reason.ANSWERED_ALONE)


def may_close(role: RoleKind | None, state: State) -> Verdict:
    """Close by hand, before the announced hour or after it: the facilitator, of a campaign that takes answers."""
    return _as_facilitator(role, may_be_closed(state))


def may_see_closing(role: RoleKind | None, state: State) -> Verdict:
    """Look at the page that closes, or that says it is done: the facilitator."""
    return _as_facilitator(role, GRANTED if state is State.CLOSED else may_be_closed(state))


def may_be_closed(state: State) -> Verdict:
    """Close a campaign: once it is open, and only once."""
    return GRANTED if state is State.OVERDUE else ANSWERING[state]


def may_read_again(campaign: Campaign, read_with: PackRelease, release: PackRelease) -> Verdict:
    """Read a closed campaign with another release: of its pack, newer than the last one used."""
    if campaign.closed_at is None:
        return Verdict(Reason.NOT_CLOSED)
    newer = release.pack == read_with.pack and release.order > read_with.order
    return GRANTED if newer else Verdict(Reason.ALREADY_CURRENT)


def may_read(role: RoleKind | None, holds_link: bool, campaign: Campaign, now: datetime) -> Verdict:
    """Read the published result: after closing, whoever has a role in the alliance or was asked to answer."""
    if role is None and not holds_link:
        return Verdict(Reason.STRANGER)
    state = campaign.state(now)
    if state is State.CLOSED:
        return GRANTED
    return ANSWERING[state] if state is State.CANCELLED else Verdict(Reason.NOT_CLOSED)


def may_read_result(role: RoleKind | None, state: State) -> Verdict:
    """Open the published result by a role in the alliance: once it is closed."""
    if role is None:
        return Verdict(Reason.STRANGER)
    if state is State.CLOSED:
        return GRANTED
    return ANSWERING[state] if state is State.CANCELLED else Verdict(Reason.NOT_CLOSED)


def may_decide(role: RoleKind | None, state: State) -> Verdict:
    """Take up or refuse an advice of the result: whoever takes part in the alliance, not those who observe."""
    verdict = may_read_result(role, state)
    return Verdict(Reason.OBSERVES) if verdict.allowed and role == RoleKind.OBSERVER else verdict


def may_read_who_said_what(role: RoleKind | None, campaign: Campaign) -> bool:
    """Read the publication made for the facilitator: nobody else, and only where there is one."""
    return role == RoleKind.FACILITATOR and campaign.regime == "facilitator"


def _as_facilitator(role: RoleKind | None, verdict: Verdict) -> Verdict:
    facilitates = may_facilitate(role)
    return verdict if facilitates.allowed else facilitates
