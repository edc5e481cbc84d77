"""What opens a page of a session: a role in the alliance; and the words when it stays closed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.campaigns.models import Campaign
from cordee.apps.meetings import permissions, queries
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.permissions import Permission, Reason, Refused, Verdict
from cordee.apps.organisations.permissions import Kind
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.apps.ui.privacy import private

Params = ParamSpec("Params")
STATUS = {Reason.UNKNOWN: 404, Reason.NOT_FACILITATOR: 403}
CONFLICT = 409


@dataclass(frozen=True)
class OpenedCampaign:
    """A campaign, opened by someone who has a role in its alliance."""

    campaign: Campaign
    kind: Kind

    @property
    def facilitates(self) -> bool:
        """Tell whether the reader runs the alliance."""
        return permissions.may_run(self.kind).allowed


@dataclass(frozen=True)
class Opened(OpenedCampaign):
    """A session, opened by someone who has a role in its alliance."""

    meeting: Meeting

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"meetings:{name}", args=[self.meeting.public, *args])


MeetingView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]
CampaignView = Callable[Concatenate[HttpRequest, OpenedCampaign, Params], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, uuid.UUID, Params], HttpResponse]


def campaign_page(view: CampaignView[Params]) -> PublicView[Params]:
    """Open the sessions of a campaign to those who have a role in its alliance; unknown to the others."""

    @wraps(view)
    def opened(request: HttpRequest, campaign: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        found = queries.campaign_behind(campaign, account_of(request))
        if found is None:
            return refusal(request, Verdict(Reason.UNKNOWN))
        return answered(request, lambda: view(request, OpenedCampaign(*found), *args, **kwargs))

    return signed_in(opened)


def meeting_page(permission: Permission) -> Callable[[MeetingView[Params]], PublicView[Params]]:
    """Open a page of a session where a permission says yes; to a stranger, the session does not exist."""

    def decorated(view: MeetingView[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, meeting: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            found = queries.meeting_behind(meeting, account_of(request))
            if found is None:
                return refusal(request, Verdict(Reason.UNKNOWN))
            row, kind = found
            verdict = permission(kind, row.state)
            if not verdict.allowed:
                return refusal(request, verdict)
            return answered(request, lambda: view(request, Opened(row.campaign, kind, row), *args, **kwargs))

        return signed_in(opened)

    return decorated


def whatever_its_state(permission: Callable[[Kind], Verdict]) -> Permission:
    """Ask a permission of the role only."""
    return lambda kind, _state: permission(kind)


def answered(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer a page that stays private; a verb that was refused says why."""
    try:
        return private(view())
    except Refused as refused:
        return refusal(request, refused.verdict)


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Say why a page stays closed and what to do."""
    if verdict.reason is Reason.UNKNOWN:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, STATUS.get(verdict.reason, CONFLICT), lambda: refusal_words(verdict.reason)))


def refusal_words(reason: Reason) -> ErrorWords:
    """Return the words of a refusal: what, why, what to do."""
    title, meaning, step = {**_words_of_preparing(), **_words_of_running()}[reason]
    return ErrorWords(title, meaning, (step, _("Revenez à la page précédente : rien n’a été changé.")))


def _words_of_preparing() -> dict[Reason, tuple[str, str, str]]:
    return {
        Reason.NOT_FACILITATOR: (
            _("Cette page est réservée aux personnes qui animent l’alliance"),
            _("Préparer une séance et la conduire demande ce rôle. Le déroulé et le compte rendu vous sont ouverts."),
            _("Demandez à une personne qui anime l’alliance de le faire, ou de vous confier ce rôle."),
        ),
        Reason.NOT_PUBLISHED: (
            _("Le résultat n’est pas encore publié"),
            _("Le déroulé d’une séance part de ce qui vous oppose le plus dans le résultat du 360°."),
            _("Attendez la clôture du 360°, puis préparez la séance."),
        ),
        Reason.NOTHING_SHOWN: (
            _("Ce résultat ne montre rien, faute de réponses"),
            _("Un déroulé ne repose que sur ce qui est publié, pour n’exposer personne."),
            _("Une prochaine vague avec plus de réponses donnera de quoi préparer une séance."),
        ),
        Reason.OPENED: (
            _("La séance a commencé"),
            _("Son déroulé est celui que les partenaires ont sous les yeux : il ne change plus."),
            _("Vous pouvez encore prendre des notes sur chaque moment."),
        ),
    }


def _words_of_running() -> dict[Reason, tuple[str, str, str]]:
    return {
        Reason.NOT_OPENED: (
            _("La séance n’a pas encore commencé"),
            _("Les votes, les notes et les accords s’écrivent pendant la séance."),
            _("Ouvrez la séance, puis recommencez."),
        ),
        Reason.OVER: (
            _("La séance est terminée"),
            _("Son compte rendu est écrit : ni vote ni note ne s’y ajoute."),
            _("Lisez le compte rendu, ou préparez une autre séance."),
        ),
        Reason.BALLOT_OPEN: (
            _("Un vote est déjà ouvert"),
            _("Un seul vote à la fois, pour que chacun sache à quoi il répond."),
            _("Fermez le vote en cours, puis ouvrez le suivant."),
        ),
        Reason.BALLOT_CLOSED: (
            _("Ce vote est fermé"),
            _("Le décompte est fait : il ne change plus."),
            _("Attendez le vote suivant."),
        ),
        Reason.COUNTED: (
            _("Cette question a déjà été votée"),
            _("Deux décomptes presque pareils diraient, par différence, ce qu’ont voté les derniers arrivés."),
            _("Parlez du résultat de ce vote, ou revotez dans une séance d’un autre jour."),
        ),
    }
