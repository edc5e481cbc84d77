"""What the door says after an action, and what it answers to what it cannot accept."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: dict[str, str | Promise] = {
    "account/messages/cannot_delete_primary_email.txt": _(
        "Cette adresse est la principale : choisissez-en d’abord une autre comme principale, puis retirez-la."
    ),
    "account/messages/email_confirmation_sent.txt": _("Un code vient de partir vers cette adresse."),
    "account/messages/email_confirmed.txt": _("Cette adresse est maintenant la vôtre."),
    "account/messages/email_deleted.txt": _("L’adresse est retirée."),
    "account/messages/logged_out.txt": _("Vous êtes déconnecté de cet appareil."),
    "account/messages/primary_email_set.txt": _("Cette adresse est maintenant la principale."),
    "account/messages/unverified_primary_email.txt": _(
        "Cette adresse n’est pas encore vérifiée : entrez d’abord le code qu’elle a reçu."
    ),
    "mfa/messages/totp_activated.txt": _("La double vérification est activée."),
    "mfa/messages/totp_deactivated.txt": _("La double vérification est désactivée."),
    "mfa/messages/webauthn_added.txt": _("La clé d’accès est ajoutée."),
    "mfa/messages/webauthn_removed.txt": _("La clé d’accès est retirée."),
}
"""The sentence of each message of django-allauth; those that are not here are not said."""

REFUSALS: dict[str, str | Promise] = {
    "account_inactive": _("Ce compte est fermé."),
    "add_email_blocked": _("Cette adresse ne peut pas être ajoutée."),
    "cannot_delete_authenticator": _("La double vérification ne peut pas être retirée."),
    "cannot_generate_recovery_codes": _("Activez d’abord la double vérification : ces codes servent à s’en passer."),
    "duplicate_email": _("Cette adresse est déjà sur votre compte."),
    "email_taken": _("Cette adresse ne peut pas être ajoutée : elle sert déjà à un autre compte."),
    "incorrect_code": _("Ce code n’est pas le bon. Vérifiez-le, ou demandez-en un autre."),
    "max_email_addresses": _("Vous avez déjà %d adresses : retirez-en une d’abord."),
    "rate_limited": _("Beaucoup de demandes en peu de temps : attendez quelques minutes, puis recommencez."),
    "too_many_login_attempts": _(
        "Trop d’essais en peu de temps : attendez quelques minutes, puis demandez un nouveau code."
    ),
    "unverified_email": _("Vérifiez d’abord vos adresses e-mail, ou retirez celle qui ne l’est pas."),
    "unverified_primary_email": _("Cette adresse n’est pas encore vérifiée."),
}
"""What is answered to each refusal of django-allauth."""

CODE_OVER = _("Ce code n’est plus valable. Demandez-en un autre : il arrive en quelques secondes.")
TOO_MANY_TRIES = _("Trois codes faux : cette demande est close. Demandez un nouveau code.")
PASSKEY_REFUSED = _("Cette clé d’accès n’a pas répondu comme attendu. Recommencez, ou recevez un code par e-mail.")
