"""The second factor: codes of an application, and the recovery codes that do without it."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.http import HttpResponse
from django.utils.translation import gettext as _

from cordee.apps.accounts.forms import ActivationForm, FactorForm, FactorPasskeyForm, ProofFactorForm
from cordee.apps.accounts.queries import ways_in
from cordee.apps.accounts.views.door import DoorPage
from cordee.apps.accounts.views.passkeys import as_json


class EnterFactor(DoorPage, AuthenticateView):
    """Ask for the second factor of whoever has just proved an address."""

    template_name = "accounts/factor.html"
    form_class = FactorForm
    webauthn_form_class = FactorPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what a passkey needs to answer, when the account has one."""
        context = super().get_context_data(**kwargs)
        has_passkeys = bool(ways_in(self.stage.login.user).passkeys)
        return {**context, "passkey_options": as_json(context["js_data"]["request_options"]) if has_passkeys else ""}


class ProveByFactor(DoorPage, ReauthenticateView):
    """Prove oneself again with a code of the application, or a recovery code."""

    template_name = "accounts/prove_factor.html"
    form_class = ProofFactorForm


class TurnOn(DoorPage, ActivateTOTPView):
    """Link an application that gives codes."""

    template_name = "accounts/factor_on.html"
    form_class = ActivationForm


class TurnOff(DoorPage, DeactivateTOTPView):
    """Unlink it."""

    template_name = "accounts/factor_off.html"


class RecoveryCodes(DoorPage, ViewRecoveryCodesView):
    """The recovery codes that are left."""

    template_name = "accounts/recovery.html"


class NewRecoveryCodes(DoorPage, GenerateRecoveryCodesView):
    """Draw new recovery codes; those before open nothing any more."""

    template_name = "accounts/recovery_new.html"


class RecoveryFile(DownloadRecoveryCodesView):
    """The recovery codes as a file to print or to keep."""

    template_name = "accounts/recovery.txt"
    content_type = "text/plain; charset=utf-8"

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Name the file in the language on screen."""
        response: HttpResponse = super().render_to_response(context, **kwargs)
        response["Content-Disposition"] = f'attachment; filename="{_("cordee-codes-de-secours.txt")}"'
        return response
