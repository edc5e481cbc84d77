"""What opens the pages of paper and of closing: a role in the alliance; and the words when it does not."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations.answering import NothingMayBeAdded
from cordee.apps.campaigns.respondent_permissions import Reason, Verdict
from cordee.apps.diagnosis.limits import is_too_large
from cordee.apps.diagnosis.views.access import private, too_large_words
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words

Params = ParamSpec("Params")
Permission = Callable[[RoleKind | None, Campaign.State], Verdict]
STATUS = {Reason.UNKNOWN: 404, Reason.NOT_FACILITATOR: 403}
CONFLICT = 409


@dataclass(frozen=True)
class Facilitated:
    """A campaign, opened by someone who may run it."""

    campaign: Campaign
    role: RoleKind

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"campaigns:{name}", args=[self.campaign.public, *args])


View = Callable[Concatenate[HttpRequest, Facilitated, Params], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, uuid.UUID, Params], HttpResponse]


def facilitator_page(permission: Permission) -> Callable[[View[Params]], PublicView[Params]]:
    """Open a page where a permission says yes; strangers learn nothing, not even that the campaign exists."""

    def decorate(view: View[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, campaign: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            if not isinstance(request.user, Account):
                return redirect_to_login(request.get_full_path())
            if is_too_large(request):
                return private(error_page(request, 413, too_large_words))
            row = Campaign.objects.select_related("alliance", "release").defer("release__document")
            found = row.filter(public=campaign).first()
            role = role_in(found, request.user) if found else None
            if found is None or role is None:
                return refusal(request, Verdict(Reason.UNKNOWN))
            verdict = permission(role, found.state(timezone.now()))
            if not verdict.allowed:
                return refusal(request, verdict)
            try:
                return private(view(request, Facilitated(found, role), *args, **kwargs))
            except NothingMayBeAdded as refused:
                return refusal(request, refused.verdict)

        return opened

    return decorate


def role_in(campaign: Campaign, account: Account) -> RoleKind | None:
    """Return the role of a person in the alliance of a campaign, or nothing."""
    kinds = AllianceRole.objects.filter(alliance=campaign.alliance_id, account=account).values_list("kind", flat=True)
    kind = kinds.first()
    return RoleKind(kind) if kind else None


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Say why something is not allowed and what to do."""
    if verdict.reason is Reason.UNKNOWN:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, STATUS.get(verdict.reason, CONFLICT), lambda: refusal_words(verdict.reason)))


def refusal_words(reason: Reason) -> ErrorWords:
    """Return the words of a refusal."""
    wait = _("Attendez le jour d’ouverture.")
    read = _("Lisez le résultat publié.")
    words: dict[Reason, tuple[str, str, str]] = {
        Reason.NOT_FACILITATOR: (
            _("Cette page est réservée à la personne qui anime"),
            _("Elle seule saisit les réponses reçues sur papier et clôt le 360°."),
            _("Demandez-lui de le faire, ou de vous confier ce rôle."),
        ),
        Reason.NOT_LAUNCHED: (
            _("Ce 360° n’est pas encore lancé"),
            _("Personne n’a encore été invité à répondre."),
            _("Terminez la préparation, puis lancez-le."),
        ),
        Reason.NOT_YET_OPEN: (
            _("Les réponses ne sont pas encore ouvertes"),
            _("Rien ne peut être saisi ni clos avant."),
            wait,
        ),
        Reason.TIME_IS_UP: (
            _("Le temps de répondre est écoulé"),
            _("Plus rien ne peut être ajouté, même sur papier\u202f; rien n’a été enregistré."),
            read,
        ),
        Reason.CLOSED: (
            _("Ce 360° est clos"),
            _("Son résultat est publié une fois pour toutes\u202f: rien ne peut être ajouté, et rien ne le rouvre."),
            read,
        ),
        Reason.CANCELLED: (
            _("Ce 360° a été annulé"),
            _("Aucune réponse n’est prise ni lue."),
            _("Vous pouvez en préparer un autre."),
        ),
        Reason.ANSWERED_ALONE: (
            _("Cette personne a répondu elle-même"),
            _("Sa place est à elle seule\u202f: personne d’autre ne peut l’ouvrir. Rien n’a été enregistré."),
            _("Si elle a aussi rempli un papier, demandez-lui de compléter par son lien."),
        ),
    }
    return ErrorWords(*_as_words(words[reason]))


def _as_words(words: tuple[str, str, str]) -> tuple[str, str, tuple[str, ...]]:
    title, meaning, step = words
    return title, meaning, (step, _("Revenez en arrière pour retrouver le 360°."))
