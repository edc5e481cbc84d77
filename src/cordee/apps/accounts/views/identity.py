"""Signing in with an identity provider: the way there, the way back, and the way out."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlencode

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import activate, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from requests import RequestException

from cordee.apps.accounts.identity_adapter import not_trusted_words
from cordee.apps.accounts.provider import IdentityProvider, IdentityServer
from cordee.apps.ui.errors import error_page


@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to a provider."""
    provider = provider_named(request, provider_id)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("account_login"))
    try:
        response = provider.redirect_from_request(request)
    except RequestException:
        return error_page(request, 502, not_trusted_words)
    return leaving(request, response["Location"], provider.name)


@never_cache
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Receive the answer of a provider."""
    provider_named(request, provider_id)
    server = IdentityServer(request, provider_id)
    response: HttpResponse = Back.adapter_view(server)(request)
    return response


class Back(OAuth2CallbackView):
    """The way back of django-allauth, in the language of the way there."""

    adapter: IdentityServer

    def _get_state(self, request: HttpRequest, provider: IdentityProvider) -> tuple[Any, Any]:
        state, refusal = super()._get_state(request, provider)
        self.adapter.asked = state or {}
        if state and state.get("lang") in dict(settings.LANGUAGES):
            activate(state["lang"])
        return state, refusal


def leaving(request: HttpRequest, url: str, name: str) -> HttpResponse:
    """Lead to another site from a page of ours.

    A form of a page may only be sent to this site (`form-action 'self'`), and browsers hold its redirections to that
    too: they stop a plain redirection to a provider.
    """
    return render(request, "accounts/leaving.html", {"address": url, "name": name})


def way_out(kept: dict[str, str]) -> str:
    """Return the address that ends the session at the provider, which then leads back here."""
    with override(settings.LANGUAGE_CODE):
        home = f"{settings.PUBLIC_URL}{reverse('account_login')}"
    query = {
        "id_token_hint": kept["id_token"],
        "state": secrets.token_urlsafe(24),
        "post_logout_redirect_uri": home,
    }
    return f"{kept['url']}?{urlencode(query)}"


def provider_named(request: HttpRequest, provider_id: str) -> IdentityProvider:
    """Return a provider of the settings."""
    try:
        provider: IdentityProvider = get_adapter(request).get_provider(request, provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return provider
