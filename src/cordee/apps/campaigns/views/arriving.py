"""The page that a link of a 360° leads to: who asks, what, for how long, under which rule; a button begins."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.campaigns.answering_forms import OrganisationForm
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations import answering as operations
from cordee.apps.campaigns.promises import promises_of
from cordee.apps.campaigns.queries import answering as queries
from cordee.apps.campaigns.queries.answering import Place
from cordee.apps.campaigns.queries.preparing import circle_name
from cordee.apps.campaigns.respondent_access import address, link_page
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.limits import STARTS_A_MINUTE, Gate
from cordee.apps.diagnosis.screens import first_open_topic
from cordee.apps.ui.errors import ErrorWords, error_page

unnamed_starts = Gate(STARTS_A_MINUTE)
"""Seats that the links of circles open in a minute: a whole room may sit down at once, a robot may not go on."""


@require_http_methods(["GET", "HEAD", "POST"])
@link_page
def door(request: HttpRequest, place: Place) -> HttpResponse:
    """Show who asks and under which rule; only the button changes anything, since scanners of mail follow links."""
    state = place.campaign.state(timezone.now())
    if state is Campaign.State.CLOSED:
        return HttpResponseRedirect(address(place, "reading_for_respondent"))
    if state is not Campaign.State.OPEN:
        return render(request, "campaigns/answering/not_open.html", {**around(request, place), "state": state})
    if place.is_circle:
        return circle_door(request, place)
    if request.method == "POST":
        return HttpResponseRedirect(sit_down(place))
    return render(request, "campaigns/answering/door.html", invitation(request, place))


def sit_down(place: Place) -> str:
    """Open the seat of a link, or find it again; return where its answers go on."""
    seat = operations.sit_down(place.invitee, language(get_language())) if place.invitee else place.seat
    given = queries.given_of(seat) if seat else Given()
    return address(place, "topic", first_open_topic(place.asked, given) or 1)


def circle_door(request: HttpRequest, place: Place) -> HttpResponse:
    """Ask which organisation one answers from, then give a link of one's own."""
    partners = queries.partners_of(place.campaign, timezone.localdate())
    form = OrganisationForm(partners, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not unnamed_starts.opens():
            return error_page(request, 429, too_many_words)
        _seat, token = operations.sit_down_unnamed(place.circle, form.partner, language(get_language()))
        return HttpResponseRedirect(address(Place(token, place.campaign, place.circle), "door"))
    chosen = request.POST.get("partner", form.fields["partner"].initial or "")
    context = {**invitation(request, place), "form": form, "chosen": chosen}
    return render(request, "campaigns/answering/circle_door.html", context, status=422 if form.is_bound else 200)


def invitation(request: HttpRequest, place: Place) -> dict[str, Any]:
    """Return all that one should know before answering."""
    asked, seat = place.asked, place.seat
    given = queries.given_of(seat) if seat else None
    people, organisations = queries.people_in(place.circle)
    return {
        **around(request, place),
        "asked": asked,
        "questions": len(asked.items),
        "started": bool(given and given.answers),
        "finished": bool(seat and seat.finished_at),
        "promises": promises_of(place.campaign),
        "people": people,
        "organisations": organisations,
        "release": place.campaign.release,
    }


def around(request: HttpRequest, place: Place) -> dict[str, Any]:
    """Return what the pages before and after the topics say of the campaign and of the place."""
    lang = language(get_language())
    others = queries.other_circles_of(place.invitee) if place.invitee else []
    return {
        "place": place,
        "campaign": place.campaign,
        "circle_name": circle_name(place.circle, lang),
        "door_url": request.build_absolute_uri(address(place, "door")),
        "other_circles": [circle_name(circle, lang) for circle in others],
        "until": until(place.campaign.closes_at),
    }


def until(closes_at: datetime | None) -> str:
    """Return up to when answers are taken, as a day where it ends at midnight, and with its hour otherwise."""
    if closes_at is None:
        return ""
    local = timezone.localtime(closes_at)
    if local.time() == time():
        return date_format(local - timedelta(days=1), "DATE_FORMAT")
    return date_format(local, "DATETIME_FORMAT")


def too_many_words() -> ErrorWords:
    """Words of a circle that everybody enters at once."""
    return ErrorWords(
        _("Beaucoup de personnes commencent en même temps"),
        _("Pour que le site réponde à tous, les départs sont limités pendant une minute."),
        (_("Attendez une minute, revenez en arrière et recommencez\u202f: votre choix y est encore."),),
    )
