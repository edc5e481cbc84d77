"""What the pages of the examples read: the stories on show, and each in the shape of an evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cordee.apps.evaluation.effects.wording import level_name
from cordee.apps.evaluation.examples.chosen import EXAMPLES, Cell, Example, Place
from cordee.apps.evaluation.examples.facts import Fact, facts_of
from cordee.apps.library.addresses import url_of
from cordee.apps.library.days import date_words
from cordee.apps.library.reading import Opened
from cordee.core.effects import LEVELS
from cordee.core.horizon import clock_end, months_after
from cordee.core.packs.dates import first_day, precision
from cordee.core.packs.impacts import Impact
from cordee.core.packs.library import Source, Story


@dataclass(frozen=True)
class ExampleCell:
    """A cell of the matrix: on whom the effects are seen, and the published facts."""

    level: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ExampleRow:
    """An impact: its name, its clock in words, from when it may be read, its two cells."""

    name: str
    clock: str
    horizon: str
    cells: tuple[ExampleCell, ...]


@dataclass(frozen=True)
class ExamplePage:
    """A story in the shape of an evaluation."""

    story: Story
    name: str
    territory: str
    since: str
    began: tuple[Source, ...]
    story_url: str
    rows: tuple[ExampleRow, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]

    def at(self, place: Place) -> list[Fact]:
        """Return the facts that stand at a place."""
        return [fact for fact in self.facts if fact.placed.place is place]

    @property
    def published(self) -> int:
        """How many facts are published."""
        return sum(fact.placed.place is not Place.UNKNOWN for fact in self.facts)

    @property
    def empty_cells(self) -> int:
        """How many cells of the matrix hold no published fact."""
        return sum(not cell.facts for row in self.rows for cell in row.cells)

    @property
    def url(self) -> str:
        """Return the address of the example."""
        return reverse("evaluation:example", args=[self.story.id])


def pages_of(library: Opened) -> list[ExamplePage]:
    """Return the examples whose story is in the pack on show."""
    return [page for page in (page_of(library, one.story) for one in EXAMPLES) if page is not None]


def page_of(library: Opened, slug: str) -> ExamplePage | None:
    """Return a story in the shape of an evaluation; None when it is not one of the examples, or no longer told."""
    example = next((one for one in EXAMPLES if one.story == slug), None)
    story = next((one for one in library.pack.stories if one.id == slug), None)
    return None if example is None or story is None else _page(library, example, story)


def _page(library: Opened, example: Example, story: Story) -> ExamplePage:
    facts = tuple(facts_of(example, story, library.pack, library.lang))
    return ExamplePage(
        story=story,
        name=story.name.in_(library.lang),
        territory=story.territory.in_(library.lang) if story.territory else "",
        since=date_words(story.since) if story.since else "",
        began=library.sources(example.began),
        story_url=url_of("stories", story.id, library.pack) or "",
        rows=tuple(_row(impact, facts, story.since, library) for impact in library.pack.impacts),
        facts=facts,
        sources=library.sources(story.sources),
    )


def _row(impact: Impact, facts: Iterable[Fact], since: str | None, library: Opened) -> ExampleRow:
    cells = (Cell(str(impact.id), level) for level in LEVELS)
    return ExampleRow(
        name=impact.name.in_(library.lang),
        clock=impact.clock.words.in_(library.lang),
        horizon=_horizon(since, impact.clock.months, library.today),
        cells=tuple(
            ExampleCell(level_name(cell.level), tuple(fact for fact in facts if fact.placed.place == cell))
            for cell in cells
        ),
    )


def _horizon(since: str | None, months: int, today: date) -> str:
    """Say from when an impact may be read; a start that is known to the year gives no month."""
    due_on = clock_end(first_day(since) if since else None, months)
    if since is None or due_on is None:
        return _("Début non publié : on ne sait pas quand cet impact peut se lire.")
    when = _year_or_two(since, due_on, months) if precision(since) == "year" else date_format(due_on, "F Y")
    if due_on > today:
        return _("Trop tôt : cet impact ne se lit qu’à partir de {month}.").format(month=when)
    return _("À lire depuis {month}.").format(month=when)


def _year_or_two(year: str, earliest: date, months: int) -> str:
    """Return the year in which a clock ends, or the two in which it may, when only the year of the start is known."""
    latest = months_after(date(int(year), 12, 31), months).year
    if latest == earliest.year:
        return str(latest)
    return _("{first} ou {second}").format(first=earliest.year, second=latest)
