"""Small catalogues for the tests of the search."""

from typing import Any

from cordee.core.packs.text import Lang
from cordee.core.search.building import catalogue_of, ordered
from cordee.core.search.entries import Entry
from cordee.core.search.index import Catalogue
from cordee.core.search.ranking import Answer, answer


def entry(name: str, title: str, body: str = "", lang: Lang = "fr", **others: Any) -> Entry:
    """Make an entry from `kind:id` and a few words."""
    kind, found, identifier = name.partition(":")
    assert found
    given = {"summary": "", "route": f"{kind}:one", "args": (identifier,), **others}
    return Entry(kind, identifier, lang, title, body=body, **given)


TRUST = (
    entry("terms:trust", "Confiance", "Elle se gagne.", names=("Trust",)),
    entry("terms:trust", "Trust", "It is earned.", lang="en", names=("Confiance",)),
)
ECOSYSTEM = (
    entry("terms:ecosystem", "Écosystème", "Ceux dont l’alliance dépend."),
    entry("terms:ecosystem", "Ecosystem", "Those on whom the alliance depends.", lang="en"),
)
CAFE = (
    entry("tools:cafe", "World Café", "Une conversation à plusieurs, en confiance.", facets={"difficulty": ("easy",)}),
    entry("tools:cafe", "World Café", "A conversation among many, seated at small tables.", lang="en"),
)
HARVEST = (
    entry("tools:harvest", "Récolte des effets", "Partir de ce qui a changé.", facets={"difficulty": ("expert",)}),
    entry("tools:harvest", "Outcome harvesting", "Start from what changed.", lang="en"),
)
STORY = (
    entry(
        "stories:val",
        "Le Val",
        "Une évaluation menée en confiance ; des évaluations, encore.",
        facets={"profile": ("company",)},
    ),
    entry("stories:val", "Le Val", "An evaluation based on trust.", lang="en"),
)
ENTRIES = [*TRUST, *ECOSYSTEM, *CAFE, *HARVEST, *STORY]


def small_catalogue(*more: Entry, everyday: tuple[tuple[str, ...], ...] = ()) -> Catalogue:
    """Make the catalogue of the entries above, and of some others."""
    return catalogue_of([*ENTRIES, *more], everyday)


def found(text: str, lang: Lang = "fr", *more: Entry, everyday: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    """Return what a question finds, as `kind:id`, the best first."""
    return named(answer(small_catalogue(*more, everyday=everyday), text, lang), *more)


def named(given: Answer, *more: Entry) -> list[str]:
    """Return the names of what was found."""
    keys = ordered([*ENTRIES, *more])
    return [":".join(keys[place]) for place in given.places]
