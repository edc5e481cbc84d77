"""What opens a page of answering: a link and its seat; and the words when it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Seat
from cordee.apps.campaigns.operations.answering import NothingMayBeAdded
from cordee.apps.campaigns.queries.answering import Place, place_behind
from cordee.apps.campaigns.respondent_permissions import may_answer
from cordee.apps.diagnosis.asked import Asked
from cordee.apps.diagnosis.limits import is_too_large
from cordee.apps.diagnosis.views.access import too_large_words
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private
from cordee.core.packs.pack import Pack

Params = ParamSpec("Params")


@dataclass(frozen=True)
class Seated:
    """A seat whose link was presented while answers are taken."""

    place: Place
    seat: Seat

    @property
    def pack(self) -> Pack:
        """The pack that the campaign is pinned to."""
        return self.place.pack

    @property
    def asked(self) -> Asked:
        """What the circle of this seat is asked."""
        return self.place.asked

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return address(self.place, name, *args)


PlaceView = Callable[[HttpRequest, Place], HttpResponse]
SeatView = Callable[Concatenate[HttpRequest, Seated, Params], HttpResponse]
TokenView = Callable[Concatenate[HttpRequest, str, Params], HttpResponse]


def address(place: Place, name: str, *args: object) -> str:
    """Return the address of a page that this link opens."""
    return reverse(f"campaigns:{name}", args=[place.token, *args])


def link_page(view: PlaceView) -> Callable[[HttpRequest, str], HttpResponse]:
    """Open a page to whoever holds a link of the campaign, whatever its hour; say so when the link is unknown."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        if is_too_large(request):
            return private(error_page(request, 413, too_large_words))
        place = place_behind(token)
        if place is None:
            return private(error_page(request, 404, unknown_words))
        try:
            return private(view(request, place))
        except NothingMayBeAdded:
            return private(HttpResponseRedirect(address(place, "door")))

    return opened


def seat_page(view: SeatView[Params]) -> TokenView[Params]:
    """Open a page of answering to whoever holds the link of a seat, while answers are taken.

    Otherwise the link itself says why: its first page knows what is early, over or cancelled.
    """

    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        if is_too_large(request):
            return private(error_page(request, 413, too_large_words))
        place = place_behind(token)
        if place is None:
            return refusal(request, None)
        if place.seat is None or not may_answer(place.campaign, timezone.now()).allowed:
            return refusal(request, place)
        try:
            return private(view(request, Seated(place, place.seat), *args, **kwargs))
        except NothingMayBeAdded:
            return refusal(request, place)

    return opened


def refusal(request: HttpRequest, place: Place | None) -> HttpResponse:
    """Lead to the page that says where things stand; a page that was saving an answer is loaded again to say so."""
    if getattr(request, "htmx", False):
        return private(HttpResponse(status=204, headers={"HX-Refresh": "true"}))
    if place is None:
        return private(error_page(request, 404, unknown_words))
    return private(HttpResponseRedirect(address(place, "door")))


def unknown_words() -> ErrorWords:
    """Words of a link that leads nowhere."""
    return ErrorWords(
        _("Ce lien n’ouvre rien, ou plus"),
        _("Il a pu être coupé en le copiant, être remplacé par un nouveau, ou ne plus servir après la clôture."),
        (
            _("Vérifiez que l’adresse a été copiée en entier, jusqu’au dernier caractère."),
            _("Cherchez la dernière invitation reçue : c’est son lien qui compte."),
            _("Si vous étiez venu par le lien commun de votre cercle, reprenez ce lien-là."),
            _("Sinon, demandez un nouveau lien à la personne qui vous a invité."),
        ),
    )
