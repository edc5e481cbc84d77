"""The vote on a phone: whoever holds the link of the session, without an account and without a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cordee.apps.accounts.tokens import new_token
from cordee.apps.diagnosis.language import language
from cordee.apps.meetings import queries
from cordee.apps.meetings.access import refusal
from cordee.apps.meetings.forms import DONT_KNOW, VoteForm
from cordee.apps.meetings.models import Ballot, Meeting
from cordee.apps.meetings.operations import voting as operations
from cordee.apps.meetings.permissions import Reason, Refused, Verdict
from cordee.apps.meetings.telling import Session
from cordee.apps.ui.figures import drawn
from cordee.apps.ui.privacy import private

PHONE = "phone"
UNCHANGED = 204


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, token: str) -> HttpResponse:
    """Show the vote that is open, or take one."""
    meeting = queries.meeting_of_link(token)
    if meeting is None:
        return refusal(request, Verdict(Reason.UNKNOWN))
    if request.method != "POST":
        return private(vote_page(request, meeting, token))
    return private(take(request, meeting, token))


def take(request: HttpRequest, meeting: Meeting, token: str) -> HttpResponse:
    """Keep a vote; one that comes too late, or says nothing, shows the page again, which tells why."""
    form = VoteForm(request.POST)
    if not form.is_valid():
        return vote_page(request, meeting, token, status=422, missed="nothing")
    try:
        operations.vote(meeting, form.cleaned_data["ballot"], phone_of(request), form.chosen)
    except Refused:
        meeting.refresh_from_db()
        return vote_page(request, meeting, token, status=409, missed="late")
    return HttpResponseRedirect(reverse("meetings:vote", args=[token]))


def phone_of(request: HttpRequest) -> str:
    """Return the secret that stands for a phone, drawn at its first vote and kept in its session."""
    return str(request.session.setdefault(PHONE, new_token()))


def vote_page(request: HttpRequest, meeting: Meeting, token: str, status: int = 200, missed: str = "") -> HttpResponse:
    """Draw the page of a phone, or only its changing part when a page that is open asks."""
    session = Session.of(meeting, language(get_language()))
    rows = [] if meeting.closed_at else queries.ballots_of(meeting)
    context = {
        "meeting": meeting,
        "alliance": meeting.campaign.alliance,
        "token": token,
        "missed": missed,
        **shown(request, session, rows[-1] if rows else None),
    }
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "meetings/vote.html", context, status=status)
    if request.GET.get("seen") == context["seen"]:
        return HttpResponse(status=UNCHANGED)
    return render(request, "meetings/parts/vote_state.html", context, status=status)


def shown(request: HttpRequest, session: Session, ballot: Ballot | None) -> dict[str, Any]:
    """Return what a phone shows of the last ballot: its levels and the vote given, or its result."""
    view = session.ballot_alone(ballot) if ballot else None
    phone = request.session.get(PHONE, "")
    given = queries.vote_of(ballot, operations.voter_of(phone, ballot)) if ballot and phone else queries.NO_VOTE
    chosen = "" if not given.cast else DONT_KNOW if given.level is None else str(given.level)
    return {
        "ballot": view,
        "dont_know": session.teller.pack.instrument.dont_know.in_(session.teller.lang),
        "chosen": chosen,
        "figure": drawn(view.figure) if view and view.figure else None,
        "fewest": session.teller.rule.fewest_respondents,
        "seen": f"{session.meeting.state}-{view.public if view else 'none'}-{bool(view and view.open)}-{chosen}",
    }
