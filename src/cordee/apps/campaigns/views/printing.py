"""What is printed: the links and QR codes of circles, and the questionnaire on paper with its code."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.days import last_day
from cordee.apps.campaigns.links import circle_address, personal_address, qr_code
from cordee.apps.campaigns.models import CampaignCircle, Invitee, Regime
from cordee.apps.campaigns.paper_codes import paper_code
from cordee.apps.campaigns.permissions import may_invite
from cordee.apps.campaigns.queries.preparing import circle_name, circles_of, compositions, minutes_of, people_of
from cordee.apps.campaigns.questionnaire import questions_of
from cordee.apps.campaigns.regimes import words_of
from cordee.apps.campaigns.views.inviting import circle_of, invitee_of
from cordee.apps.diagnosis.language import language


@dataclass(frozen=True)
class PaperPerson:
    """A person without address: their code, and their link where the regime lets the facilitator hold it."""

    invitee: Invitee
    code: str
    address: str
    paper_url: str


@dataclass(frozen=True)
class CircleLinks:
    """Everything that can be handed out for a circle."""

    circle: CampaignCircle
    name: str
    address: str
    code: str
    people: list[PaperPerson]
    link_url: str
    sheet_url: str
    paper_url: str
    qr_url: str


@require_safe
@campaign_page(may_invite)
def links(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the links of circles, and what can be printed."""
    context = {
        "campaign": opened.campaign,
        "circles": [links_of(opened, circle) for circle in circles_of(opened.campaign)],
        "names_hidden": opened.campaign.regime == Regime.AGGREGATE,
        "back_url": opened.url("people"),
    }
    return render(request, "campaigns/links.html", context)


def links_of(opened: Opened, circle: CampaignCircle) -> CircleLinks:
    """Gather what can be handed out for a circle. Links of people with an address are never shown: they received
    theirs, and whoever holds a link can read and change what was answered behind it."""
    lang = language(get_language())
    return CircleLinks(
        circle=circle,
        name=circle_name(circle, lang),
        address=circle_address(circle, lang) if circle.open_link else "",
        code=paper_code(circle.public),
        people=[
            paper_person(opened, one)
            for one in people_of(opened.campaign)
            if one.circle_id == circle.pk and not one.email
        ],
        link_url=opened.url("circle_link", circle.public),
        sheet_url=opened.url("sheet", circle.public),
        paper_url=opened.url("paper", circle.public),
        qr_url=opened.url("qr", circle.public),
    )


def paper_person(opened: Opened, invitee: Invitee) -> PaperPerson:
    """Describe a person who answers on paper; under the aggregate regime nobody but them may hold their link."""
    hidden = opened.campaign.regime == Regime.AGGREGATE
    return PaperPerson(
        invitee,
        paper_code(invitee.public),
        "" if hidden else personal_address(invitee),
        opened.url("person_paper", invitee.public),
    )


@require_safe
@campaign_page(may_invite)
def qr(request: HttpRequest, opened: Opened, circle: uuid.UUID) -> HttpResponse:
    """Give the QR code of a circle's link as a drawing to keep; a closed link has none."""
    row = circle_of(opened, circle)
    if not row.open_link:
        return HttpResponse(status=404)
    drawn = qr_code(circle_address(row, language(get_language())))
    return HttpResponse(drawn, content_type="image/svg+xml")


@require_safe
@campaign_page(may_invite)
def sheet(request: HttpRequest, opened: Opened, circle: uuid.UUID) -> HttpResponse:
    """Print what a circle is given: its link and QR code, and those of people without address."""
    shown = links_of(opened, circle_of(opened, circle))
    context = {
        **told(opened),
        "circle": shown,
        "qr": qr_code(shown.address) if shown.address else "",
        "people": [(one, qr_code(one.address) if one.address else "") for one in shown.people],
        "back_url": opened.url("links"),
    }
    return render(request, "campaigns/sheet.html", context)


@require_safe
@campaign_page(may_invite)
def paper(request: HttpRequest, opened: Opened, circle: uuid.UUID) -> HttpResponse:
    """Print the questionnaire of a circle, with the code of the circle."""
    row = circle_of(opened, circle)
    return questionnaire(request, opened, row, paper_code(row.public), "")


@require_safe
@campaign_page(may_invite)
def person_paper(request: HttpRequest, opened: Opened, invitee: uuid.UUID) -> HttpResponse:
    """Print the questionnaire of one person, with a code of their own."""
    row = invitee_of(opened, invitee)
    return questionnaire(request, opened, row.circle, paper_code(row.public), row.name)


def questionnaire(request: HttpRequest, opened: Opened, circle: CampaignCircle, code: str, name: str) -> HttpResponse:
    """Draw the questionnaire on paper, in the language of the page."""
    lang = language(get_language())
    context = {
        **told(opened),
        "circle_name": circle_name(circle, lang),
        "composition": compositions(opened.campaign)[circle.pk],
        "minutes": minutes_of(opened.campaign, circle),
        "topics": questions_of(opened.campaign, lang, circle),
        "code": code,
        "name": name,
        "back_url": opened.url("links"),
    }
    return render(request, "campaigns/paper.html", context)


def told(opened: Opened) -> dict[str, object]:
    """Return what every printed page says of the campaign."""
    campaign = opened.campaign
    return {
        "campaign": campaign,
        "regime": words_of(campaign),
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
    }
