"""The code sent by e-mail: the same path for an address that has an account and for one that has none yet."""

from __future__ import annotations

from typing import Any, Self

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.core.exceptions import RateLimited
from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from cordee.apps.accounts import operations
from cordee.apps.accounts.identities import wait_for_entry
from cordee.apps.accounts.models import Account


class SignInByCode(LoginCodeVerificationProcess):
    """The process of django-allauth, with one difference: a code is sent whether or not the address has an account.

    Nothing on screen nor in the letter tells which of the two it is, until the code has proved the address.
    """

    @classmethod
    def begin(
        cls, request: HttpRequest, address: str, account: Account | None, *, identity: dict[str, Any] | None = None
    ) -> Self:
        """Send a code to an address, and wait for it in this session; the right code links the identity, if any."""
        login = Login(user=account, email=address)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=account, email=address), initiated_by_user=True, identity=identity)
        process = cls(stage)
        process.send()
        process.persist()
        return process

    @classmethod
    def waiting(cls, stage: LoginByCodeStage) -> Self | None:
        """Return the process that waits for its code in this session, unless its time is over."""
        process: Self | None = cls(stage).abort_if_invalid()
        return process

    @property
    def tries_left(self) -> int:
        """How many codes may still be entered."""
        return int(self.max_attempts - self.state["failed_attempts"])

    def resend(self) -> None:
        """Send another code, which counts among those that a mailbox may get."""
        if not may_send(self.request, self.state["email"]):
            raise RateLimited
        super().resend()

    def send_by_email(self, email: str, skip_enumeration_mails: bool = False) -> None:
        """Send a code, to a known address and to an unknown one alike."""
        get_adapter().send_mail("account/email/login_code", email, {"code": self.generate_code()})

    def finish(self, redirect_url: str | None) -> HttpResponse:
        """Sign in whoever proved the address, and open an account when it had none."""
        address = self.state["email"]
        if isinstance(self.user, Account):
            operations.note_proved(self.user, address)
        else:
            self._user = self.stage.login.user = operations.open_account(address, get_language() or "fr")
        if self.state.get("identity"):
            wait_for_entry(self.request, self.stage.login.user, self.state["identity"])
        # Whoever has just read a code in their mailbox need not read another to add a passkey.
        record_authentication(self.request, self.user, method="code", email=address, reauthenticated=True)
        response: HttpResponse = super().finish(redirect_url)
        return response


def may_send(request: HttpRequest, address: str) -> bool:
    """Count one more code for a mailbox, and tell whether it may still get it, however it is asked for."""
    counted = consume(request, app="allauth.account", action="request_login_code", key=address.lower(), limit_get=True)
    return counted is not None
