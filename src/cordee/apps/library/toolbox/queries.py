"""What the pages of the toolbox read: one tool with everything around it, and the rule at work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.library.days import date_words, day_words
from cordee.apps.library.reading import Opened
from cordee.apps.library.references import Link
from cordee.apps.library.toolbox import labels
from cordee.apps.library.toolbox.shelf import approaches_of
from cordee.apps.library.toolbox.telling import other_reading_words, state_sentences, state_title
from cordee.apps.ui.structured_data import data_block
from cordee.core.packs.courses import Course
from cordee.core.packs.library import FirstUse, Source, Story, Tool, Trial
from cordee.core.packs.text import Text
from cordee.core.seven_years import Ripeness, ripeness

MOST_YOUNG = 100
"""How many tools on trial the page of the rule lists."""
MOST_BESIDE = 6
"""How many stories, courses and neighbouring tools a page names."""


@dataclass(frozen=True)
class Event:
    """A dated mark of a tool: its first use, or a trial."""

    when: str
    where: str
    by: str
    is_first: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ToolPage:
    """A tool with everything that its page says."""

    tool: Tool
    name: str
    kind: str
    time: str
    difficulty: str
    texts: dict[str, str]
    contexts: tuple[str, ...]
    ripe: Ripeness
    state: str
    reasons: tuple[str, ...]
    other_reading: str
    events: tuple[Event, ...]
    approaches: tuple[Link, ...]
    topics: tuple[str, ...]
    profiles: tuple[str, ...]
    stories: tuple[Link, ...]
    courses: tuple[Link, ...]
    sources: tuple[Source, ...]
    data: str


def tool_page(opened: Opened, tool: Tool, address: str) -> ToolPage:
    """Gather what the page of a tool says; `address` is its own, absolute."""
    lang, ripe = opened.lang, ripeness(tool, opened.today)
    texts = {key: getattr(tool, key).in_(lang) for key in ("purpose", "how", "people", "limits")}
    texts["failures"] = tool.failures.in_(lang) if tool.failures else ""
    return ToolPage(
        tool=tool,
        name=tool.name.in_(lang),
        kind=labels.kinds()[tool.medoc],
        time=labels.duration(tool.minutes) if tool.minutes else "",
        difficulty=labels.difficulties()[tool.difficulty],
        texts=texts,
        contexts=tuple(one.in_(lang) for one in tool.contexts),
        ripe=ripe,
        state=state_title(ripe),
        reasons=state_sentences(ripe),
        other_reading=other_reading_words(ripe),
        events=events_of(opened, tool),
        approaches=opened.axes(approaches_of(tool, opened.axis_of())),
        topics=opened.topics(tool.topics),
        profiles=_profiles(opened, tool),
        stories=_beside(opened, "stories", opened.pack.stories, tool.topics),
        courses=_beside(opened, "courses", opened.pack.courses, tool.topics),
        sources=opened.sources(tool.sources),
        data=how_to(opened, tool, address),
    )


def events_of(opened: Opened, tool: Tool) -> tuple[Event, ...]:
    """Return the first use and the trials, the oldest first; those without a date come last."""
    first = [] if tool.first_use == FirstUse() else [_first(opened, tool)]
    trials = sorted(tool.trials, key=lambda trial: (trial.date is None, trial.date or ""))
    return (*first, *(_event(opened, trial) for trial in trials))


def _first(opened: Opened, tool: Tool) -> Event:
    use = tool.first_use
    return Event(_when(use.date), _words(opened, use.place), tool.author, True, opened.sources(use.sources))


def _event(opened: Opened, trial: Trial) -> Event:
    return Event(_when(trial.date), _words(opened, trial.where), trial.by, False, opened.sources(trial.sources))


def _when(written: str | None) -> str:
    return date_words(written) if written else _("date inconnue")


def _words(opened: Opened, text: Text | None) -> str:
    return text.in_(opened.lang) if text else ""


def _profiles(opened: Opened, tool: Tool) -> tuple[str, ...]:
    choices = [one for question in opened.pack.instrument.context for one in question.choices]
    names = {choice.id: choice.name.in_(opened.lang) for choice in choices}
    return tuple(names[one] for one in tool.profiles if one in names)


def _beside(opened: Opened, kind: str, entries: Iterable[Story | Course], topics: Iterable[str]) -> tuple[Link, ...]:
    """Return the entries that share the most topics with a tool; those that share none are left out."""
    wanted = frozenset(topics)
    shared = [(len(wanted & set(entry.topics)), entry) for entry in entries]
    ranked = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return tuple(opened.link(kind, entry) for _count, entry in ranked[:MOST_BESIDE])


def how_to(opened: Opened, tool: Tool, address: str) -> str:
    """Write a tool as a schema.org HowTo."""
    lang = opened.lang
    return data_block({
        "@type": "HowTo",
        "@id": address,
        "url": address,
        "name": tool.name.in_(lang),
        "description": tool.purpose.in_(lang),
        "inLanguage": lang,
        "totalTime": f"PT{tool.minutes}M" if tool.minutes else None,
        "step": [{"@type": "HowToStep", "text": tool.how.in_(lang)}],
        "license": tool.licence,
        "author": {"@type": "Organization" if tool.author == "Cordée" else "Person", "name": tool.author},
        "sameAs": tool.address,
        "citation": [source.address for source in opened.sources(tool.sources)],
    })  # fmt: skip


@dataclass(frozen=True)
class Young:
    """A tool that is not shared yet: why, and from which day it may be."""

    name: str
    url: str
    state: str
    day: str
    reasons: str


def young_tools(opened: Opened) -> tuple[tuple[Young, ...], int]:
    """Return the tools that are not shared, the soonest first and those without a date last, and how many there are."""
    ripes = [(ripeness(tool, opened.today), tool) for tool in opened.pack.tools]
    waiting = [(ripe, tool) for ripe, tool in ripes if not ripe.is_shared]
    waiting.sort(key=lambda pair: (_awaited(pair[0]) or date.max, pair[1].name.in_(opened.lang)))
    return tuple(_young(opened, ripe, tool) for ripe, tool in waiting[:MOST_YOUNG]), len(waiting)


def _awaited(ripe: Ripeness) -> date | None:
    """Return the seventh anniversary when it is still to come."""
    return ripe.seven_years_on if "years" in ripe.missing else None


def _young(opened: Opened, ripe: Ripeness, tool: Tool) -> Young:
    link, day = opened.link("tools", tool), _awaited(ripe)
    return Young(
        link.name, link.url or reverse("toolbox:list"), state_title(ripe),
        day_words(day) if day else "–", " ".join(state_sentences(ripe)),
    )  # fmt: skip
