"""Fill the demonstration space; say where it is, and how to sign in to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from cordee.apps.campaigns import demonstration as campaigns
from cordee.apps.diagnosis.demonstration import load_demonstration
from cordee.apps.evaluation.demonstration import loading as evaluating
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.observatory.demonstration.maturity import load_maturity_demonstration
from cordee.apps.observatory.demonstration.publishing import publish_demonstration
from cordee.apps.organisations import demonstration as organisations
from cordee.core.packs.text import Lang
from cordee.stats.faults import SurveyRefused
from cordee.words import speaks_french, tell


class Command(BaseCommand):
    """`load_demo`: may be run again."""

    help = tell("Remplit un espace de démonstration.", "Fill a demonstration space.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then give the addresses: without them the demonstration could not be found."""
        release = current_release(REFERENCE_PACK)
        if release is None:
            raise CommandError(tell("Aucun pack chargé : lancez load_packs.", "No pack is loaded: run load_packs."))
        _diagnosis, token = load_demonstration(release)
        made = organisations.load_demonstration()
        campaigns.load_demonstration(made, release)
        self._publish_barometer()
        load_maturity_demonstration(timezone.localdate())
        evaluations = evaluating.load_demonstration(made)
        with override("fr" if speaks_french() else "en"):
            self._say("Démonstration", "Demonstration", reverse("diagnosis:result", args=[token]))
            for evaluation in evaluations:
                self._say_where(evaluation)
            self._say("L’observatoire", "The observatory", reverse("observatory:entrance"))
            if settings.LETTERS_STAY_HERE:
                self._say("Le code arrive dans", "The code arrives in", reverse("post:mailbox"))

    def _say_where(self, evaluation: Evaluation) -> None:
        """Say where an alliance and its evaluation are, and whose address to give: elsewhere, nobody can receive it."""
        name, runs = evaluation.alliance.name, evaluation.created_by
        self._say(name, name, reverse("organisations:alliance", args=[evaluation.alliance.public]))
        self._say("Son évaluation", "Its evaluation", reverse("evaluation:overview", args=[evaluation.public]))
        if settings.LETTERS_STAY_HERE and runs is not None:
            self.stdout.write(
                tell(f"Pour y entrer, connectez-vous avec {runs.email}", f"To enter it, sign in with {runs.email}")
            )

    def _publish_barometer(self) -> None:
        """Put the demonstration barometer on the shelf of editions, unless it is there."""
        try:
            publish_demonstration(settings.EDITIONS)
        except SurveyRefused as refused:
            lang: Lang = "fr" if speaks_french() else "en"
            raise CommandError("\n".join(fault.in_(lang) for fault in refused.faults)) from refused

    def _say(self, french: str, english: str, path: str) -> None:
        address = settings.PUBLIC_URL + path
        self.stdout.write(tell(f"{french} : {address}", f"{english}: {address}"))
