"""Name an analyst from the machine, or take the role back."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cordee.apps.accounts.queries import account_of
from cordee.apps.observatory.models import Analyst
from cordee.words import tell


class Command(BaseCommand):
    """`grant_analyst EMAIL [--revoke]`."""

    help = tell("Confie les enquêtes à un compte.", "Let an account prepare and approve surveys.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the address, and whether the role is taken back."""
        parser.add_argument("email", help=tell("adresse du compte", "address of the account"))
        parser.add_argument("--revoke", action="store_true", help=tell("retire le rôle", "take the role back"))

    def handle(self, *args: Any, email: str, revoke: bool, **options: Any) -> None:
        """Grant the role, or take it back; twice changes nothing."""
        account = account_of(email)
        if account is None:
            raise CommandError(
                tell(
                    f"Aucun compte n’a l’adresse {email} : la personne se connecte une fois, puis recommencez.",
                    f"No account has the address {email}: let them sign in once, then try again.",
                )
            )
        if revoke:
            Analyst.objects.filter(account=account).delete()
            self.stdout.write(tell(f"{email} : n’a plus les enquêtes.", f"{email}: no longer an analyst."))
            return
        Analyst.objects.get_or_create(account=account)
        self.stdout.write(tell(f"{email} : prépare les enquêtes.", f"{email}: analyst."))
