"""Make the search index again, and say what it holds."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Count

from cordee.apps.library.search.models import SearchEntry
from cordee.apps.library.search.operations import rebuild
from cordee.words import tell


class Command(BaseCommand):
    """`search_index`."""

    help = tell(
        "Refait l’index de la recherche si ce qui s’y trouve a changé, et dit ce qu’il contient.",
        "Make the search index again if what it holds changed, and say what it holds.",
    )

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Make it, then count by kind and language."""
        rebuilt = rebuild()
        done = tell("refait", "made again") if rebuilt.changed else tell("inchangé", "unchanged")
        if verbosity:
            self.stdout.write(tell(f"Index de la recherche : {done}.", f"Search index: {done}."))
            for kind, lang, count in held():
                self.stdout.write(f"  {kind:<10} {lang}  {count:>6}")


def held() -> list[tuple[str, str, int]]:
    """Return how many entries of each kind the index holds, in each language."""
    rows = SearchEntry.objects.values_list("kind", "lang").annotate(count=Count("pk")).order_by("kind", "lang")
    return list(rows)
