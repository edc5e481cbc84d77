"""The facilitator's desk: the moment on screen, its notes, its votes, what the room agrees on, actions, the end."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.accounts.access import account_of
from cordee.apps.campaigns.models import Consensus, Dissent
from cordee.apps.campaigns.operations.agreeing import NotOfThisCampaign, withdraw_dissent
from cordee.apps.meetings import permissions, queries
from cordee.apps.meetings.access import Opened, meeting_page
from cordee.apps.meetings.forms import APART, ActionForm, AttendeesForm, ConsensusForm, DissentForm, NoteForm
from cordee.apps.meetings.links import vote_address
from cordee.apps.meetings.operations import running, voting
from cordee.apps.meetings.telling import Question, Session, SlotView, remaining_words
from cordee.apps.meetings.views.preparing import around, session_of
from cordee.apps.plans.operations import FromElsewhere
from cordee.apps.ui.figures import drawn

LEADS = meeting_page(permissions.may_lead)


@require_POST
@meeting_page(permissions.may_open)
def open_session(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Open the session."""
    running.open_session(opened.meeting)
    return HttpResponseRedirect(opened.url("desk"))


@require_safe
@LEADS
def desk(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the desk on the current moment."""
    return desk_page(request, opened)


@require_POST
@LEADS
def go(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Move to another moment; what is projected follows."""
    place = str(request.POST.get("place", ""))
    if place.isdecimal():
        running.go_to(opened.meeting, int(place))
    return HttpResponseRedirect(opened.url("desk"))


@require_POST
@LEADS
def note(request: HttpRequest, opened: Opened, slot: str) -> HttpResponse:
    """Write what was said in a moment; what somebody else wrote meanwhile is shown, and not replaced."""
    form, kept = NoteForm(request.POST), None
    if form.is_valid():
        try:
            running.write_note(opened.meeting, slot, form.cleaned_data["note"], form.cleaned_data["seen"])
        except KeyError as error:
            raise Http404 from error
        except running.NoteChanged as changed:
            kept = changed.kept
        else:
            messages.success(request, _("Les notes sont enregistrées."))
            return HttpResponseRedirect(opened.url("desk"))
        form = NoteForm({"note": form.cleaned_data["note"], "seen": kept})
    return desk_page(request, opened, status=409 if kept is not None else 422, slot=slot, note=form, kept=kept)


@require_POST
@LEADS
def attendees(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write who is in the room."""
    form = AttendeesForm(request.POST)
    if not form.is_valid():
        return desk_page(request, opened, status=422, attendees=form)
    running.write_attendees(opened.meeting, form.cleaned_data["attendees"])
    return HttpResponseRedirect(opened.url("desk"))


@require_POST
@LEADS
def open_ballot(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Open the vote on a question."""
    try:
        voting.open_ballot(opened.meeting, str(request.POST.get("item", "")))
    except voting.UnknownItem as error:
        raise Http404 from error
    return HttpResponseRedirect(f"{opened.url('desk')}#vote")


@require_POST
@LEADS
def close_ballot(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Close the vote that is open and count it."""
    voting.close_ballot(opened.meeting)
    return HttpResponseRedirect(f"{opened.url('desk')}#vote")


@require_POST
@LEADS
def agree(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write what the room agrees on about a question."""
    form = ConsensusForm(request.POST)
    if not form.is_valid():
        return desk_page(request, opened, status=422, consensus=form)
    said = form.cleaned_data
    try:
        running.agree(opened.meeting, account_of(request), said["item"], said["level"], said["text"])
    except NotOfThisCampaign as error:
        raise Http404 from error
    messages.success(request, _("L’accord est écrit. Les réponses, elles, ne changent pas."))
    return HttpResponseRedirect(f"{opened.url('desk')}#accord")


@require_POST
@LEADS
def dissent(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write a voice that does not join."""
    consensus = get_object_or_404(opened.campaign.consensuses, item=str(request.POST.get("item", "")))
    form = DissentForm(request.POST)
    if not form.is_valid():
        return desk_page(request, opened, status=422, dissent=form, dissent_item=consensus.item)
    running.dissent(opened.meeting, consensus, **form.cleaned_data)
    return HttpResponseRedirect(f"{opened.url('desk')}#accord")


@require_POST
@LEADS
def withdraw(request: HttpRequest, opened: Opened, dissent: int) -> HttpResponse:
    """Take back a voice that did not join."""
    withdraw_dissent(get_object_or_404(Dissent, pk=dissent, consensus__campaign=opened.campaign))
    return HttpResponseRedirect(f"{opened.url('desk')}#accord")


@require_POST
@LEADS
def action(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Add an action to the plan of the alliance."""
    form = ActionForm(request.POST)
    if not form.is_valid():
        return desk_page(request, opened, status=422, action=form)
    slot = session_of(opened).slot(opened.meeting.current_slot)
    try:
        running.decide_action(opened.meeting, account_of(request), topic=slot.topic, **form.cleaned_data)
    except FromElsewhere as error:
        raise Http404 from error
    messages.success(request, _("L’action est au plan."))
    return HttpResponseRedirect(f"{opened.url('desk')}#actions")


@require_POST
@meeting_page(permissions.may_open)
def close_session(request: HttpRequest, opened: Opened) -> HttpResponse:
    """End the session."""
    running.close_session(opened.meeting)
    return HttpResponseRedirect(opened.url("minutes"))


def desk_page(request: HttpRequest, opened: Opened, status: int = 200, slot: str = "", **bound: Any) -> HttpResponse:
    """Draw the desk, with a form that came back to be mended if there is one."""
    session = session_of(opened)
    current = session.slot(opened.meeting.current_slot)
    if slot and any(one.id == slot for one in session.slots):
        current = session.slot(session.agenda.place_of(slot))
    written = opened.meeting.notes.get(current.id, "")
    context = {
        **around(opened, session),
        "slot": current,
        "remaining": remaining_words(current.ends_at, timezone.now()),
        "note_form": bound.get("note") or NoteForm(initial={"note": written, "seen": written}),
        "note_kept": bound.get("kept"),
        "attendees_form": bound.get("attendees") or AttendeesForm(initial={"attendees": opened.meeting.attendees}),
        "action_form": bound.get("action") or ActionForm(initial={"public": uuid.uuid4()}),
        "actions": queries.actions_of(opened.meeting),
        "dissent_item": bound.get("dissent_item"),
        "link": vote_address(opened.meeting),
        **ballots_of(opened, session, current),
        "agreements": agreements(opened, session, current, bound),
    }
    return render(request, "meetings/desk.html", context, status=status)


def ballots_of(opened: Opened, session: Session, slot: SlotView) -> dict[str, Any]:
    """Return the vote that is open, those that are counted, and the questions that may still be voted."""
    rows = queries.ballots_of(opened.meeting)
    running_now = [session.ballot(one) for one in rows if one.closed_at is None]
    items = {question.item for question in session.votable(slot)}
    closed = [session.ballot(one) for one in rows if one.closed_at and one.item in items]
    counted = {one.item for one in closed if one.shown}
    return {
        "ballot": running_now[0] if running_now else None,
        "counted": [(one, drawn(one.figure) if one.figure else None) for one in closed],
        "votable": [one for one in session.votable(slot) if one.item not in counted],
    }


def agreements(
    opened: Opened, session: Session, slot: SlotView, bound: dict[str, Any]
) -> list[tuple[Question, Any, ConsensusForm, DissentForm]]:
    """Return each question of the moment with what was agreed on, and the forms to write it."""
    typed, dissenting = bound.get("consensus"), bound.get("dissent")
    found = []
    for question in session.votable(slot):
        consensus, place = queries.consensus_of(opened.campaign, question.item), question.item.replace(".", "-")
        back = typed if typed and typed["item"].value() == question.item else None
        form = back or ConsensusForm(initial=agreed_so_far(question, consensus), auto_id=f"{place}-%s")
        mended = dissenting if bound.get("dissent_item") == question.item else None
        dissent_form = mended or DissentForm(auto_id=f"dissent-{place}-%s")
        found.append((question, consensus, form.say(question.levels), dissent_form))
    return found


def agreed_so_far(question: Question, consensus: Consensus | None) -> dict[str, str]:
    """Return what the form of an agreement shows."""
    if consensus is None:
        return {"item": question.item, "level": "", "text": ""}
    level = APART if consensus.level is None else str(consensus.level)
    return {"item": question.item, "level": level, "text": consensus.text}
