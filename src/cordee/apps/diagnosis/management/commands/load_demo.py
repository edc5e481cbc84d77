"""Fill the demonstration space and say where it is."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import override

from cordee.apps.diagnosis.demonstration import load_demonstration
from cordee.apps.diagnosis.views.answering import PACK
from cordee.apps.library.queries import current_release
from cordee.apps.organisations import demonstration as organisations
from cordee.words import speaks_french, tell


class Command(BaseCommand):
    """`load_demo`: may be run again."""

    help = tell("Remplit un espace de démonstration.", "Fill a demonstration space.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then give the address: without it the demonstration could not be found."""
        release = current_release(PACK)
        if release is None:
            raise CommandError(tell("Aucun pack chargé : lancez load_packs.", "No pack is loaded: run load_packs."))
        _diagnosis, token = load_demonstration(release)
        organisations.load_demonstration()
        with override("fr" if speaks_french() else "en"):
            address = settings.PUBLIC_URL + reverse("diagnosis:result", args=[token])
        self.stdout.write(tell(f"Démonstration : {address}", f"Demonstration: {address}"))
