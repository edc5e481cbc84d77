"""What happens when an identity provider has answered: let in, ask for a code first, or say why not."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cordee.apps.accounts import operations
from cordee.apps.accounts.codes import SignInByCode, may_send
from cordee.apps.accounts.identities import Identity, identity_of, link, remember_way_out
from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import account_of
from cordee.apps.accounts.routes import back_to_the_door
from cordee.apps.accounts.sentences import REFUSALS
from cordee.apps.accounts.signed_claims import NotTrusted
from cordee.apps.ui.errors import ErrorWords, error_page

logger = logging.getLogger(__name__)


class IdentityAdapter(DefaultSocialAccountAdapter):
    """What happens when a provider has answered."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Account:
        """Note how the provider calls the person."""
        account: Account = sociallogin.user
        account.email, account.name = data.get("email") or "", (data.get("name") or "")[:120]
        return account

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let a known identity in; link a new one to the account of its address, once that address is proved."""
        identity = identity_of(sociallogin)
        if sociallogin.is_existing:
            remember_way_out(request, identity)
            return
        if not sociallogin.email_addresses:
            raise ImmediateHttpResponse(error_page(request, 403, no_address_words))
        address = sociallogin.email_addresses[0]
        if not address.verified:
            raise ImmediateHttpResponse(ask_for_code(request, address.email, identity, sociallogin.state.get("next")))
        account = operations.open_account(address.email, language_of(sociallogin), name=identity.name)
        sociallogin.account, sociallogin.user = link(request, account, identity), account
        remember_way_out(request, identity)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say what happened, in words; the reason is for whoever runs the site."""
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(back_to_the_door(request, _("Vous n’êtes pas connecté.")))
        reason = str(exception) if isinstance(exception, NotTrusted) else type(exception).__name__
        logger.warning("The answer of %s was refused: %s", provider.app.provider_id, reason)
        raise ImmediateHttpResponse(error_page(request, 403, not_trusted_words))


def ask_for_code(request: HttpRequest, address: str, identity: Identity, wanted: str | None) -> HttpResponse:
    """Send a code to an address that a provider claims: whoever reads it owns the address, and links the identity."""
    if not may_send(request, address):
        return back_to_the_door(request, str(REFUSALS["too_many_login_attempts"]))
    SignInByCode.begin(request, address.lower(), account_of(address), identity=asdict(identity))
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return HttpResponseRedirect(reverse("account_confirm_login_code") + query)


def language_of(login: SocialLogin) -> str:
    """Return the language in which the provider was asked for."""
    return "en" if login.state.get("lang") == "en" else "fr"


def no_address_words() -> ErrorWords:
    """Words of an identity without an e-mail address."""
    return ErrorWords(
        _("Ce fournisseur n’a pas donné d’adresse e-mail"),
        _("Sans elle, nous ne pouvons ni ouvrir un compte ni vous écrire. Rien n’a été enregistré."),
        (
            _("Vérifiez que votre adresse figure dans votre compte chez ce fournisseur, puis recommencez."),
            _("Ou connectez-vous avec un code envoyé à votre adresse."),
        ),
    )


def not_trusted_words() -> ErrorWords:
    """Words of an answer that cannot be trusted."""
    return ErrorWords(
        _("Cette identité n’a pas pu être vérifiée"),
        _("La réponse du fournisseur d’identité n’est pas arrivée à temps, ou n’est pas celle que nous attendions."),
        (
            _("Recommencez depuis la page de connexion : une demande ne sert qu’une fois."),
            _("Ou connectez-vous avec un code envoyé à votre adresse."),
        ),
    )
