"""What the door reads: whose an address is, and how an account signs in."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings

from cordee.apps.accounts.models import Account


def account_of(address: str) -> Account | None:
    """Return the account that proved an address to be its own, if any."""
    proved = EmailAddress.objects.filter(email__iexact=address, verified=True).select_related("user").first()
    return proved.user if proved else Account.objects.filter(email__iexact=address).first()


def name_of_provider(identifier: str) -> str:
    """Return how the settings call a provider; nothing for one that they no longer name."""
    names = {provider["provider_id"]: provider["name"] for provider in settings.IDENTITY_PROVIDERS}
    return str(names.get(identifier, ""))


def sirets_of(account: Account) -> list[str]:
    """Return the establishments (SIRET) for which ProConnect says that a person acts, last used first.

    The first nine digits of each are the SIREN of an organisation.
    """
    identities = SocialAccount.objects.filter(user=account).order_by("-last_login", "-pk")
    return list(dict.fromkeys(one.extra_data["siret"] for one in identities if one.extra_data.get("siret")))


@dataclass(frozen=True)
class LinkedIdentity:
    """An identity linked to an account, and how its provider is called."""

    pk: int
    name: str


@dataclass(frozen=True)
class WaysIn:
    """How one account signs in: its addresses, its passkeys, its second factor."""

    addresses: list[EmailAddress]
    passkeys: list[Authenticator]
    second_factor: Authenticator | None
    recovery_codes_left: int
    identities: list[LinkedIdentity]


def ways_in(account: Account) -> WaysIn:
    """Gather how an account signs in."""
    authenticators = list(Authenticator.objects.filter(user=account).order_by("created_at", "pk"))
    kinds = {kind: [one for one in authenticators if one.type == kind] for kind in Authenticator.Type.values}
    recovery = next(iter(kinds[Authenticator.Type.RECOVERY_CODES]), None)
    return WaysIn(
        addresses=list(EmailAddress.objects.filter(user=account).order_by("-primary", "email")),
        passkeys=kinds[Authenticator.Type.WEBAUTHN],
        second_factor=next(iter(kinds[Authenticator.Type.TOTP]), None),
        recovery_codes_left=len(recovery.wrap().get_unused_codes()) if recovery else 0,
        identities=[
            LinkedIdentity(one.pk, name_of_provider(one.provider) or one.provider)
            for one in SocialAccount.objects.filter(user=account).order_by("date_joined", "pk")
        ],
    )


def has_second_factor(account: Account) -> bool:
    """Tell whether a code of an application is asked for after the code sent by e-mail."""
    return Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()
