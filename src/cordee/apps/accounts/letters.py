"""The letters of the door: a code, or word that something changed in how one signs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cordee.apps.post.backend import EXPIRES_IN

GIVEN_UP_AFTER = 600
"""Seconds after which the letter of a code does not leave any more: the code itself is over by then."""


@dataclass(frozen=True)
class Letter:
    """A letter: its template, its subject, and the sentence that it is about."""

    template: str
    subject: str | Promise
    about: str | Promise = ""

    @property
    def headers(self) -> dict[str, str]:
        """What the post office must know: a code is soon of no use, word of a change is not."""
        return {EXPIRES_IN: str(GIVEN_UP_AFTER)} if self.template == "code" else {}


def notice(about: str | Promise) -> Letter:
    """Return the letter that tells of a change."""
    return Letter("notice", _("Votre compte Cordée a changé"), about)


LETTERS = {
    "account/email/login_code": Letter(
        "code", _("Votre code pour entrer dans Cordée"), _("Voici le code pour vous connecter à Cordée.")
    ),
    "account/email/email_confirmation": Letter(
        "code", _("Un code pour vérifier cette adresse"), _("Voici le code pour ajouter cette adresse à votre compte.")
    ),
    "account/email/email_changed": notice(_("L’adresse principale de votre compte a changé.")),
    "account/email/email_confirm": notice(_("Une adresse a été ajoutée à votre compte.")),
    "account/email/email_deleted": notice(_("Une adresse a été retirée de votre compte.")),
    "mfa/email/recovery_codes_generated": notice(_("De nouveaux codes de secours ont été tirés.")),
    "mfa/email/totp_activated": notice(_("La double vérification a été activée.")),
    "mfa/email/totp_deactivated": notice(_("La double vérification a été désactivée.")),
    "mfa/email/webauthn_added": notice(_("Une clé d’accès a été ajoutée.")),
    "mfa/email/webauthn_removed": notice(_("Une clé d’accès a été retirée.")),
    "socialaccount/email/account_connected": notice(_("Une identité a été reliée à votre compte.")),
}
"""The letter behind each name that django-allauth gives to its own."""


def written(name: str, address: str, context: dict[str, Any], sender: str) -> EmailMultiAlternatives:
    """Write a letter, as text and as a page, in the language on screen."""
    letter = LETTERS[name]
    values = {"about": letter.about, "subject": letter.subject, "lang": get_language(), **context}
    folder = f"accounts/letters/{letter.template}"
    text = render_to_string(f"{folder}.txt", values).strip() + "\n"
    message = EmailMultiAlternatives(str(letter.subject), text, sender, [address], headers=letter.headers)
    message.attach_alternative(render_to_string(f"{folder}.html", values), "text/html")
    return message
