"""Put the prose pages that come with the product in the hands of editors, in both languages."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cordee.apps.editorial.seeding import Outcome, sow
from cordee.apps.home.seeds import news_seed, prose_seeds
from cordee.words import tell

WORDS = {
    Outcome.MADE: ("créée", "made"),
    Outcome.FOLLOWED: ("mise à jour, personne ne l’avait modifiée", "brought up to date, nobody had changed it"),
    Outcome.KEPT: ("laissée telle quelle", "left as it is"),
}


class Command(BaseCommand):
    """`load_pages`: may be run again; a page that an editor changed or deleted stays so."""

    help = tell("Prépare les pages de texte et les actualités.", "Prepare the prose pages and the news.")

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Sow, then say what became of each page."""
        outcomes = sow(prose_seeds(), news_seed())
        if verbosity:
            for key, outcome in outcomes.items():
                french, english = WORDS[outcome]
                self.stdout.write(tell(f"{key} : {french}.", f"{key}: {english}."))
