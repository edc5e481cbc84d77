"""Give somebody the editors' desk, or take it back."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cordee.apps.accounts.models import Account
from cordee.apps.editorial.operations import grant, revoke
from cordee.words import tell


class Command(BaseCommand):
    """`grant_editing ADDRESS [--publish | --revoke]`."""

    help = tell(
        "Ouvre la rédaction à un compte du site (il existe dès la première connexion), ou la lui ferme.",
        "Open the editors’ desk to an account of the site (it exists once signed in), or close it.",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the address and what is done."""
        parser.add_argument("address", help=tell("l’adresse e-mail du compte", "the e-mail address of the account"))
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--publish", action="store_true", help=tell("peut aussi publier", "may also publish"))
        choice.add_argument("--revoke", action="store_true", help=tell("ferme la rédaction", "close the desk"))

    def handle(self, *args: Any, address: str, publish: bool, revoke: bool, **options: Any) -> None:
        """Do it, and say what this account may now do."""
        account = Account.objects.filter(email__iexact=address.strip(), is_active=True).first()
        if account is None:
            raise CommandError(
                tell(
                    f"Aucun compte actif pour {address}. Demandez à cette personne de se connecter une fois, puis "
                    "relancez cette commande.",
                    f"No active account for {address}. Ask this person to sign in once, then run this command again.",
                )
            )
        self.stdout.write(closed(account) if revoke else opened(account, publishes=publish))


def opened(account: Account, *, publishes: bool) -> str:
    """Open the desk, and say it."""
    grant(account, publishes=publishes)
    if publishes:
        return tell(f"{account.email} écrit et publie.", f"{account.email} writes and publishes.")
    return tell(f"{account.email} écrit, sans publier.", f"{account.email} writes, without publishing.")


def closed(account: Account) -> str:
    """Close the desk, and say it."""
    revoke(account)
    return tell(f"{account.email} n’entre plus à la rédaction.", f"{account.email} no longer enters the desk.")
