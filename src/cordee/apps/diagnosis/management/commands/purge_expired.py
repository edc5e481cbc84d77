"""Erase the diagnoses past their last day, now or by the worker."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from cordee.apps.diagnosis import operations, tasks
from cordee.words import tell


class Command(BaseCommand):
    """`purge_expired [--enqueue]`: to be run once a day by whatever keeps the hours of the machine."""

    help = tell(
        "Efface les autodiagnostics arrivés au bout de leur durée de garde.",
        "Erase the self-diagnoses that have reached their last day.",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare --enqueue."""
        said = tell("laisse faire le worker", "leave it to the worker")
        parser.add_argument("--enqueue", action="store_true", help=said)

    def handle(self, *args: Any, enqueue: bool, verbosity: int, **options: Any) -> None:
        """Erase, or ask the worker to."""
        if enqueue:
            tasks.erase_expired.enqueue()
            said = tell("Effacement confié au worker.", "Erasing left to the worker.")
        else:
            count = operations.erase_expired()
            said = tell(f"{count} autodiagnostic(s) effacé(s).", f"{count} self-diagnosis(es) erased.")
        if verbosity:
            self.stdout.write(said)
