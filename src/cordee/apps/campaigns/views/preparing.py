"""The steps of a draft, one thing on each screen: title, circles, topics, regime, days, words; and dropping it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cordee.apps.campaigns.access import Opened, OpenedAlliance, alliance_page, campaign_page
from cordee.apps.campaigns.days import day_of, last_day
from cordee.apps.campaigns.foretelling import examples_of
from cordee.apps.campaigns.forms import (
    CirclesForm,
    ConfirmForm,
    DaysForm,
    RegimeForm,
    TitleForm,
    TopicsForm,
    WordsForm,
)
from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.operations import preparation
from cordee.apps.campaigns.permissions import demand, may_begin, may_prepare
from cordee.apps.campaigns.queries.campaigns import latest_campaign
from cordee.apps.campaigns.queries.preparing import circles_of
from cordee.apps.campaigns.regimes import all_words
from cordee.apps.campaigns.steps import around, next_url
from cordee.apps.diagnosis.forms import DEFAULT_FORM
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.views.access import no_pack
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of

FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(FORM_METHODS)
@alliance_page
def begin(request: HttpRequest, opened: OpenedAlliance) -> HttpResponse:
    """Give a title and choose a form: a draft begins, that only facilitators see."""
    demand(may_begin(opened.role, latest_campaign(opened.alliance), timezone.now()))
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    instrument, lang = pack_of(release).instrument, language(get_language())
    form = TitleForm(instrument, lang, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        campaign = preparation.begin(opened.alliance, opened.account, release=release, **form.cleaned_data)
        return HttpResponseRedirect(reverse("campaigns:circles", args=[campaign.public]))
    context = {
        "form": form,
        "alliance": opened.alliance,
        "campaigns_url": reverse("campaigns:campaigns", args=[opened.alliance.public]),
        **forms_offered(instrument, lang, request.POST.get("form", DEFAULT_FORM)),
    }
    return render(request, "campaigns/begin.html", context, status=status_of(form))


def forms_offered(instrument: Any, lang: str, chosen: str) -> dict[str, Any]:
    """Return the forms of the questionnaire as cards."""
    return {
        "forms": [
            (one.id, one.name.in_(lang), one.minutes, one.summary.in_(lang))
            for one in sorted(instrument.forms, key=lambda form: form.minutes)
        ],
        "chosen_form": chosen,
    }


def status_of(form: Any) -> int:
    """Return 422 for a form that was sent and is shown again, 200 otherwise."""
    return 422 if form.is_bound else 200


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def title(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Change the title or the form."""
    campaign, lang = opened.campaign, language(get_language())
    instrument = pack_of(campaign.release).instrument
    initial = {"title": campaign.title, "form": campaign.form}
    form = TitleForm(instrument, lang, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        preparation.name(campaign, **form.cleaned_data)
        return HttpResponseRedirect(next_url(opened, "title"))
    chosen = request.POST.get("form", campaign.form)
    context = {"form": form, **around(opened, "title"), **forms_offered(instrument, lang, chosen)}
    return render(request, "campaigns/title.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def circles(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Choose the circles; adding one of one's own stays on the page, so that several may be added."""
    instrument, lang = pack_of(opened.campaign.release).instrument, language(get_language())
    form = CirclesForm(opened.campaign, instrument, lang, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        preparation.choose_circles(opened.campaign, form.choices_in(form.cleaned_data))
        stays = request.POST.get("go") == "add"
        return HttpResponseRedirect(opened.url("circles") if stays else next_url(opened, "circles"))
    context = {"form": form, "topics_url": opened.url("topics"), **around(opened, "circles")}
    return render(request, "campaigns/circles.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def topics(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Split the topics between circles, if wanted: what one circle cannot know is not asked there."""
    lang = language(get_language())
    asked = pack_of(opened.campaign.release).instrument.topics_of(opened.campaign.form)
    choices = [(topic.id, topic.name.in_(lang)) for topic in asked]
    form = TopicsForm(circles_of(opened.campaign), choices, lang, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        preparation.split_topics(opened.campaign, form.split())
        return HttpResponseRedirect(next_url(opened, "circles"))
    context = {"form": form, "circles_url": opened.url("circles"), **around(opened, "circles")}
    return render(request, "campaigns/topics.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def regime(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Choose who sees who answered what, with what it will do to the circles as they are now."""
    form = RegimeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        preparation.choose_regime(opened.campaign, Regime(form.cleaned_data["regime"]))
        return HttpResponseRedirect(next_url(opened, "regime"))
    context = {
        "form": form,
        "regimes": all_words(opened.campaign),
        "chosen": opened.campaign.regime,
        "examples": examples_of(opened.campaign, language(get_language())),
        **around(opened, "regime"),
    }
    return render(request, "campaigns/regime.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def days(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Choose the opening day, the last day and the reminders."""
    campaign = opened.campaign
    initial = {
        "opens_on": day_of(campaign.opens_at) if campaign.opens_at else None,
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
        "reminder_days": campaign.reminder_days,
    }
    form = DaysForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        preparation.choose_days(campaign, **form.cleaned_data)
        return HttpResponseRedirect(next_url(opened, "days"))
    context = {"form": form, **around(opened, "days")}
    return render(request, "campaigns/days.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def words(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write to those invited, and say who answers their questions."""
    campaign = opened.campaign
    initial = {
        "message": campaign.message,
        "contact_name": campaign.contact_name,
        "contact_email": campaign.contact_email,
    }
    form = WordsForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        preparation.choose_words(campaign, **form.cleaned_data)
        return HttpResponseRedirect(next_url(opened, "words"))
    context = {"form": form, **around(opened, "words")}
    return render(request, "campaigns/words.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_prepare)
def discard(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Drop a draft, once it was said what goes."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        preparation.discard(opened.campaign)
        return HttpResponseRedirect(reverse("campaigns:campaigns", args=[opened.campaign.alliance.public]))
    context = {"form": form, "campaign": opened.campaign, "back_url": opened.url("campaign")}
    return render(request, "campaigns/discard.html", context, status=status_of(form))
