"""Before the session: making an appointment, arranging its agenda, printing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.accounts.access import account_of
from cordee.apps.diagnosis.language import language
from cordee.apps.meetings import permissions, queries
from cordee.apps.meetings.access import (
    Opened,
    OpenedCampaign,
    campaign_page,
    meeting_page,
    refusal,
    whatever_its_state,
)
from cordee.apps.meetings.agendas import KeptAgenda
from cordee.apps.meetings.forms import AppointmentForm, SlotForm
from cordee.apps.meetings.operations import preparing as operations
from cordee.apps.meetings.permissions import Verdict
from cordee.apps.meetings.telling import Session
from cordee.core.agenda import SHORTEST_TALK
from cordee.core.disclosure import Plan

MOVES = {"up": -1, "down": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_page
def sessions(request: HttpRequest, opened: OpenedCampaign) -> HttpResponse:
    """List the sessions of a campaign; those who run the alliance prepare another."""
    verdict = preparable(opened)
    form = AppointmentForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        if not verdict.allowed:
            return refusal(request, verdict)
        if form.is_valid():
            meeting = operations.prepare(opened.campaign, account_of(request), form.appointment)
            messages.success(request, _("La séance est préparée : voici son déroulé."))
            return HttpResponseRedirect(reverse("meetings:arrange", args=[meeting.public]))
    context = {
        "opened": opened,
        "campaign": opened.campaign,
        "meetings": queries.meetings_of(opened.campaign),
        "form": form,
        "preparable": verdict.allowed,
        "reason": verdict.reason.value,
    }
    return render(request, "meetings/sessions.html", context, status=422 if form.is_bound else 200)


def preparable(opened: OpenedCampaign) -> Verdict:
    """Tell whether a session may be prepared on a campaign, and why not."""
    publication = queries.publication_of(opened.campaign)
    return permissions.may_prepare(
        opened.kind,
        published=publication is not None and opened.campaign.closed_at is not None,
        nothing_shown=publication is not None and Plan.from_json(publication.plan).nothing_shown,
    )


@require_safe
@meeting_page(whatever_its_state(permissions.may_read))
def agenda(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the agenda, ready to be printed."""
    return render(request, "meetings/agenda.html", around(opened, session_of(opened)))


@require_http_methods(["GET", "HEAD", "POST"])
@meeting_page(permissions.may_arrange)
def arrange(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Arrange the moments of a session that is not open yet."""
    bound: dict[str, SlotForm] = {}
    if request.method == "POST":
        change, form = asked_change(request.POST)
        if change is not None:
            try:
                operations.arrange(opened.meeting, change)
            except (KeyError, IndexError):
                messages.error(request, _("Ce moment n’est plus au déroulé : voici où il en est."))
            return HttpResponseRedirect(f"{opened.url('arrange')}{anchor(request.POST)}")
        bound = {str(request.POST.get("slot")): form} if form else {}
    session = session_of(opened)
    rows = [(slot, bound.get(slot.id) or form_of(slot.id, slot.minutes, slot.note)) for slot in session.slots]
    context = {**around(opened, session), "rows": rows, "spare": opened.meeting.minutes - session.agenda.minutes}
    return render(request, "meetings/arrange.html", context, status=422 if request.method == "POST" else 200)


def form_of(slot: str, minutes: int, note: str) -> SlotForm:
    """Return the form of a moment as it is kept."""
    return SlotForm(slot, initial={"minutes": minutes, "note": note})


def anchor(sent: Any) -> str:
    """Lead back to the moment that was changed."""
    slot = str(sent.get("slot", ""))
    return f"#{slot}" if slot.isalnum() else ""


def asked_change(sent: Any) -> tuple[Callable[[KeptAgenda], KeptAgenda] | None, SlotForm | None]:
    """Read which change a form asks for; a form to mend comes back instead."""
    slot, verb = str(sent.get("slot", "")), str(sent.get("verb", ""))
    if verb in MOVES:
        return lambda agenda: agenda.moved(slot, MOVES[verb]), None
    if verb == "remove":
        return lambda agenda: agenda.without(slot), None
    if verb == "take" and str(sent.get("aside", "")).isdecimal():
        return lambda agenda: agenda.taken_back(int(sent["aside"]), SHORTEST_TALK), None
    form = SlotForm(slot, sent)
    if verb == "save" and form.is_valid():
        return lambda agenda: agenda.annotated(slot, form.cleaned_data["minutes"], form.cleaned_data["note"]), None
    return None, form


@require_POST
@meeting_page(permissions.may_arrange)
def discard(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Forget a session that never opened."""
    operations.discard(opened.meeting)
    messages.success(request, _("La séance est abandonnée."))
    return HttpResponseRedirect(reverse("meetings:sessions", args=[opened.campaign.public]))


def session_of(opened: Opened) -> Session:
    """Gather what a session needs to be told in the language of the page."""
    return Session.of(opened.meeting, language(get_language()))


def around(opened: Opened, session: Session) -> dict[str, Any]:
    """Return what every page of a session shows around its own content."""
    meeting = opened.meeting
    tabs = [(_("Déroulé"), opened.url("agenda"))]
    if opened.facilitates and meeting.opened_at is None:
        tabs.append((_("Arranger"), opened.url("arrange")))
    if opened.facilitates and meeting.opened_at and meeting.closed_at is None:
        tabs += [(_("Animer"), opened.url("desk")), (_("Projeter"), opened.url("live"))]
    tabs.append((_("Compte rendu"), opened.url("minutes")))
    return {
        "opened": opened,
        "meeting": meeting,
        "campaign": opened.campaign,
        "session": session,
        "starts_at": timezone.localtime(meeting.began_at),
        "tabs": tabs,
        "openable": opened.facilitates and meeting.opened_at is None,
    }
