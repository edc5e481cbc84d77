"""The tools, stories and courses behind the next steps, as short cards: what paper has room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cordee.apps.diagnosis.account import Inspiring, Step
from cordee.apps.diagnosis.supports import Kind, Support, duration
from cordee.apps.reports import words
from cordee.apps.reports.model import Card, Fact
from cordee.charts.numbers import Lang
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text


def cards_of(pack: Pack, steps: Sequence[Step], stories: Sequence[Inspiring], lang: Lang) -> tuple[Card, ...]:
    """Return every tool, story and course named by the steps or near the person, each once, tools first.

    Call it with the language of the report active: durations are written in it.
    """
    shared = {near.story.id: near.shared for near in stories}
    named = [*(support for step in steps for support in step.supports), *(near.story for near in stories)]
    once = {(support.kind, support.id): support for support in named}
    order: tuple[Kind, ...] = ("tool", "course", "story")
    in_order = sorted(once.values(), key=lambda support: order.index(support.kind))
    leading = {step.supports[0].id for step in steps if step.supports}
    return tuple(
        _card(support, _lines(pack, support, lang, at_length=support.id in leading), shared.get(support.id, ()), lang)
        for support in in_order
    )


def _card(support: Support, lines: tuple[Fact, ...], shared: Iterable[str], lang: Lang) -> Card:
    common = ", ".join(shared)
    if common:
        lines = (*lines, Fact(words.IN_COMMON.in_(lang), common))
    return Card(support.kind, support.id, support.kind_name, support.name, support.status, lines, support.sources)


def _lines(pack: Pack, support: Support, lang: Lang, *, at_length: bool) -> tuple[Fact, ...]:
    if support.kind == "tool":
        return _tool(pack, support.id, lang, at_length=at_length)
    return (_story if support.kind == "story" else _course)(pack, support.id, lang)


def _tool(pack: Pack, tool_id: str, lang: Lang, *, at_length: bool) -> tuple[Fact, ...]:
    """Say what a tool is for and its limits; how to go about it for the first tool of a step only."""
    tool = next(one for one in pack.tools if one.id == tool_id)
    how = ((words.HOW, tool.how),) if at_length else ()
    lines = _facts(lang, (words.PURPOSE, tool.purpose), *how, (words.TOOL_LIMITS, tool.limits))
    return (*lines, Fact(words.TIME.in_(lang), duration(tool.minutes))) if tool.minutes else lines


def _story(pack: Pack, story_id: str, lang: Lang) -> tuple[Fact, ...]:
    story = next(one for one in pack.stories if one.id == story_id)
    return _facts(lang, (words.TRIED, story.tried), (words.TEACHES, story.teaches))


def _course(pack: Pack, course_id: str, lang: Lang) -> tuple[Fact, ...]:
    course = next(one for one in pack.courses if one.id == course_id)
    sittings = ", ".join(step.name.in_(lang) for step in course.steps)
    return (*_facts(lang, (words.GOAL, course.goal)), Fact(words.SITTINGS.in_(lang), sittings))


def _facts(lang: Lang, *pairs: tuple[Text, Text]) -> tuple[Fact, ...]:
    return tuple(Fact(label.in_(lang), text.in_(lang)) for label, text in pairs)
