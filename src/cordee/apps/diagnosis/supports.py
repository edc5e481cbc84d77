"""Tools, stories and courses that an advice points to, as short cards with the age and the limits of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.diagnosis.sentences import Sentences
from cordee.apps.library.toolbox.telling import state_sentences, state_title, state_words
from cordee.core.packs.courses import Course
from cordee.core.packs.library import Source, Story, Tool
from cordee.core.packs.text import Text
from cordee.core.seven_years import Ripeness, State, ripeness

Kind = Literal["tool", "story", "course"]


@dataclass(frozen=True)
class Line:
    """One named piece of a card."""

    label: str
    text: str


@dataclass(frozen=True)
class Support:
    """A card: what it is, in one line what state it is in, then its pieces and its sources.

    `state` and `caution` are those of the seven-year rule for a tool: a caution is there when it is not shared.
    """

    kind: Kind
    kind_name: str
    id: str
    name: str
    status: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    state: State | None = None
    caution: str = ""

    @property
    def named_with_care(self) -> str:
        """The name, with its caution when it has one: a tool that is not shared is never proposed as if it were."""
        return f"{self.name}, {self.caution}" if self.caution else self.name


Entry = TypeVar("Entry", Tool, Story, Course)


def supports_of(
    sentences: Sentences, tools: Iterable[str], stories: Iterable[str], courses: Iterable[str]
) -> tuple[Support, ...]:
    """Return the cards of the entries named, in the order they are named; an unknown id is left out."""
    pack = sentences.pack
    return (
        *(tool_card(sentences, tool) for tool in _named(pack.tools, tools)),
        *(story_card(sentences, story) for story in _named(pack.stories, stories)),
        *(course_card(sentences, course) for course in _named(pack.courses, courses)),
    )


def tool_card(sentences: Sentences, tool: Tool) -> Support:
    """Show a tool, with the state it was in on the day of the reading. Its age is said and never guessed."""
    ripe = ripeness(tool, sentences.day)
    lines = [
        (_("À quoi il sert"), tool.purpose),
        (_("Comment s’y prendre"), tool.how),
        (_("Avec qui"), tool.people),
        (_("Ses limites"), tool.limits),
    ]
    extra = [Line(_("Temps"), duration(tool.minutes))] if tool.minutes else []
    author = Line(_("Auteur"), tool.author)
    card = _card(sentences, "tool", _("Outil"), tool, _tool_status(sentences, tool, ripe), lines, [*extra, author])
    return replace(card, state=ripe.state, caution="" if ripe.is_shared else state_words(ripe))


def story_card(sentences: Sentences, story: Story) -> Support:
    """Show a story: who, what was tried, seen and learnt."""
    lines = [
        (_("Le contexte"), story.context),
        (_("Ce qui a été tenté"), story.tried),
        (_("Ce qui a été vu"), story.seen),
        (_("Ce que cela apprend"), story.teaches),
    ]
    return _card(sentences, "story", _("Récit"), story, ", ".join(story.partners), lines, [])


def course_card(sentences: Sentences, course: Course) -> Support:
    """Show a course: its goal and its sittings."""
    steps = ngettext("{count} étape", "{count} étapes", len(course.steps)).format(count=len(course.steps))
    sittings = [Line(step.name.in_(sentences.lang), step.summary.in_(sentences.lang)) for step in course.steps]
    status = f"{steps}, {duration(course.minutes)}"
    return _card(sentences, "course", _("Parcours"), course, status, [(_("But"), course.goal)], sittings)


def _tool_status(sentences: Sentences, tool: Tool, ripe: Ripeness) -> str:
    """Say the state first, then the first use, then what the rule found."""
    told = [state_title(ripe), first_use(sentences, tool), *(one.rstrip(".") for one in state_sentences(ripe))]
    return ". ".join(told) + "."


def first_use(sentences: Sentences, tool: Tool) -> str:
    """Say when a tool was first used as far as is known, or that nobody knows."""
    if tool.first_use.date is None:
        return _("Date de première utilisation inconnue")
    said = _("Première utilisation documentée : {date}").format(date=tool.first_use.date[:4])
    place = tool.first_use.place
    return f"{said}, {place.in_(sentences.lang)}" if place else said


def duration(minutes: int) -> str:
    """Write a duration in minutes, or in hours and minutes from one hour."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {rest:02d}").format(hours=hours, rest=rest) if rest else _("{hours} h").format(hours=hours)


def _named(entries: Iterable[Entry], wanted: Iterable[str]) -> list[Entry]:
    by_id = {entry.id: entry for entry in entries}
    return [by_id[one] for one in wanted if one in by_id]


def _card(
    sentences: Sentences,
    kind: Kind,
    kind_name: str,
    entry: Tool | Story | Course,
    status: str,
    texts: list[tuple[str, Text]],
    more: list[Line],
) -> Support:
    by_id = {source.id: source for source in sentences.pack.sources}
    return Support(
        kind=kind,
        kind_name=kind_name,
        id=entry.id,
        name=entry.name.in_(sentences.lang),
        status=status,
        lines=(*(Line(label, text.in_(sentences.lang)) for label, text in texts), *more),
        sources=tuple(by_id[source] for source in entry.sources if source in by_id),
    )
