"""The pages of proposals: writing one, following it, reviewing them all."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import REFERENCE_PACK
from cordee.apps.workshop.access import Visitor, editor_page, refusal, visitor_page
from cordee.apps.workshop.models import Proposal
from cordee.apps.workshop.permissions import (
    STEPS,
    Reason,
    Verdict,
    may_comment,
    may_edit,
    may_move,
    may_propose,
    may_read_proposal,
)
from cordee.apps.workshop.proposals import operations, queries
from cordee.apps.workshop.proposals.forms import MoveForm, NoteForm, ProposalForm, signed_identifier
from cordee.apps.workshop.proposals.operations import Elsewhere, MovedMeanwhile
from cordee.apps.workshop.proposals.subjects import Subject, subject_of

A_PAGE = 40


@require_safe
@visitor_page
def mine(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List one's own proposals with where each stands."""
    context = {"proposals": queries.own_proposals(visitor.account), "trail": trail((_("Mes propositions"), ""))}
    return render(request, "workshop/proposals/mine.html", context)


@require_safe
@editor_page(may_edit)
def review(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List every proposal, or those in one state."""
    state = request.GET.get("state", "")
    context = {
        "page": Paginator(queries.all_proposals(state), A_PAGE).get_page(request.GET.get("page")),
        "state": state if state in Proposal.State.values else "",
        "states": Proposal.State.choices,
        "trail": trail((_("Propositions reçues"), "")),
    }
    return render(request, "workshop/proposals/review.html", context)


def trail(*places: tuple[str, str]) -> list[tuple[str, str]]:
    """Say where the reader is, from the workshop down."""
    return [(_("Atelier"), reverse("workshop:home")), *places]


@require_http_methods(["GET", "HEAD", "POST"])
@visitor_page
def new(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Write a proposal; `?kind=` and `?entry=` come from the page of an entry to correct."""
    subject = subject_of(request.GET.get("kind", ""), request.GET.get("entry", ""))
    form = ProposalForm(request.POST if request.method == "POST" else None, initial=_beginning(request, subject))
    verdict = may_propose(queries.sent_lately(visitor.account))
    if form.is_bound and form.is_valid():
        if not verdict.allowed:
            form.add_error(None, verdict.said)
        else:
            return _send(request, visitor, form, subject)
    status = 429 if form.is_bound and not verdict.allowed else 422 if form.errors else 200
    context = {"form": form, "subject": subject, "trail": trail((_("Proposer"), ""))}
    return render(request, "workshop/proposals/new.html", context, status=status)


def _beginning(request: HttpRequest, subject: Subject | None) -> dict[str, Any]:
    asked = request.GET.get("what", "")
    kind = Proposal.Kind.CORRECTION if subject else asked if asked in Proposal.Kind.values else Proposal.Kind.TOOL
    return {"kind": kind, "title": subject.title if subject else "", "lang": language(), "secret": signed_identifier()}


def _send(request: HttpRequest, visitor: Visitor, form: ProposalForm, subject: Subject | None) -> HttpResponse:
    about = {"entry_kind": subject.kind, "entry_id": subject.id} if subject else {}
    try:
        proposal = operations.send(visitor.account, public=form.cleaned_data["secret"], **form.written, **about)
    except Elsewhere:
        return refusal(request, Verdict(Reason.UNKNOWN))
    messages.success(request, _("C’est reçu, merci. Vous suivez ici ce que l’équipe en fait."))
    return HttpResponseRedirect(reverse("proposals:proposal", args=[proposal.public]))


@require_safe
@visitor_page
def proposal(request: HttpRequest, visitor: Visitor, proposal: uuid.UUID) -> HttpResponse:
    """Show a proposal with all that was said."""
    found = queries.proposal_behind(proposal)
    if found is None or not _may_read(visitor, found).allowed:
        return refusal(request, Verdict(Reason.UNKNOWN))
    return page(request, visitor, found)


def _may_read(visitor: Visitor, found: Proposal) -> Verdict:
    return may_read_proposal(visitor.role, is_own=found.by_id == visitor.account.pk)


def page(request: HttpRequest, visitor: Visitor, found: Proposal, *, status: int = 200, **forms: Any) -> HttpResponse:
    """Draw the page of a proposal."""
    steps = _steps(found) if visitor.is_editor else []
    context = {
        "proposal": found,
        "visitor": visitor,
        "subject": subject_of(found.entry_kind, found.entry_id) if found.entry_kind else None,
        "notes": queries.notes_of(found),
        "note_form": forms.get("note_form") or NoteForm(initial={"secret": signed_identifier()}, auto_id="note_%s"),
        "move_form": forms.get("move_form")
        or (MoveForm(steps, _versions(), initial={"secret": signed_identifier()}) if steps else None),
        "trail": trail((found.title, "")),
    }
    return render(request, "workshop/proposals/proposal.html", context, status=status)


def _steps(found: Proposal) -> list[tuple[str, str]]:
    return [(state.value, str(state.label)) for state in STEPS[found.state]]


def _versions() -> list[str]:
    rows = PackRelease.objects.filter(pack=REFERENCE_PACK).defer("document")
    return [row.version for row in sorted(rows, key=lambda row: row.order, reverse=True)]


@require_POST
@visitor_page
def say(request: HttpRequest, visitor: Visitor, proposal: uuid.UUID) -> HttpResponse:
    """Add a word to a proposal."""
    found = queries.proposal_behind(proposal)
    if found is None or not _may_read(visitor, found).allowed:
        return refusal(request, Verdict(Reason.UNKNOWN))
    is_own = found.by_id == visitor.account.pk
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return page(request, visitor, found, status=422, note_form=form)
    verdict = may_comment(visitor.role, is_own=is_own, notes_today=queries.notes_lately(visitor.account))
    if not verdict.allowed:
        form.add_error(None, verdict.said)
        return page(request, visitor, found, status=429, note_form=form)
    try:
        given = form.cleaned_data
        operations.say(found, visitor.account, given["text"], as_editor=not is_own, public=given["secret"])
    except Elsewhere:
        return refusal(request, Verdict(Reason.UNKNOWN))
    messages.success(request, _("C’est envoyé."))
    return HttpResponseRedirect(reverse("proposals:proposal", args=[found.public]))


@require_POST
@editor_page(may_edit)
def move(request: HttpRequest, visitor: Visitor, proposal: uuid.UUID) -> HttpResponse:
    """Move a proposal along."""
    found = queries.proposal_behind(proposal)
    if found is None:
        return refusal(request, Verdict(Reason.UNKNOWN))
    form = MoveForm(_steps(found), _versions(), request.POST)
    if not form.is_valid():
        return page(request, visitor, found, status=422, move_form=form)
    given = form.cleaned_data
    verdict = may_move(visitor.role, found.state, given["state"])
    try:
        if not verdict.allowed:
            return refusal(request, verdict)
        operations.move(
            found,
            visitor.account,
            given["state"],
            given["text"],
            version=given.get("version", ""),
            public=given["secret"],
        )
    except MovedMeanwhile:
        return refusal(request, Verdict(Reason.NO_SUCH_STEP))
    messages.success(request, _("C’est enregistré ; la personne reçoit un courriel."))
    return HttpResponseRedirect(reverse("proposals:proposal", args=[found.public]))
