"""Who may do what with a session, and why: pure functions of a role, of the result and of where the session stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cordee.apps.meetings.models import Meeting
from cordee.apps.organisations import permissions as entrance
from cordee.apps.organisations.permissions import Kind
from cordee.apps.ui.verdict import Answer

State = Meeting.State


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    NOT_FACILITATOR = "not_facilitator"
    NOT_PUBLISHED = "not_published"
    NOTHING_SHOWN = "nothing_shown"
    OPENED = "opened"
    NOT_OPENED = "not_opened"
    OVER = "over"
    BALLOT_OPEN = "ballot_open"
    BALLOT_CLOSED = "ballot_closed"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why."""


class Refused(Exception):
    """A verb was refused; `verdict` says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


GRANTED = Verdict(Reason.GRANTED)
Permission = Callable[[Kind, State], Verdict]


def required(verdict: Verdict) -> None:
    """Go on only when it is yes; raises Refused."""
    if not verdict.allowed:
        raise Refused(verdict)


def may_read(kind: Kind) -> Verdict:
    """Read the agenda and the minutes: whoever holds a role in the alliance; to the others, nothing exists."""
    return Verdict(Reason(entrance.may_read(kind).reason.value))


def may_run(kind: Kind) -> Verdict:
    """Prepare and run sessions: those who run the alliance."""
    return Verdict(Reason(entrance.may_facilitate(kind).reason.value))


def may_prepare(kind: Kind, *, published: bool, nothing_shown: bool) -> Verdict:
    """Prepare a session: only on a result that is published and shows something."""
    verdict = may_run(kind)
    if not verdict.allowed or not published:
        return verdict if not verdict.allowed else Verdict(Reason.NOT_PUBLISHED)
    return Verdict(Reason.NOTHING_SHOWN) if nothing_shown else GRANTED


def may_arrange(kind: Kind, state: State) -> Verdict:
    """Change the agenda: until the session opens."""
    verdict = may_run(kind)
    if not verdict.allowed or state == State.PREPARED:
        return verdict
    return Verdict(Reason.OVER if state == State.CLOSED else Reason.OPENED)


def may_open(kind: Kind, state: State) -> Verdict:
    """Open a session: opening it twice is no mistake, opening it after its end is."""
    verdict = may_run(kind)
    return Verdict(Reason.OVER) if verdict.allowed and state == State.CLOSED else verdict


def may_lead(kind: Kind, state: State) -> Verdict:
    """Take notes, open votes, write a consensus: while the session is open."""
    verdict = may_open(kind, state)
    return Verdict(Reason.NOT_OPENED) if verdict.allowed and state == State.PREPARED else verdict


def may_open_ballot(state: State, *, one_is_open: bool, counted: bool) -> Verdict:
    """Open a ballot: one at a time, and once an item in a session or a day, unless too few had voted to show it.

    Two counts of almost the same people would tell, by subtraction, what the newcomers voted.
    """
    if state != State.OPEN:
        return Verdict(Reason.OVER if state == State.CLOSED else Reason.NOT_OPENED)
    if one_is_open:
        return Verdict(Reason.BALLOT_OPEN)
    return Verdict(Reason.COUNTED) if counted else GRANTED


def may_vote(state: State, *, ballot_is_open: bool) -> Verdict:
    """Vote by phone: while the session and the ballot are open; a vote may be changed until then."""
    if state != State.OPEN:
        return Verdict(Reason.OVER if state == State.CLOSED else Reason.NOT_OPENED)
    return GRANTED if ballot_is_open else Verdict(Reason.BALLOT_CLOSED)
