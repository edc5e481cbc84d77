"""The pages of a campaign under way: the list, the front page, live counts, reminders, last day, end, next wave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.access import Opened, OpenedAlliance, alliance_page, campaign_page, refusal_words
from cordee.apps.campaigns.days import last_day, reminder_hour
from cordee.apps.campaigns.forms import ConfirmForm, LastDayForm
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.operations import launching, preparation, reminding
from cordee.apps.campaigns.permissions import (
    State,
    may_act_live,
    may_begin,
    may_facilitate,
    may_follow,
    may_prepare_next,
    may_remind,
    may_see,
)
from cordee.apps.campaigns.queries.campaigns import campaigns_of, latest_campaign
from cordee.apps.campaigns.queries.following import Completion, completion_of
from cordee.apps.campaigns.queries.preparing import circle_name, compositions, lacks_of
from cordee.apps.campaigns.regimes import words_of
from cordee.apps.campaigns.respondent_permissions import may_close, may_enter_paper
from cordee.apps.campaigns.steps import lack_words, steps_of
from cordee.apps.campaigns.views.preparing import status_of
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.views.access import no_pack
from cordee.apps.library.queries import REFERENCE_PACK, current_release

FORM_METHODS = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Counted:
    """A row of the table of completion."""

    name: str
    completion: Completion


@require_safe
@alliance_page
def campaigns(request: HttpRequest, opened: OpenedAlliance) -> HttpResponse:
    """List the campaigns of an alliance; drafts are shown to facilitators only."""
    now = timezone.now()
    shown = [one for one in campaigns_of(opened.alliance) if may_see(opened.role, one.state(now)).allowed]
    verdict = may_begin(opened.role, latest_campaign(opened.alliance), now)
    context = {
        "alliance": opened.alliance,
        "campaigns": [(one, one.state(now).label, reverse("campaigns:campaign", args=[one.public])) for one in shown],
        "may_begin": verdict.allowed,
        "begin_url": reverse("campaigns:begin", args=[opened.alliance.public]),
        "why_not": None if verdict.allowed else refusal_words(verdict),
        "facilitates": may_facilitate(opened.role).allowed,
    }
    return render(request, "campaigns/campaigns.html", context)


@require_safe
@campaign_page(may_see)
def campaign(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The front page of a campaign: the steps that are left, what was announced, or how far the answers are."""
    if opened.state is State.DRAFT:
        return overview(request, opened)
    return follow(request, opened) if opened.facilitates else announced(request, opened)


def overview(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show a draft: its steps, what each says so far, what lacks."""
    lacks = lacks_of(opened.campaign, timezone.now())
    context = {
        "campaign": opened.campaign,
        "steps": steps_of(opened),
        "lacks": [lack_words(lack) for lack in lacks],
        "launch_url": opened.url("launch"),
        "letter_url": opened.url("letter"),
        "questions_url": opened.url("question", 1),
        "discard_url": opened.url("discard"),
        "campaigns_url": reverse("campaigns:campaigns", args=[opened.campaign.alliance.public]),
    }
    return render(request, "campaigns/overview.html", context)


def announced(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show members and observers what was announced to those invited, and nothing on who answers."""
    return render(request, "campaigns/announced.html", facts(opened))


def follow(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the facilitator how far each circle is, and what may still be done."""
    state, role, now = opened.state, opened.role, timezone.now()
    is_live = may_act_live(role, state).allowed
    reminded = is_live and letters.was_reminded_on(opened.campaign, timezone.localdate(now))
    verdict = may_prepare_next(role, opened.campaign, latest_campaign(opened.campaign.alliance), now)
    context = {
        **facts(opened),
        **counts(opened),
        "is_live": is_live,
        "may_remind": may_remind(role, state, reminded_today=reminded).allowed,
        "reminded_today": reminded,
        "reminders": planned_reminders(opened.campaign),
        "may_prepare_next": verdict.allowed,
        "next_since": verdict.since,
        "urls": {name: opened.url(name) for name in ("people", "links", "remind", "last_day", "cancel", "next")},
        "letter_url": opened.url("letter"),
    }
    return render(request, "campaigns/follow.html", context)


def planned_reminders(campaign: Campaign) -> list[Any]:
    """Return when the planned reminders leave, those to come only."""
    if campaign.closes_at is None:
        return []
    hours = sorted(reminder_hour(campaign.closes_at, days) for days in campaign.reminder_days)
    return [hour for hour in hours if hour > timezone.now()]


def facts(opened: Opened) -> dict[str, Any]:
    """Return what was announced of a campaign."""
    campaign, lang = opened.campaign, language(get_language())
    return {
        "campaign": campaign,
        "state": opened.state,
        "regime": words_of(campaign),
        "last_day": last_day(campaign.closes_at) if campaign.closes_at else None,
        "announced": [
            (circle_name(one.circle, lang), one.people, ", ".join(one.organisations))
            for one in compositions(campaign).values()
        ],
        "campaigns_url": reverse("campaigns:campaigns", args=[campaign.alliance.public]),
        "result_url": opened.url("result") if opened.state is State.CLOSED else "",
        "closing_urls": closing_urls(opened),
    }


def closing_urls(opened: Opened) -> dict[str, str]:
    """Return where paper is typed in and where answers are closed by hand, for whoever may."""
    pages = {"paper_desk": may_enter_paper, "close": may_close}
    return {name: opened.url(name) for name, may in pages.items() if may(opened.role, opened.state).allowed}


def counts(opened: Opened) -> dict[str, Any]:
    """Return the numbers of the table of completion, and the hour they were read."""
    lang = language(get_language())
    followed = completion_of(opened.campaign)
    return {
        "rows": [
            Counted(" + ".join(circle_name(circle, lang) for circle in row.circles), row) for row in followed.rows
        ],
        "total": followed.total,
        "read_at": timezone.now(),
        "counts_url": opened.url("counts"),
        "is_open": opened.state is State.OPEN,
        "is_aggregate": opened.campaign.regime == Regime.AGGREGATE,
    }


@require_safe
@campaign_page(may_follow)
def live_counts(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Give the table alone to a page that asks for it now and then; without script, the whole page."""
    if not getattr(request, "htmx", False):
        return HttpResponseRedirect(opened.url("campaign"))
    return render(request, "campaigns/parts/counts.html", counts(opened))


@require_POST
@campaign_page(may_act_live)
def remind(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Remind those who have not finished; how many is not said where it would tell who."""
    reminding.remind_now(opened.campaign)
    messages.success(request, _("Le rappel part à toutes les personnes qui n’ont pas terminé."))
    return HttpResponseRedirect(opened.url("campaign"))


@require_http_methods(FORM_METHODS)
@campaign_page(may_act_live)
def move_last_day(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Move the last day of a campaign under way."""
    closes_at = opened.campaign.closes_at
    initial = {"last_day": last_day(closes_at) if closes_at else None}
    form = LastDayForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        launching.move_last_day(opened.campaign, form.cleaned_data["last_day"])
        messages.success(request, _("Le dernier jour est changé. Les prochains rappels le diront."))
        return HttpResponseRedirect(opened.url("campaign"))
    context = {"form": form, "campaign": opened.campaign, "back_url": opened.url("campaign")}
    return render(request, "campaigns/last_day.html", context, status=status_of(form))


@require_http_methods(FORM_METHODS)
@campaign_page(may_act_live)
def cancel(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what cancelling erases, then do it once confirmed."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        launching.cancel(opened.campaign)
        return HttpResponseRedirect(opened.url("campaign"))
    total = completion_of(opened.campaign).total
    answers = total.started + total.finished
    context = {
        "form": form,
        "campaign": opened.campaign,
        "back_url": opened.url("campaign"),
        "answers": ngettext(
            "{count} réponse commencée ou finie", "{count} réponses commencées ou finies", answers
        ).format(count=answers),
    }
    return render(request, "campaigns/cancel.html", context, status=status_of(form))


@require_POST
@campaign_page(may_follow)
def prepare_next(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Begin the next wave with the circles, the people and the form of this one."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    title = _("{title}, vague {wave}").format(title=opened.campaign.title[:140], wave=opened.campaign.wave + 1)
    made = preparation.begin_next(opened.campaign, opened.account, title=title, release=release)
    return HttpResponseRedirect(reverse("campaigns:campaign", args=[made.public]))
