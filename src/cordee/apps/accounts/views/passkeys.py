"""Passkeys: sign in with one, add one, name it, remove it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cordee.apps.accounts.access import account_of
from cordee.apps.accounts.forms import PasskeyForm, PasskeyNameForm, ProofPasskeyForm, SignInPasskeyForm
from cordee.apps.accounts.queries import has_second_factor
from cordee.apps.accounts.routes import back_to_the_door
from cordee.apps.accounts.sentences import PASSKEY_REFUSED
from cordee.apps.accounts.views.door import DoorPage


def as_json(options: Mapping[str, Any]) -> str:
    """Write what a browser must ask of a passkey, for the attribute that the script reads."""
    return json.dumps(options, default=dict)


class SignInByPasskey(DoorPage, LoginWebAuthnView):
    """Sign in with a passkey, without an address nor a code."""

    form_class = SignInPasskeyForm

    def form_invalid(self, form: SignInPasskeyForm) -> HttpResponse:
        """Lead back to the door: another way remains."""
        return back_to_the_door(self.request, str(PASSKEY_REFUSED))


class ProveByPasskey(DoorPage, ReauthenticateWebAuthnView):
    """Prove oneself again with a passkey."""

    template_name = "accounts/prove_passkey.html"
    form_class = ProofPasskeyForm

    def form_invalid(self, form: ProofPasskeyForm) -> HttpResponse:
        """Ask again, and offer the other ways."""
        get_adapter(self.request).add_message(self.request, messages.ERROR, message=str(PASSKEY_REFUSED))
        return HttpResponseRedirect(self.passthrough_next_url(reverse("mfa_reauthenticate_webauthn")))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the passkey must answer."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "passkey_options": as_json(context["js_data"]["request_options"]),
            "reauthentication_alternatives": self.get_reauthentication_alternatives(),
        }


class AddPasskey(DoorPage, AddWebAuthnView):
    """Add a passkey that signs in by itself: it is kept by the device, which checks who holds it."""

    template_name = "accounts/passkey_add.html"
    form_class = PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for such a passkey, where django-allauth would ask for a mere second factor."""
        context = super(AddWebAuthnView, self).get_context_data(**kwargs)
        context.setdefault("form", self.get_form())
        options = auth.begin_registration(account_of(self.request), passwordless=True)
        return {**context, "passkey_options": as_json(options)}

    def form_valid(self, form: PasskeyForm) -> HttpResponse:
        """Add the passkey; recovery codes only make sense beside an application that gives codes."""
        account = account_of(self.request)
        _passkey, recovery = flows.add_authenticator(
            self.request, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"]
        )
        if recovery and not has_second_factor(account):
            getattr(recovery, "instance", recovery).delete()
        return HttpResponseRedirect(reverse("accounts:home"))


class RenamePasskey(DoorPage, EditWebAuthnView):
    """Name a passkey, so as to know which device it is on."""

    template_name = "accounts/passkey_rename.html"
    form_class = PasskeyNameForm


class RemovePasskey(DoorPage, RemoveWebAuthnView):
    """Remove a passkey: the device that holds it no longer opens the account."""

    template_name = "accounts/passkey_remove.html"
