"""What is projected: one moment a screen, large, with the time that remains, its figure, and the way to vote."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cordee.apps.meetings import permissions, queries
from cordee.apps.meetings.access import Opened, meeting_page, whatever_its_state
from cordee.apps.meetings.links import qr_code, vote_address
from cordee.apps.meetings.telling import Session, SlotView, remaining_words
from cordee.apps.meetings.views.preparing import session_of
from cordee.apps.ui.figures import drawn

RUNS = meeting_page(whatever_its_state(permissions.may_run))


@require_safe
@RUNS
def live(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Project the current moment; the screen follows the desk."""
    return projected(request, opened, opened.meeting.current_slot, follows=True)


@require_safe
@RUNS
def screen(request: HttpRequest, opened: Opened, place: int) -> HttpResponse:
    """Project one moment, whatever the desk shows."""
    return projected(request, opened, place, follows=False)


def projected(request: HttpRequest, opened: Opened, place: int, *, follows: bool) -> HttpResponse:
    """Draw a screen, or only what changes on it when a page that is open asks."""
    session = session_of(opened)
    slot = session.slot(place)
    context = {"opened": opened, "meeting": opened.meeting, "slot": slot, **beside(opened, session, slot)}
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "meetings/screen.html", {**context, **moving(opened, session, slot, follows=follows)})
    if request.GET.get("seen") != context["seen"]:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "meetings/parts/screen_state.html", context)


def beside(opened: Opened, session: Session, slot: SlotView) -> dict[str, Any]:
    """Return what changes while a moment is on screen: the time left, the vote, its result."""
    asked = {question.item for question in session.votable(slot)}
    rows = [one for one in queries.ballots_of(opened.meeting) if one.item in asked or one.closed_at is None]
    ballot = session.ballot(rows[-1]) if rows else None
    is_open = opened.meeting.state == opened.meeting.State.OPEN
    return {
        "ballot": ballot,
        "is_open": is_open,
        "remaining": remaining_words(slot.ends_at, timezone.now()) if is_open else "",
        "seen": f"{slot.id}-{ballot.public if ballot else 'none'}-{bool(ballot and ballot.open)}-{is_open}",
    }


def moving(opened: Opened, session: Session, slot: SlotView, *, follows: bool) -> dict[str, Any]:
    """Return what surrounds a moment: the ones before and after, the figure, the link of the vote."""
    context, last = beside(opened, session, slot), len(session.slots)
    ballot = context["ballot"]
    figure = ballot.figure if ballot and ballot.shown else session.figure(slot)
    return {
        "session": session,
        "follows": follows,
        "figure": drawn(figure) if figure else None,
        "before_url": opened.url("screen", slot.place - 1) if slot.place else "",
        "after_url": opened.url("screen", slot.place + 1) if slot.place + 1 < last else "",
        "last": last,
        "link": vote_address(opened.meeting),
    }


@require_safe
@RUNS
def qr(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Draw the link of the vote, for phones to read."""
    return HttpResponse(qr_code(vote_address(opened.meeting)), content_type="image/svg+xml")
