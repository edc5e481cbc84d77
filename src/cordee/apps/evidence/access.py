"""What opens a page about an alliance: who is asking, in which role, and the words when it stays closed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from cordee.apps.accounts.access import signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.evidence.permissions import Kind, Reason
from cordee.apps.organisations.models import Alliance, AllianceRole
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.apps.ui.privacy import private

Params = ParamSpec("Params")
Permission = Callable[[Kind], Any]
"""A pure function of a role: its verdict tells `allowed` and `reason`."""


@dataclass(frozen=True)
class Opened:
    """An alliance, opened by someone who holds a role there."""

    alliance: Alliance
    role: AllianceRole

    def may(self, permission: Permission) -> bool:
        """Tell whether the reader's role allows something."""
        return bool(permission(self.role.kind).allowed)


AllianceView = Callable[Concatenate[HttpRequest, Opened, Params], HttpResponse]
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
            role = role_behind(alliance, account_of(request))
            verdict = permission(role.kind if role else None)
            if role is None or not verdict.allowed:
                return refusal(request, verdict.reason)
            return private(view(request, Opened(role.alliance, role), *args, **kwargs))

        return signed_in(opened)

    return decorated


def role_behind(alliance: uuid.UUID, account: Account) -> AllianceRole | None:
    """Return the role that an account holds in an alliance, with the alliance."""
    rows = AllianceRole.objects.select_related("alliance")
    return rows.filter(alliance__public=alliance, account=account).first()


def account_of(request: HttpRequest) -> Account:
    """Return who is signed in, on a page that only opens to those who are."""
    if isinstance(request.user, AnonymousUser):
        raise TypeError("This page opens to accounts only: its view lacks `signed_in`.")
    return request.user


def refusal(request: HttpRequest, reason: str) -> HttpResponse:
    """Say why a page stays closed and what to do."""
    if reason == Reason.UNKNOWN:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, 403, lambda: closed_words(reason)))


def closed_words(reason: str) -> ErrorWords:
    """Return the words of a page that a role does not open."""
    return ErrorWords(
        _("Cette page ne vous est pas ouverte"),
        reason_words(reason),
        (
            _("Demandez à une personne qui anime l’alliance de le faire, ou de changer votre rôle."),
            _("Revenez à la page précédente : rien n’a été changé."),
        ),
    )


def reason_words(reason: str) -> str:
    """Say a reason in a sentence, with what to do when there is something to do."""
    words: dict[str, str] = {
        Reason.ONLY_OBSERVES: _("Votre rôle est d’observer : vous lisez tout, sans rien changer."),
    }
    return words.get(reason, _("Ce n’est plus possible : rechargez la page pour voir où elle en est."))


def alliance_address(alliance: Alliance) -> str:
    """Return the address of the page of an alliance, or nothing on a site that does not show it."""
    try:
        return reverse("organisations:alliance", args=[alliance.public])
    except NoReverseMatch:
        return ""
