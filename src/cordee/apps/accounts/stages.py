"""The second factor, asked for after the first one, when the account has one."""

from __future__ import annotations

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from cordee.apps.accounts.queries import has_second_factor


class SecondFactorStage(AuthenticateStage):
    """Asks for a second factor when an application that gives codes was set up.

    A passkey alone does not ask for it: it is another way to sign in, and a code by e-mail stays one on a device
    that does not have the passkey.
    """

    def _should_handle(self, request: HttpRequest) -> bool:
        account = self.login.user
        return account is not None and has_second_factor(account) and bool(super()._should_handle(request))
