"""Name an editor from the machine: the first publisher of a site has nobody to name them."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cordee.apps.accounts.queries import account_of
from cordee.apps.workshop.models import EditorRole
from cordee.apps.workshop.team.operations import LastPublisher, grant
from cordee.words import tell


class Command(BaseCommand):
    """`grant_editor EMAIL --role writer|publisher`."""

    help = tell("Confie l’atelier à un compte.", "Give an account a role in the workshop.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the address and the role."""
        parser.add_argument("email", help=tell("adresse du compte", "address of the account"))
        said = tell("ce que la personne pourra faire", "what they may do")
        parser.add_argument("--role", choices=EditorRole.values, default=EditorRole.WRITER.value, help=said)

    def handle(self, *args: Any, email: str, role: str, **options: Any) -> None:
        """Grant the role."""
        account = account_of(email)
        if account is None:
            raise CommandError(
                tell(
                    f"Aucun compte n’a l’adresse {email} : la personne se connecte une fois, puis recommencez.",
                    f"No account has the address {email}: let them sign in once, then try again.",
                )
            )
        try:
            grant(account, EditorRole(role))
        except LastPublisher:
            raise CommandError(
                tell(
                    "C’est la seule personne chargée de la publication : nommez-en d’abord une autre.",
                    "They are the only publisher: name another one first.",
                )
            ) from None
        self.stdout.write(tell(f"{email} : {role}.", f"{email}: {role}."))
