"""The published result, for those who have a role in the alliance; and what they decide of its advice."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.doors import Reader, doors_of
from cordee.apps.campaigns.models import Publication
from cordee.apps.campaigns.operations import deciding
from cordee.apps.campaigns.queries.beside import beside_of
from cordee.apps.campaigns.queries.deciding import decided_on
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.campaigns.reading_forms import RefusalForm
from cordee.apps.campaigns.respondent_permissions import may_decide, may_read_result
from cordee.apps.campaigns.telling.result import told
from cordee.apps.campaigns.views.drawing import drawings
from cordee.apps.diagnosis.language import language
from cordee.apps.library.queries import pack_of
from cordee.core.packs.rules import Recommendation


@require_safe
@campaign_page(may_read_result)
def result(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the published result of a campaign."""
    return show_result(request, opened)


def show_result(request: HttpRequest, opened: Opened, refusing: RefusalForm | None = None) -> HttpResponse:
    """Draw the result, with a refusal that was not complete where there is one."""
    publication = published(opened)
    decides = may_decide(opened.role, opened.state).allowed
    context = {
        **told_page(publication, Reader(role=opened.role)),
        "decided": decided_on(opened.campaign),
        "advice_urls": advice_urls(opened, publication) if decides else {},
        "refusing": refusing,
        "campaign_url": opened.url("campaign"),
        "for_facilitator": publication.audience == Publication.Audience.FACILITATOR,
    }
    return render(request, "campaigns/reading/result.html", context, status=422 if refusing else 200)


def published(opened: Opened) -> Publication:
    """Return the publication that the reader's role opens."""
    found = publication_for(opened.campaign, timezone.now(), role=opened.role)
    if found.publication is None:
        raise Http404
    return found.publication


def told_page(publication: Publication, reader: Reader) -> dict[str, Any]:
    """Return a publication told and drawn, with where it leads its reader."""
    doors = doors_of(publication.campaign, reader)
    plan = reverse("plans:plan", args=[publication.campaign.alliance.public]) if reader.role else ""
    return {
        **drawings(told(publication, beside_of(publication), language(get_language()))),
        "example": False,
        "documents": {kind: url for kind, url in doors.items() if kind != "session"},
        "urls": {"meeting": doors.get("session", ""), "plan": plan},
        "campaign": publication.campaign,
    }


def advice_urls(opened: Opened, publication: Publication) -> dict[str, dict[str, str]]:
    """Return where each advice is taken up or refused."""
    names = [one["recommendation"] for one in publication.reading["advice"]]
    return {name: {"take": opened.url("take_up", name), "refuse": opened.url("refuse", name)} for name in names}


@require_POST
@campaign_page(may_decide)
def take_up(request: HttpRequest, opened: Opened, recommendation: str) -> HttpResponse:
    """Put an advice of the result in the plan."""
    advice = advice_of(opened, recommendation)
    deciding.take_up(opened.campaign, advice, opened.account, language(get_language()))
    messages.success(request, _("C’est dans le plan d’action. Il reste à dire qui s’en charge, et pour quand."))
    return HttpResponseRedirect(f"{opened.url('result')}#pas")


@require_POST
@campaign_page(may_decide)
def refuse(request: HttpRequest, opened: Opened, recommendation: str) -> HttpResponse:
    """Refuse an advice of the result, with the reason."""
    advice = advice_of(opened, recommendation)
    form = RefusalForm(advice.id, request.POST)
    if not form.is_valid():
        return show_result(request, opened, form)
    deciding.refuse(opened.campaign, advice, opened.account, form.cleaned_data["reason"])
    messages.success(request, _("C’est noté, avec votre raison. Vous pouvez changer d’avis depuis le plan d’action."))
    return HttpResponseRedirect(f"{opened.url('result')}#pas")


def advice_of(opened: Opened, recommendation: str) -> Recommendation:
    """Return an advice that this very result gives; 404 for any other."""
    publication = published(opened)
    if recommendation not in {one["recommendation"] for one in publication.reading["advice"]}:
        raise Http404
    pack = pack_of(publication.release)
    return next(one for one in pack.recommendations if one.id == recommendation)
