"""How django-allauth speaks here: our sentences, our letters, our stages, and no password anywhere."""

from __future__ import annotations

from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathFillImage

from cordee.apps.accounts.identities import link_waiting
from cordee.apps.accounts.letters import LETTERS, written
from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import has_second_factor
from cordee.apps.accounts.routes import own_space
from cordee.apps.accounts.sentences import REFUSALS, SAID

MFA_STAGE = "allauth.mfa.stages.AuthenticateStage"
OUR_MFA_STAGE = "cordee.apps.accounts.stages.SecondFactorStage"


class AccountAdapter(DefaultAccountAdapter):
    """What happens at the door."""

    error_messages = {**DefaultAccountAdapter.error_messages, **REFUSALS}

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Let somebody in, then link the identity that waited for it."""
        super().login(request, user)
        if isinstance(user, Account):
            link_waiting(request, user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead whoever has just signed in to their own space."""
        return own_space()

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Lead whoever has just proved an address back to their addresses."""
        return reverse("account_email")

    def get_login_stages(self) -> list[str]:
        """Return the steps of a sign-in; the second factor is asked for in our own way."""
        return [OUR_MFA_STAGE if stage == MFA_STAGE else stage for stage in super().get_login_stages()]

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """Return how one may prove oneself again: with a second factor, a code by e-mail is not enough."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if isinstance(user, Account) and has_second_factor(user):
            methods = [method for method in methods if method["id"] != "reauthenticate_by_code"]
        labels = {
            "reauthenticate_by_code": _("Recevoir un code par e-mail"),
            "mfa_reauthenticate": _("Entrer un code de mon application"),
            "mfa_reauthenticate:webauthn": _("Utiliser une clé d’accès"),
        }
        return [{**method, "description": labels[method["id"]]} for method in methods]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say our own sentence, or nothing when we have none for this message."""
        sentence = message or SAID.get(message_template or "")
        if sentence:
            messages.add_message(request, level, str(sentence), extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send one of our letters; django-allauth has others, that no page here can cause."""
        if template_prefix in LETTERS:
            written(template_prefix, email, letter_context(context), self.get_from_email()).send()


def letter_context(context: dict[str, Any]) -> dict[str, Any]:
    """Return what our letters need: no address of the network, no name of a browser."""
    moment = context.get("timestamp")
    return {
        "code": context.get("code", ""),
        "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
        "moment": date_format(localtime(moment), "DATETIME_FORMAT") if moment else "",
        "account_url": f"{settings.PUBLIC_URL}{reverse('accounts:home')}",
    }


class SecondFactorAdapter(DefaultMFAAdapter):
    """What happens with passkeys and codes of an application."""

    error_messages = {**DefaultMFAAdapter.error_messages, **REFUSALS}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """Name a passkey that was given no name."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Clé d’accès {number}").format(number=count + 1)

    def build_totp_svg(self, url: str) -> str:
        """Draw the code to scan on a white ground of its own: a dark page would hide it from cameras."""
        return qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Say which site a passkey is for."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Cordée"}
