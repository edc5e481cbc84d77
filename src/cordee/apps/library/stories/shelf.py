"""The stories of a release as a list shows them: written, ordered and indexed once a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import slug_of
from cordee.apps.library.days import date_words
from cordee.apps.library.kept import Kept
from cordee.apps.library.narrowing import Facet
from cordee.core.facets import FacetIndex, index_of
from cordee.core.folding import folded
from cordee.core.packs.impacts import ImpactId
from cordee.core.packs.library import Story
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

TRAITS = ("profile", "territory", "stage")
"""The questions of context that narrow the list."""


@dataclass(frozen=True)
class Row:
    """A story in a list."""

    id: str
    slug: str
    name: str
    partners: str
    territory: str
    since: str
    teaches: str


@dataclass(frozen=True)
class Shelf:
    """The stories of a release in the order of their names, and their facets."""

    rows: tuple[Row, ...]
    facets: tuple[Facet, ...]
    index: FacetIndex
    by_slug: Mapping[str, str]
    """Slug → id of the story."""
    drawn: dict[int, SafeString] = field(default_factory=dict)
    """Number of a row → its card, once somebody has looked at it."""

    def card(self, number: int) -> SafeString:
        """Return the card of a row, drawn the first time somebody looks at it: it is the same for everybody."""
        if number not in self.drawn:
            row = self.rows[number]
            context = {"row": row, "address": reverse("stories:story", args=[row.slug])}
            self.drawn[number] = render_to_string("library/stories/card.html", context)
        return self.drawn[number]


_kept: Kept[tuple[str, Lang], Shelf] = Kept(most=8)


def shelf_of(release: str, pack: Pack, lang: Lang) -> Shelf:
    """Return the shelf of a release, named by its hash, in the language on screen."""
    return _kept.get((release, lang), lambda: make_shelf(pack, lang))


def make_shelf(pack: Pack, lang: Lang) -> Shelf:
    """Write and index every story of a pack."""
    stories = sorted(pack.stories, key=lambda story: folded(story.name.in_(lang)))
    return Shelf(
        rows=tuple(_row(story, lang) for story in stories),
        facets=facets_of(pack, lang),
        index=index_of([values_of(story) for story in stories]),
        by_slug={slug_of(story.name, lang): story.id for story in reversed(stories)},
    )


def facets_of(pack: Pack, lang: Lang) -> tuple[Facet, ...]:
    """Return the facets of stories: who acts, where, for how long, for which impacts."""
    labels = {"profile": _("Qui agit"), "territory": _("Territoire"), "stage": _("Âge de l’alliance")}
    questions = {question.id: question for question in pack.instrument.context}
    asked = tuple(
        Facet(key, labels[key], tuple((one.id, one.name.in_(lang)) for one in questions[key].choices))
        for key in TRAITS
        if key in questions
    )
    return (*asked, Facet("impact", _("Impact"), tuple(impacts().items())))


def impacts() -> dict[ImpactId, str]:
    """Return the three impacts, in the order of their clocks."""
    return {"performance": _("Performance"), "innovation": _("Innovation"), "trust": _("Confiance")}


def values_of(story: Story) -> dict[str, Iterable[str]]:
    """Return what describes a story, facet by facet."""
    return {**{key: story.traits.get(key, ()) for key in TRAITS}, "impact": story.impacts}


def _row(story: Story, lang: Lang) -> Row:
    return Row(
        id=story.id,
        slug=slug_of(story.name, lang),
        name=story.name.in_(lang),
        partners=", ".join(story.partners),
        territory=story.territory.in_(lang) if story.territory else "",
        since=date_words(story.since) if story.since else "",
        teaches=story.teaches.in_(lang),
    )
