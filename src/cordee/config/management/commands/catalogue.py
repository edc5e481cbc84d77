"""Bring the catalogues of translations up to date, or say what is missing."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

PATIENCE = "polib n’est pas installé : lancez cette commande dans l’environnement de développement."


class Command(BaseCommand):
    """`python -m django catalogue [--check]`."""

    help = "Extract the messages, merge them into the .po files and compile the .mo files."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare --check."""
        parser.add_argument("--check", action="store_true", help="write nothing, fail when something is to be done")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Update or check each language, then list what nobody has translated."""
        try:
            from cordee.config import catalogue
        except ModuleNotFoundError as error:
            raise CommandError(PATIENCE) from error
        messages = catalogue.messages_of()
        for language in catalogue.PLURAL_RULES:
            if check and catalogue.is_stale(language, messages):
                raise CommandError(f"Le catalogue {language} est périmé : lancez « python -m django catalogue ».")
            kept = catalogue.read(language) if check else catalogue.update(language, messages)
            missing = catalogue.untranslated(kept)
            self.stdout.write(f"{language}: {len(kept)} messages, {len(missing)} à traduire")
            for text in missing:
                self.stdout.write(f"  {text}")
            if check and missing:
                raise CommandError(f"Complétez {catalogue.po_path(language)}.")
