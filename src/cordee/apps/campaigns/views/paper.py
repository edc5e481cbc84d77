"""The pages where the facilitator types in what came on paper: whose it is, then all of it on one screen."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cordee.apps.campaigns.access import Opened, campaign_page, refusal
from cordee.apps.campaigns.models import CampaignCircle, Regime, Seat
from cordee.apps.campaigns.operations import paper as operations
from cordee.apps.campaigns.paper_desk import DeskForm
from cordee.apps.campaigns.paper_form import PaperForm, faults_of, sheets_of
from cordee.apps.campaigns.queries import answering as queries
from cordee.apps.campaigns.queries import paper as papers
from cordee.apps.campaigns.queries.preparing import circle_name
from cordee.apps.campaigns.respondent_permissions import may_enter_paper, may_type_in
from cordee.apps.diagnosis.language import language


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_page(may_enter_paper)
def desk(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Ask whose paper it is, and list those already typed."""
    campaign, lang = opened.campaign, language(get_language())
    people, circles = papers.people_of(campaign), papers.circles_of(campaign)
    partners = list(queries.partners_of(campaign, timezone.localdate()))
    form = DeskForm(people, circles, partners, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(opened.url("paper_sheet", seated(form, lang).public))
    context = {
        "campaign": campaign,
        "form": form,
        "faults": [(f"#{name}", str(error)) for name, errors in form.errors.items() for error in errors],
        "sent": {name: request.POST.get(name, "") for name in ("code", "who", "partner")},
        "people": [(one, circle_name(one.circle, lang)) for one in people],
        "circles": [(one, circle_name(one, lang)) for one in circles],
        "partners": partners,
        "papers": [
            (one, circle_name(one.circle, lang), opened.url("paper_sheet", one.public))
            for one in papers.papers_of(campaign)
        ],
        "aggregate": campaign.regime == Regime.AGGREGATE,
    }
    return render(request, "campaigns/paper/desk.html", context, status=422 if form.is_bound else 200)


def seated(form: DeskForm, lang: str) -> Seat:
    """Open the seat of the person found, or one without name in the circle found."""
    place = form.place
    if isinstance(place, CampaignCircle):
        return operations.seat_unnamed(place, form.partner, lang)
    return operations.seat_invitee(place, lang)


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_page(may_enter_paper)
def sheet(request: HttpRequest, opened: Opened, seat: uuid.UUID) -> HttpResponse:
    """Type a whole questionnaire: one sign a question; what is right is kept even beside what is not."""
    row = papers.paper_behind(opened.campaign, seat)
    if row is None:
        raise Http404
    verdict = may_type_in(row)
    if not verdict.allowed:
        return refusal(request, verdict)
    asked = queries.asked_of(row.circle, opened.campaign)
    form = PaperForm(asked, request.POST) if request.method == "POST" else None
    if form:
        complete = form.is_valid()
        chosen = form.cleaned_data.get("topics", [])
        operations.enter(row, form.answers(), [topic.id for topic in asked.topics], chosen)
        if complete:
            return HttpResponseRedirect(opened.url("paper_desk"))
    lang = language(get_language())
    sheets = sheets_of(asked, queries.given_of(row), lang, form)
    context = {
        "campaign": opened.campaign,
        "seat": row,
        "circle_name": circle_name(row.circle, lang),
        "sheets": sheets,
        "faults": faults_of(sheets),
        "aggregate": opened.campaign.regime == Regime.AGGREGATE,
        "desk_url": opened.url("paper_desk"),
    }
    return render(request, "campaigns/paper/sheet.html", context, status=422 if form else 200)
