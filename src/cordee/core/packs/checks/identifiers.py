"""Each id names one thing, and each list cites a thing once."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from cordee.core.packs.cases import CaseRespondent, WorkedCase
from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.compass import CompassChoice, CompassQuestion, Door, Node, RouteStep, Waypoint
from cordee.core.packs.courses import Course, CourseStep, Moment, QuizChoice, QuizQuestion
from cordee.core.packs.faults import Path
from cordee.core.packs.impacts import Impact, Indicator
from cordee.core.packs.instrument import Axis, Choice, Circle, ContextQuestion, Form, Item, Topic
from cordee.core.packs.library import Source, Story, Term, Tool
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Change
from cordee.core.packs.referential import Cell, Criterion, EvaluationObject
from cordee.core.packs.rules import AlignedPattern, GapPattern, Recommendation, Stage
from cordee.core.packs.selector import ApproachAdvice, Method, SelectorQuestion
from cordee.core.packs.text import Part

NAMED_IN_THE_PACK: tuple[tuple[type[Part], ...], ...] = (
    (Axis,),
    (Topic,),
    (Item,),
    (Form,),
    (Circle,),
    (ContextQuestion,),
    (Stage,),
    (GapPattern, AlignedPattern),
    (Recommendation,),
    (Term,),
    (Tool,),
    (Story,),
    (Course,),
    (Impact,),
    (Indicator,),
    (EvaluationObject,),
    (Criterion,),
    (Cell,),
    (Waypoint,),
    (Door,),
    (RouteStep,),
    (CompassQuestion,),
    (Node,),
    (SelectorQuestion,),
    (Method,),
    (ApproachAdvice,),
    (Source,),
    (WorkedCase,),
)
"""Models that share one space of ids over the whole pack."""

NAMED_IN_THEIR_PARENT: tuple[tuple[type[Part], str], ...] = (
    (Choice, "id"),
    (CourseStep, "id"),
    (QuizQuestion, "id"),
    (QuizChoice, "id"),
    (Moment, "id"),
    (CompassChoice, "id"),
    (CaseRespondent, "id"),
    (Change, "version"),
)
"""Models whose ids need only differ beside each other."""

Named = TypeVar("Named", bound=Part)


def check_identifiers(whole: Whole) -> Iterator[Finding]:
    """Find ids that name two things, and lists that cite one thing twice."""
    for models in NAMED_IN_THE_PACK:
        entries = [((), path, part) for model in models for path, part in whole.every(model)]
        yield from _taken_twice(whole, entries, "id")
    for model, key in NAMED_IN_THEIR_PARENT:
        beside = [(path[:-1], path, part) for path, part in whole.every(model)]
        yield from _taken_twice(whole, beside, key)
    yield from _cited_twice(whole)


def _taken_twice(whole: Whole, entries: Sequence[tuple[Path, Path, Part]], key: str) -> Iterator[Finding]:
    first: dict[tuple[Path, str], Path] = {}
    for space, path, part in entries:
        name = str(getattr(part, key))
        if (space, name) in first:
            yield found((*path, key), "duplicate-id", id=name, where=_where(whole, first[space, name]))
        first.setdefault((space, name), (*path, key))


def _where(whole: Whole, path: Path) -> Said:
    place = whole.place(path)
    return Said(place.in_("fr"), place.in_("en"))


def _cited_twice(whole: Whole) -> Iterator[Finding]:
    for path, part in whole.parts:
        for name, info in type(part).model_fields.items():
            names = getattr(part, name)
            if not isinstance(names, tuple) or not all(isinstance(one, str) for one in names):
                continue
            for number, one in enumerate(names):
                if one in names[:number]:
                    yield found((*path, info.alias or name, number), "cited-twice", id=one)
