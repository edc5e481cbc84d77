"""OpenID Connect, strictly: every answer of a provider is signed, for us, recent, and for the request just made.

django-allauth finds this module by its name. It knows of one kind of provider; ProConnect is one of them, whose
« userinfo » is a signed token and whose claims have French names.
"""

from __future__ import annotations

import re
import secrets
from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override

from cordee.apps.accounts.signed_claims import NotTrusted, level_reached, same, verified

SIRET = re.compile(r"\d{14}")
SIGNED = "application/jwt"


class IdentityServer(OpenIDConnectOAuth2Adapter):
    """Speaks with the server of a provider."""

    asked: dict[str, Any]
    """What was kept in the session when the provider was asked: its nonce, the language, the page to come back to."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Return where the provider sends back to: one address, whatever the language, since it is registered there."""
        with override(settings.LANGUAGE_CODE):
            return f"{settings.PUBLIC_URL}{reverse('accounts:identity-back', args=[self.provider_id])}"

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Return who the provider says it is, once what it says is trusted."""
        signed = kwargs["response"].get("id_token")
        if not signed:
            raise NotTrusted("no id_token")
        keys = self.fetched(self.openid_config["jwks_uri"]).json()
        claims = self.verified(app, signed, keys)
        same(self.asked.get("nonce"), claims.get("nonce"), "the nonce")
        level_reached(app.settings["auth_params"].get("acr_values", ""), claims.get("acr"))
        userinfo = self.userinfo(app, token.token, keys)
        same(claims["sub"], userinfo.get("sub"), "the subject")
        login = self.get_provider().sociallogin_from_response(request, {"userinfo": userinfo})
        login.way_out = {"url": self.openid_config.get("end_session_endpoint", ""), "id_token": signed}
        return login

    def userinfo(self, app: SocialApp, access_token: str, keys: dict[str, Any]) -> dict[str, Any]:
        """Return what the provider tells of the person: a signed token from ProConnect, plain JSON from others."""
        response = self.fetched(self.profile_url, {"Authorization": f"Bearer {access_token}"})
        if response.headers.get("content-type", "").partition(";")[0].strip() == SIGNED:
            return self.verified(app, response.text.strip(), keys)
        if app.settings["signed_userinfo"]:
            raise NotTrusted("userinfo is not signed")
        return dict(response.json())

    def verified(self, app: SocialApp, token: str, keys: dict[str, Any]) -> dict[str, Any]:
        """Return what a token of this provider says to us."""
        return verified(token, keys, issuer=self.openid_config["issuer"], audience=app.client_id)

    def fetched(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Ask the server for something."""
        with get_adapter().get_requests_session() as session:
            response = session.get(url, headers=headers)
            response.raise_for_status()
            return response


class IdentityProvider(OpenIDConnectProvider):
    """A provider named in the settings."""

    id = "identity"
    name = "OpenID Connect"
    oauth2_adapter_class = IdentityServer

    def serialize(self) -> dict[str, Any]:
        """Name itself in a session: by its own name, since two providers may know us by the same client identifier."""
        return {"id": self.sub_id}

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        """Return the address whose POST leads to the provider."""
        return reverse("accounts:identity", args=[self.app.provider_id])

    def redirect_from_request(self, request: HttpRequest) -> HttpResponse:
        """Lead to the provider; nothing of what is asked of it comes from the request but the page to come back to."""
        wanted = self.get_redirect_from_request_kwargs(request).get("next_url")
        nonce = secrets.token_urlsafe(24)
        auth_params = {**self.get_auth_params(), "nonce": nonce}
        kept = {"nonce": nonce, "lang": get_language()}
        response: HttpResponse = self.redirect(
            request, AuthProcess.LOGIN, wanted, auth_params=auth_params, scope=self.get_scope(), **kept
        )
        return response

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return how to call and to write to the person."""
        said = data["userinfo"]
        return {"email": said.get("email"), "name": name_in(said)}

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return what is kept beside the identity: the organisation it acts for, and nothing else."""
        siret = str(data["userinfo"].get("siret") or "").replace(" ", "")
        return {"siret": siret, "siren": siret[:9]} if SIRET.fullmatch(siret) else {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        """Return the address, as verified only if the provider says so and the settings trust it to say so."""
        said = data["userinfo"]
        if not said.get("email"):
            return []
        trusted = self.app.settings["trusts_addresses"] and said.get("email_verified") is True
        return [EmailAddress(email=said["email"], verified=trusted, primary=True)]


def name_in(said: dict[str, Any]) -> str:
    """Return the name that a provider gives, whichever claims carry it."""
    family = said.get("usual_name") or said.get("family_name") or ""
    parts = [str(said.get("given_name") or ""), str(family)]
    return " ".join(part for part in parts if part).strip() or str(said.get("name") or "")


provider_classes = [IdentityProvider]
