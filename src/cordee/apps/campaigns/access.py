"""What opens a page of the facilitator's side: a role in the alliance; and the words when it does not."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.permissions import Reason, Refused, State, Verdict, may_facilitate
from cordee.apps.campaigns.queries.campaigns import campaign_behind
from cordee.apps.organisations import queries as entrance
from cordee.apps.organisations.models import Alliance, RoleKind
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.apps.ui.privacy import private

Params = ParamSpec("Params")
STATUS = {Reason.STRANGER: 404, Reason.NOT_FACILITATOR: 403, Reason.OBSERVES: 403}
CONFLICT = 409


@dataclass(frozen=True)
class Opened:
    """A campaign, opened by someone who has a role in its alliance."""

    campaign: Campaign
    account: Account
    role: RoleKind

    @property
    def state(self) -> State:
        """Where the campaign stands now."""
        return self.campaign.state(timezone.now())

    @property
    def facilitates(self) -> bool:
        """Tell whether this person runs the campaign."""
        return may_facilitate(self.role).allowed

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"campaigns:{name}", args=[self.campaign.public, *args])


@dataclass(frozen=True)
class OpenedAlliance:
    """An alliance, opened by someone who has a role in it."""

    alliance: Alliance
    account: Account
    role: RoleKind


Permission = Callable[[RoleKind | None, State], Verdict]
CampaignView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, uuid.UUID, Params], HttpResponse]


def campaign_page(permission: Permission) -> Callable[[CampaignView[Params]], PublicView[Params]]:
    """Open a page of a campaign where a permission says yes; strangers learn nothing, not even that it exists."""

    def decorate(view: CampaignView[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, campaign: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            row, account = campaign_behind(campaign), account_of(request)
            held = entrance.role_of(account, row.alliance) if row else None
            if row is None or held is None:
                return refusal(request, Verdict(Reason.STRANGER))
            role = RoleKind(held.kind)
            verdict = permission(role, row.state(timezone.now()))
            if not verdict.allowed:
                return refusal(request, verdict)
            try:
                return private(view(request, Opened(row, account, role), *args, **kwargs))
            except Refused as refused:
                return refusal(request, refused.verdict)
            except Campaign.DoesNotExist:
                return refusal(request, Verdict(Reason.STRANGER))

        return signed_in(opened)

    return decorate


def alliance_page(view: Callable[[HttpRequest, OpenedAlliance], HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a page on the campaigns of an alliance to those who have a role there."""

    @wraps(view)
    def opened(request: HttpRequest, alliance: uuid.UUID) -> HttpResponse:
        account = account_of(request)
        found = entrance.alliance_behind(alliance, account)
        if found is None:
            return refusal(request, Verdict(Reason.STRANGER))
        row, role = found
        try:
            return private(view(request, OpenedAlliance(row, account, RoleKind(role.kind))))
        except Refused as refused:
            return refusal(request, refused.verdict)

    return signed_in(opened)


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Say why something is not allowed and what to do; a part of a page loads the whole page again, which says so."""
    if getattr(request, "htmx", False):
        return private(HttpResponse(status=204, headers={"HX-Refresh": "true"}))
    if verdict.reason is Reason.STRANGER:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, STATUS.get(verdict.reason, CONFLICT), lambda: refusal_words(verdict)))


def refusal_words(verdict: Verdict) -> ErrorWords:
    """Return the words of a refusal."""
    title, meaning, step = _words()[verdict.reason]
    since = date_format(timezone.localtime(verdict.since), "DATE_FORMAT") if verdict.since else ""
    return ErrorWords(title, meaning.format(since=since), (step, _("Revenez en arrière pour retrouver le 360°.")))


def _words() -> dict[Reason, tuple[str, str, str]]:
    return {**_words_of_people(), **_words_of_states(), **_words_of_waves()}


def _words_of_people() -> dict[Reason, tuple[str, str, str]]:
    return {
        Reason.NOT_FACILITATOR: (
            _("Cette page est réservée aux personnes qui animent l’alliance"),
            _("Elle montre la préparation ou le suivi du 360°, que seules ces personnes conduisent."),
            _("Demandez à une personne qui anime de le faire, ou de vous confier ce rôle."),
        ),
        Reason.OBSERVES: (
            _("Les personnes qui observent lisent, sans décider"),
            _("Mettre un conseil au plan ou le refuser revient à celles qui participent à l’alliance."),
            _("Demandez à une personne qui anime de changer votre rôle."),
        ),
        Reason.ANSWERED_ALONE: (
            _("Cette personne a répondu elle-même"),
            _("Sa place est à elle seule : personne d’autre ne peut l’ouvrir. Rien n’a été enregistré."),
            _("Si elle a aussi rempli un papier, demandez-lui de compléter par son lien."),
        ),
        Reason.INCOMPLETE: (
            _("Il reste quelque chose à choisir avant de lancer"),
            _("Rien n’a été envoyé."),
            _("La page de préparation dit ce qui manque."),
        ),
        Reason.REMINDED_TODAY: (
            _("Un rappel est déjà parti aujourd’hui"),
            _("Un rappel par jour au plus : au-delà, on ne les lit plus."),
            _("Vous pourrez en envoyer un autre demain."),
        ),
        Reason.SHORTER_THAN_NOW: (
            _("Ce jour est déjà passé"),
            _("Le dernier jour peut être déplacé, mais pas dans le passé. Rien n’a été changé."),
            _("Choisissez aujourd’hui ou un jour à venir."),
        ),
    }


def _words_of_states() -> dict[Reason, tuple[str, str, str]]:
    return {
        Reason.FROZEN: (
            _("C’est fixé depuis le lancement"),
            _(
                "Les personnes invitées ont reçu cette règle, ces cercles et ces questions : les changer maintenant "
                "romprait ce qui leur a été promis. Rien n’a été changé."
            ),
            _("Vous pouvez encore ajouter des personnes, renvoyer un lien, déplacer le dernier jour ou annuler."),
        ),
        Reason.NOT_LAUNCHED: (
            _("Ce 360° n’est pas encore lancé"),
            _("Personne n’a encore reçu d’invitation : il n’y a rien à suivre."),
            _("Terminez la préparation, puis lancez-le."),
        ),
        Reason.NOT_OPEN: (
            _("Les réponses ne sont pas encore ouvertes"),
            _("Les invitations partent le jour de l’ouverture : rien ne peut être rappelé, saisi ni clos avant."),
            _("Attendez le jour d’ouverture."),
        ),
        Reason.OVER: (
            _("Le temps des réponses est passé"),
            _("Après le dernier jour, rien n’est ajouté ni retiré : le résultat reste le même pour tous."),
            _("Le résultat est publié une seule fois, à la clôture."),
        ),
        Reason.NOT_CLOSED: (
            _("Le résultat n’est pas encore publié"),
            _("Il l’est une seule fois, à la clôture : jusque-là, personne ne lit les réponses."),
            _("Attendez le dernier jour annoncé."),
        ),
        Reason.CANCELLED: (
            _("Ce 360° a été annulé"),
            _("Les réponses ont été effacées, et les personnes invitées l’ont appris par courriel."),
            _("Vous pouvez en préparer un autre depuis la page de l’alliance."),
        ),
    }


def _words_of_waves() -> dict[Reason, tuple[str, str, str]]:
    return {
        Reason.ONE_AT_A_TIME: (
            _("Un 360° est déjà en cours dans cette alliance"),
            _("Deux questionnaires à la fois se gêneraient, et leurs résultats pourraient se trahir l’un l’autre."),
            _("Terminez-le, ou annulez-le, avant d’en préparer un autre."),
        ),
        Reason.TOO_SOON: (
            _("Il est trop tôt pour une nouvelle vague"),
            _(
                "Deux résultats trop proches pourraient être soustraits l’un de l’autre et trahir une personne. "
                "La prochaine vague peut être préparée à partir du {since}."
            ),
            _("Revenez à cette date : cercles, personnes et forme seront repris."),
        ),
        Reason.NOT_LATEST: (
            _("Une autre vague a suivi celle-ci"),
            _("La suite se prépare depuis la dernière."),
            _("Ouvrez le dernier 360° de l’alliance."),
        ),
    }
