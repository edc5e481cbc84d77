"""What opens a page of this room: the secret link of a diagnosis, or a share link; and the words when it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.diagnosis import permissions, queries
from cordee.apps.diagnosis.asked import Asked, asked_by
from cordee.apps.diagnosis.limits import is_too_large
from cordee.apps.diagnosis.models import Diagnosis, ShareLink
from cordee.apps.diagnosis.permissions import Reason, Verdict
from cordee.apps.library.queries import pack_of
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private
from cordee.core.packs.pack import Pack

Params = ParamSpec("Params")
STATUS = {Reason.UNKNOWN: 404, Reason.OVER: 410, Reason.LINK_OVER: 410, Reason.WITHDRAWN: 410}


@dataclass(frozen=True)
class Opened:
    """A diagnosis whose secret link was presented."""

    token: str
    diagnosis: Diagnosis

    @property
    def pack(self) -> Pack:
        """The pack as it was when the diagnosis began."""
        return pack_of(self.diagnosis.release)

    @property
    def asked(self) -> Asked:
        """What the chosen form asks."""
        return asked_by(self.pack.instrument, self.diagnosis.form)

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"diagnosis:{name}", args=[self.token, *args])


OwnerView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]
TokenView = Callable[Concatenate[HttpRequest, str, Params], HttpResponse]


def owner_page(view: OwnerView[Params]) -> TokenView[Params]:
    """Open a page to whoever holds the secret link; say why otherwise."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        if is_too_large(request):
            return private(error_page(request, 413, too_large_words))
        diagnosis = queries.diagnosis_behind(token)
        verdict = permissions.may_open(diagnosis, timezone.now())
        if diagnosis is None or not verdict.allowed:
            return refusal(request, verdict)
        try:
            return private(view(request, Opened(token, diagnosis), *args, **kwargs))
        except Diagnosis.DoesNotExist:
            return refusal(request, Verdict(Reason.UNKNOWN))

    return opened


def shared_page(view: Callable[[HttpRequest, ShareLink, str], HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a page to whoever holds a share link; say why otherwise."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        link = queries.link_behind(token)
        verdict = permissions.may_read_shared(link, timezone.now())
        if link is None or not verdict.allowed:
            return refusal(request, verdict)
        return private(view(request, link, token))

    return opened


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Say why a link opens nothing and what to do; a page that was saving an answer is loaded again to say so."""
    if getattr(request, "htmx", False):
        return private(HttpResponse(status=204, headers={"HX-Refresh": "true"}))
    return private(error_page(request, STATUS[verdict.reason], lambda: refusal_words(verdict.reason)))


def refusal_words(reason: Reason) -> ErrorWords:
    """Return the words of a refusal."""
    start_again = _("Vous pouvez aussi commencer un nouvel autodiagnostic : douze minutes, sans compte.")
    ask_again = _("Demandez un nouveau lien à la personne qui vous l’a donné.")
    words: dict[Reason, tuple[str, str, tuple[str, ...]]] = {
        Reason.UNKNOWN: (
            _("Ce lien n’ouvre rien, ou plus"),
            _("Il a pu être coupé en le copiant, ou mener à des réponses déjà effacées."),
            (_("Vérifiez que l’adresse a été copiée en entier, jusqu’au dernier caractère."), start_again),
        ),
        Reason.OVER: (
            _("Ces réponses sont arrivées au bout de leur durée de garde"),
            _("Comme annoncé, elles sont effacées, avec leurs résultats et leurs liens. Personne ne peut les rouvrir."),
            (_("Les fichiers que vous avez téléchargés restent les vôtres."), start_again),
        ),
        Reason.LINK_OVER: (
            _("Ce lien de partage a expiré"),
            _("La personne qui vous l’a donné avait choisi une date de fin, et elle est passée."),
            (ask_again,),
        ),
        Reason.WITHDRAWN: (
            _("Ce lien de partage a été retiré"),
            _("La personne qui vous l’avait donné l’a fermé."),
            (ask_again,),
        ),
    }
    return ErrorWords(*words[reason])


def too_large_words() -> ErrorWords:
    """Words of a body that no form of this room can make."""
    return ErrorWords(
        _("Cet envoi est trop gros"),
        _("Un sujet tient en quelques lignes ; celui-ci a été refusé en entier et rien n’a été changé."),
        (_("Revenez en arrière, raccourcissez ce que vous avez écrit, puis envoyez de nouveau."),),
    )


def nothing_loaded_words() -> ErrorWords:
    """Words of a site whose questionnaire was never loaded."""
    return ErrorWords(
        _("Le questionnaire n’est pas encore installé"),
        _("Ce site vient sans doute d’être mis en place : son contenu n’a pas été chargé."),
        (_("Si vous exploitez ce site, lancez la commande load_packs."), _("Sinon, revenez un peu plus tard.")),
    )


def no_pack(request: HttpRequest) -> HttpResponse:
    """Answer while no release is loaded."""
    return error_page(request, 503, nothing_loaded_words)
