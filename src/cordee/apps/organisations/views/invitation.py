"""The page that an invitation leads to: it says what is offered, and a button accepts it once signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.accounts.access import account_of
from cordee.apps.accounts.models import Account
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.letters import invitation_sentence
from cordee.apps.organisations.models import RoleInvitation
from cordee.apps.organisations.operations import people as operations
from cordee.apps.organisations.permissions import Reason
from cordee.apps.organisations.screens import role_choices
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private

GONE = (Reason.INVITATION_USED, Reason.INVITATION_WITHDRAWN, Reason.INVITATION_OVER)


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation, or accept it: opening the link changes nothing, since mail scanners open links too."""
    found = queries.invitation_behind(token)
    account = account_of(request) if request.user.is_authenticated else None
    role = queries.role_of(account, found.alliance) if found and account else None
    if found and role:
        return to_alliance(found)
    verdict = permissions.may_accept(found, timezone.now())
    if found is None or not verdict.allowed:
        return closed(request, verdict.reason)
    if request.method == "POST":
        return accept(request, found, account)
    return show(request, found)


def show(request: HttpRequest, found: RoleInvitation) -> HttpResponse:
    """Say who invites, into what, to do what."""
    context = {
        "invitation": found,
        "sentence": invitation_sentence(found),
        "allows": next(allows for kind, _name, allows in role_choices() if kind == found.kind),
        "login_url": door(request).url,
    }
    return private(render(request, "organisations/invitation.html", context))


def door(request: HttpRequest) -> HttpResponseRedirect:
    """Return the way to the sign-in page and back here."""
    return redirect_to_login(request.path, resolve_url(settings.LOGIN_URL))


def accept(request: HttpRequest, found: RoleInvitation, account: Account | None) -> HttpResponse:
    """Take the role, and go to the alliance."""
    if account is None:
        return door(request)
    verdict = operations.accept(found, account)
    if verdict.reason in GONE:
        return closed(request, verdict.reason)
    messages.success(request, _("Bienvenue dans « %(name)s ».") % {"name": found.alliance.name})
    return to_alliance(found)


def to_alliance(found: RoleInvitation) -> HttpResponse:
    """Go to the alliance of an invitation."""
    return private(HttpResponseRedirect(reverse("organisations:alliance", args=[found.alliance.public])))


def closed(request: HttpRequest, reason: Reason) -> HttpResponse:
    """Say why an invitation opens nothing."""
    return private(error_page(request, 410 if reason in GONE else 404, lambda: closed_words(reason)))


def closed_words(reason: Reason) -> ErrorWords:
    """Return the words of an invitation that opens nothing."""
    ask = _("Demandez une nouvelle invitation à la personne qui vous a écrit.")
    words = {
        Reason.INVITATION_USED: (
            _("Cette invitation a déjà servi"),
            _("Un lien d’invitation ne s’accepte qu’une fois."),
            (
                _("Si c’était vous, connectez-vous avec la même adresse qu’alors : l’alliance est dans votre liste."),
                ask,
            ),
        ),
        Reason.INVITATION_WITHDRAWN: (
            _("Cette invitation a été retirée"),
            _("La personne qui vous l’avait envoyée l’a fermée, ou vous en a envoyé une plus récente."),
            (_("Cherchez dans vos courriels s’il y en a une plus récente."), ask),
        ),
        Reason.INVITATION_OVER: (
            _("Cette invitation a expiré"),
            _("Elle était valable quatorze jours."),
            (ask,),
        ),
    }
    unknown = (
        _("Ce lien n’ouvre rien, ou plus"),
        _("Il a pu être coupé en le copiant."),
        (_("Vérifiez que l’adresse a été copiée en entier, jusqu’au dernier caractère."), ask),
    )
    return ErrorWords(*words.get(reason, unknown))
