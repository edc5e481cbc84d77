"""The pages of the launch: what the letter and the questions look like, what is frozen, and one button."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.days import last_day
from cordee.apps.campaigns.foretelling import examples_of
from cordee.apps.campaigns.forms import ConfirmForm
from cordee.apps.campaigns.letter_words import Words, invitation
from cordee.apps.campaigns.links import answering_address
from cordee.apps.campaigns.models import CampaignCircle, Invitee, Regime
from cordee.apps.campaigns.operations import launching as operations
from cordee.apps.campaigns.permissions import may_invite, may_prepare
from cordee.apps.campaigns.queries.preparing import circle_name, circles_of, compositions, lacks_of
from cordee.apps.campaigns.questionnaire import questions_of
from cordee.apps.campaigns.regimes import words_of
from cordee.apps.campaigns.steps import lack_words, steps_of
from cordee.apps.campaigns.views.preparing import status_of
from cordee.apps.diagnosis.language import language

SAMPLE_TOKEN = "x" * 43


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_page(may_prepare)
def launch(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say everything that will be frozen and sent, and launch once confirmed."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if operations.launch(opened.campaign):
            messages.success(request, _("C’est lancé."))
        return HttpResponseRedirect(opened.url("campaign"))
    campaign, lang, now = opened.campaign, language(get_language()), timezone.now()
    with_address = campaign.invitees.exclude(email="").count()
    context = {
        "form": form,
        "campaign": campaign,
        "steps": steps_of(opened),
        "lacks": [lack_words(lack) for lack in lacks_of(campaign, now)],
        "regime": words_of(campaign),
        "examples": [] if campaign.regime == Regime.ATTRIBUTED else examples_of(campaign, lang),
        "announced": [
            (circle_name(one.circle, lang), one.people, ", ".join(one.organisations))
            for one in compositions(campaign).values()
        ],
        "letters": with_address,
        "on_paper": campaign.invitees.count() - with_address,
        "opens_later": campaign.opens_at if campaign.opens_at and campaign.opens_at > now else None,
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
        "letter_url": opened.url("letter"),
        "questions_url": opened.url("question", 1),
        "back_url": opened.url("campaign"),
    }
    return render(request, "campaigns/launch.html", context, status=status_of(form))


@require_safe
@campaign_page(may_invite)
def letter(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the invitation as it will be read, in the language and the circle asked for."""
    circles = circles_of(opened.campaign)
    circle = chosen_circle(request, circles)
    lang = language(request.GET.get("lang") or get_language())
    context: dict[str, Any] = {
        "campaign": opened.campaign,
        "circles": [(str(one.public), circle_name(one, language(get_language()))) for one in circles],
        "chosen": str(circle.public),
        "lang": lang,
        "words": sample_letter(opened, circle, lang),
        "back_url": opened.url("launch") if may_prepare(opened.role, opened.state).allowed else opened.url("campaign"),
    }
    return render(request, "campaigns/letter.html", context)


def chosen_circle(request: HttpRequest, circles: list[CampaignCircle]) -> CampaignCircle:
    """Return the circle asked for, or the first one; a campaign without circles has no letter to show."""
    if not circles:
        raise Http404
    wanted = request.GET.get("circle", "")
    return next((circle for circle in circles if str(circle.public) == wanted), circles[0])


def sample_letter(opened: Opened, circle: CampaignCircle, lang: str) -> Words:
    """Compose an invitation to nobody, whose link opens nothing."""
    name = "Camille Exemple" if lang == "fr" else "Sam Sample"
    nobody = Invitee(public=uuid.UUID(int=0), campaign=opened.campaign, circle=circle, name=name, lang=lang)
    announced = compositions(opened.campaign)[circle.pk]
    return invitation(opened.campaign, nobody, announced, answering_address(SAMPLE_TOKEN, lang))


@require_safe
@campaign_page(may_invite)
def question(request: HttpRequest, opened: Opened, position: int) -> HttpResponse:
    """Show the screens of questions as those invited will see them, one topic at a time; nothing is kept."""
    topics = questions_of(opened.campaign, language(get_language()))
    if not 1 <= position <= len(topics):
        raise Http404
    topic = topics[position - 1]
    context = {
        "campaign": opened.campaign,
        "topic": topic,
        "total": len(topics),
        "asked_in": asked_in(circles_of(opened.campaign), topic.id),
        "previous_url": opened.url("question", position - 1) if position > 1 else "",
        "next_url": opened.url("question", position + 1) if position < len(topics) else "",
        "back_url": opened.url("campaign"),
    }
    return render(request, "campaigns/question.html", context)


def asked_in(circles: list[CampaignCircle], topic: str) -> str:
    """Name the circles that a topic is asked in; nothing when it is asked in all of them."""
    lang = language(get_language())
    asked = [circle for circle in circles if not circle.topics or topic in circle.topics]
    return "" if len(asked) == len(circles) else ", ".join(circle_name(circle, lang) for circle in asked)
