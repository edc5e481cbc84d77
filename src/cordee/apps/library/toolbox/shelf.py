"""The tools of a release as a list shows them: written, ordered and indexed once a day and a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import slug_of
from cordee.apps.library.kept import Kept
from cordee.apps.library.narrowing import Facet
from cordee.apps.library.toolbox import labels
from cordee.apps.library.toolbox.telling import state_title
from cordee.core.facets import FacetIndex, index_of
from cordee.core.folding import folded
from cordee.core.packs.library import Tool
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang
from cordee.core.seven_years import Ripeness, ripeness

PROFILE = "profile"


@dataclass(frozen=True)
class Row:
    """A tool in a list."""

    id: str
    slug: str
    name: str
    author: str
    purpose: str
    kind: str
    difficulty: str
    time: str
    state: str
    is_shared: bool


@dataclass(frozen=True)
class Shelf:
    """The tools of a release in the order of their names, and their facets."""

    rows: tuple[Row, ...]
    facets: tuple[Facet, ...]
    index: FacetIndex
    by_slug: Mapping[str, str]
    """Slug → id of the tool."""
    drawn: dict[int, SafeString] = field(default_factory=dict)
    """Number of a row → its card, once somebody has looked at it."""

    def card(self, number: int) -> SafeString:
        """Return the card of a row, drawn the first time somebody looks at it: it is the same for everybody."""
        if number not in self.drawn:
            row = self.rows[number]
            context = {"row": row, "address": reverse("toolbox:tool", args=[row.slug])}
            self.drawn[number] = render_to_string("library/toolbox/card.html", context)
        return self.drawn[number]


_kept: Kept[tuple[str, Lang, date], Shelf] = Kept(most=8)


def shelf_of(release: str, pack: Pack, lang: Lang, today: date) -> Shelf:
    """Return the shelf of a release, named by its hash, in the language on screen; kept until the day changes."""
    return _kept.get((release, lang, today), lambda: make_shelf(pack, lang, today))


def make_shelf(pack: Pack, lang: Lang, today: date) -> Shelf:
    """Write and index every tool of a pack."""
    tools = sorted(pack.tools, key=lambda tool: folded(tool.name.in_(lang)))
    ripes = [ripeness(tool, today) for tool in tools]
    facets = facets_of(pack, lang)
    profiles = [value for facet in facets if facet.key == PROFILE for value, _label in facet.values]
    axis_of = {topic.id: axis.id for axis in pack.instrument.axes for topic in axis.topics}
    return Shelf(
        rows=tuple(_row(tool, ripe, lang) for tool, ripe in zip(tools, ripes, strict=True)),
        facets=facets,
        index=index_of([values_of(tool, ripe, profiles, axis_of) for tool, ripe in zip(tools, ripes, strict=True)]),
        by_slug={slug_of(tool.name, lang): tool.id for tool in reversed(tools)},
    )


def facets_of(pack: Pack, lang: Lang) -> tuple[Facet, ...]:
    """Return the facets of the toolbox; that of profiles only when some tool says whom it was made for."""
    approaches = tuple((axis.id, axis.name.in_(lang)) for axis in pack.instrument.axes)
    facets = [
        Facet("state", _("Maturité de l’outil"), tuple(labels.states().items())),
        Facet("kind", _("Famille M.E.D.O.C."), tuple(labels.kinds().items())),
        Facet("approach", _("Approche"), approaches),
        Facet("time", _("Temps"), tuple(labels.times().items())),
        Facet("difficulty", _("Difficulté"), tuple(labels.difficulties().items())),
    ]
    if any(tool.profiles for tool in pack.tools):
        facets.insert(3, Facet(PROFILE, _("Pour qui"), profiles_of(pack, lang)))
    return tuple(facets)


def profiles_of(pack: Pack, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the profiles that the question of context offers, with their names."""
    choices = [choice for question in pack.instrument.context if question.id == PROFILE for choice in question.choices]
    return tuple((choice.id, choice.name.in_(lang)) for choice in choices)


def approaches_of(tool: Tool, axis_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the approaches that a tool serves: those it names, else those of its topics."""
    return tool.approaches or tuple(dict.fromkeys(axis_of[topic] for topic in tool.topics if topic in axis_of))


def values_of(
    tool: Tool, ripe: Ripeness, profiles: Iterable[str], axis_of: Mapping[str, str]
) -> dict[str, Iterable[str]]:
    """Return what describes a tool, facet by facet; one that names no profile suits them all."""
    return {
        "state": [ripe.state],
        "kind": [tool.medoc],
        "approach": approaches_of(tool, axis_of),
        PROFILE: tool.profiles or profiles,
        "time": [labels.time_of(tool)],
        "difficulty": [tool.difficulty],
    }


def _row(tool: Tool, ripe: Ripeness, lang: Lang) -> Row:
    return Row(
        id=tool.id,
        slug=slug_of(tool.name, lang),
        name=tool.name.in_(lang),
        author=tool.author,
        purpose=tool.purpose.in_(lang),
        kind=labels.kinds()[tool.medoc],
        difficulty=labels.difficulties()[tool.difficulty],
        time=labels.duration(tool.minutes) if tool.minutes else "",
        state=state_title(ripe),
        is_shared=ripe.is_shared,
    )
