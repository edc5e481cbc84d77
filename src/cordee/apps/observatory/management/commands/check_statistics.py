"""Check a file of official statistics before it is given to the site."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cordee.apps.observatory.statistics.faults import StatisticsRefused
from cordee.apps.observatory.statistics.shelf import read_file
from cordee.words import speaks_french, tell


class Command(BaseCommand):
    """`check_statistics FILE`."""

    help = tell("Vérifie un fichier de statistiques publiques.", "Check a file of official statistics.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the file."""
        parser.add_argument("file", type=Path, help=tell("le fichier CSV", "the CSV file"))

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Say what the file holds, or every fault."""
        try:
            found = read_file(file)
        except StatisticsRefused as refusal:
            raise CommandError(refusal.in_("fr" if speaks_french() else "en")) from None
        statistics, territories = len({one.statistic.id for one in found}), len({one.territory for one in found})
        self.stdout.write(
            tell(
                f"Statistiques\u202f: {statistics}. Territoires\u202f: {territories}. Lignes\u202f: {len(found)}.",
                f"Statistics: {statistics}. Territories: {territories}. Lines: {len(found)}.",
            )
        )
