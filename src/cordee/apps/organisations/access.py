"""What opens a page of an alliance or of an organisation: who is asking, and the words when it stays closed."""

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
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation
from cordee.apps.organisations.permissions import Kind, Reason, Verdict
from cordee.apps.organisations.queries import Standing
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.apps.ui.privacy import private

Params = ParamSpec("Params")
Permission = Callable[[Kind], Verdict]


@dataclass(frozen=True)
class Opened:
    """An alliance, opened by someone who holds a role there."""

    alliance: Alliance
    role: AllianceRole

    @property
    def facilitates(self) -> bool:
        """Tell whether the reader runs the alliance."""
        return self.may(permissions.may_facilitate)

    def may(self, permission: Permission) -> bool:
        """Tell whether the reader's role allows something."""
        return permission(self.role.kind).allowed

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"organisations:{name}", args=[self.alliance.public, *args])


@dataclass(frozen=True)
class OpenedOrganisation:
    """An organisation, opened by one of its people or of its allies."""

    standing: Standing

    @property
    def organisation(self) -> Organisation:
        """The organisation itself."""
        return self.standing.organisation

    @property
    def describes(self) -> bool:
        """Tell whether the reader may describe it and say who belongs to it."""
        return may_describe(self.standing).allowed

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"organisations:{name}", args=[self.organisation.public, *args])


AllianceView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]
OrganisationView = Callable[Concatenate[HttpRequest, OpenedOrganisation, Params], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, uuid.UUID, Params], HttpResponse]


def alliance_page(permission: Permission) -> Callable[[AllianceView[Params]], PublicView[Params]]:
    """Open a page of an alliance to the roles that a permission allows.

    A stranger is told that there is no such page: that an alliance exists is not revealed. Someone who has a role,
    but not the right one, is told why. Who is not signed in is sent to the door.
    """

    def decorated(view: AllianceView[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, alliance: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            found = queries.alliance_behind(alliance, account_of(request))
            verdict = permission(found[1].kind if found else None)
            if found is None or not verdict.allowed:
                return refusal(request, verdict)
            return private(view(request, Opened(*found), *args, **kwargs))

        return signed_in(opened)

    return decorated


def organisation_page(
    permission: Callable[[Standing], Verdict],
) -> Callable[[OrganisationView[Params]], PublicView[Params]]:
    """Open a page of an organisation to its people, or to its allies, as a permission says; unknown to strangers."""

    def decorated(view: OrganisationView[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, organisation: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            standing = queries.organisation_behind(organisation, account_of(request))
            verdict = may_read(standing)
            if standing is not None and verdict.allowed:
                verdict = permission(standing)
            if standing is None or not verdict.allowed:
                return refusal(request, verdict)
            return private(view(request, OpenedOrganisation(standing), *args, **kwargs))

        return signed_in(opened)

    return decorated


def may_read(standing: Standing | None) -> Verdict:
    """Read the page of an organisation."""
    if standing is None:
        return Verdict(Reason.UNKNOWN)
    return permissions.may_read_organisation(standing.membership, in_a_shared_alliance=standing.in_a_shared_alliance)


def may_describe(standing: Standing) -> Verdict:
    """Describe an organisation and say who belongs to it."""
    return permissions.may_describe_organisation(
        standing.membership, facilitates=standing.facilitates, has_admin=standing.has_admin
    )


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Say why a page stays closed and what to do."""
    if verdict.reason is Reason.UNKNOWN:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, 403, lambda: closed_words(verdict.reason)))


def closed_words(reason: Reason) -> ErrorWords:
    """Return the words of a page that a role does not open."""
    return ErrorWords(
        _("Cette page ne vous est pas ouverte"),
        str(reason_words(reason)),
        (
            _("Demandez à une personne qui anime l’alliance de le faire, ou de changer votre rôle."),
            _("Revenez à la page précédente : rien n’a été changé."),
        ),
    )


def reason_words(reason: Reason) -> str:
    """Say a reason in a sentence, with what to do when there is something to do."""
    words = {
        Reason.NOT_FACILITATOR: _("Seules les personnes qui animent l’alliance peuvent le faire."),
        Reason.ONLY_OBSERVES: _("Votre rôle est d’observer : vous lisez tout, sans rien changer."),
        Reason.LAST_FACILITATOR: _(
            "Une alliance garde toujours quelqu’un pour l’animer. Confiez d’abord ce rôle à une autre personne."
        ),
        Reason.TOO_MANY_INVITATIONS: _(
            "Beaucoup d’invitations attendent déjà une réponse. Retirez celles qui ne servent plus, puis recommencez."
        ),
        Reason.TOO_MANY_ALLIANCES: _(
            "Vous animez déjà beaucoup d’alliances. Quittez celles qui ne servent plus, puis recommencez."
        ),
        Reason.NOT_ADMIN: _("Seules les personnes qui administrent cette fiche peuvent la changer."),
        Reason.LAST_ADMIN: _(
            "Une fiche garde toujours quelqu’un pour l’administrer. Confiez d’abord ce rôle à une autre personne."
        ),
        Reason.ALREADY_THERE: _("Vous avez déjà un rôle dans cette alliance."),
    }
    return words.get(reason, _("Ce n’est plus possible : rechargez la page pour voir où elle en est."))
