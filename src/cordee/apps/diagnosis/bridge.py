"""From rows to the engine and back: the only place where the two meet."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Answer, Mark, TopicImportance
from cordee.core import answers as core
from cordee.core.diagnosis import diagnose
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.pack import Pack
from cordee.core.reading import Reading

RESPONDENT = "respondent"
ORGANISATION = "organisation"
CORE_MARKS = {
    Mark.ANSWERED: core.Mark.ANSWERED,
    Mark.DONT_KNOW: core.Mark.DONT_KNOW,
    Mark.NOT_APPLICABLE: core.Mark.NOT_APPLICABLE,
    Mark.UNANSWERED: core.Mark.UNANSWERED,
}


class UnreadableSnapshot(ValueError):
    """A reading kept by an engine whose readings had another shape; the answers can be read again."""


def given_from_rows(
    answers: Iterable[Answer], importances: Iterable[TopicImportance], context: Mapping[str, str]
) -> Given:
    """Gather the rows of one diagnosis."""
    return Given(
        answers={row.item: GivenAnswer(row.mark, row.level, row.evidence) for row in answers},
        importance={row.topic: row.importance for row in importances},
        context=dict(context),
    )


def read_one(pack: Pack, form: str, given: Given) -> Reading:
    """Read the answers of one person, who stands alone in the circle that looks at itself."""
    return diagnose(pack, form, _table_of_one(pack.instrument, form, given))


def _table_of_one(instrument: Instrument, form: str, given: Given) -> core.AnswerTable:
    topics = [topic.id for topic in instrument.topics_of(form)]
    items = [item.id for item in instrument.items_of(form)]
    circle = instrument.own_circle or instrument.circles[0].id
    rows = [_core_answer(item, given.answer(item), circle) for item in items]
    rows += [
        _core_answer(f"{topic}.{core.IMPORTANCE}", GivenAnswer(Mark.ANSWERED, given.importance[topic]), circle)
        for topic in topics
        if topic in given.importance
    ]
    return core.table_of(rows, items, topics, [one.id for one in instrument.circles])


def _core_answer(item: str, answer: GivenAnswer, circle: str) -> core.Answer:
    return core.Answer(RESPONDENT, ORGANISATION, circle, item, answer.level, CORE_MARKS[Mark(answer.mark)])


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain values for the database."""
    return as_json(reading)


def as_json(value: Any) -> dict[str, Any]:
    """Return a frozen value of the engine as plain values for the database."""
    plain: dict[str, Any] = _plain(value)
    return plain


def _plain(value: Any) -> Any:
    """Do what `dataclasses.asdict` does, without its deep copies: a 360° writes dozens of readings at once."""
    kind: Any = type(value)
    if kind in (float, int, str, bool, type(None)):
        return value
    if kind is tuple:
        return tuple([_plain(each) for each in value])
    if kind is dict:
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, Enum):
        return value.value
    return {name: _plain(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


def reading_from_json(document: Mapping[str, Any]) -> Reading:
    """Read back what `reading_as_json` wrote, by this engine or by another.

    What a newer engine added is ignored; what it needs and an older one did not write: UnreadableSnapshot.
    """
    return from_json(Reading, document)


Kind = TypeVar("Kind")


def from_json(kind: type[Kind], document: Mapping[str, Any]) -> Kind:
    """Read back what `as_json` wrote of a frozen value of the engine; raises UnreadableSnapshot as a reading does."""
    try:
        return _revive(kind, document)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableSnapshot(str(error)) from error


def _revive(kind: type[Kind], document: Mapping[str, Any]) -> Kind:
    key: Any = kind
    hints = _hints(key)
    values = {}
    for part in fields(kind):  # type: ignore[arg-type]
        if part.name in document:
            values[part.name] = _value(hints[part.name], document[part.name])
        elif part.default is MISSING and part.default_factory is MISSING:
            raise KeyError(part.name)
    return kind(**values)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, value: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return None if value is None else _value(next(one for one in inner if one is not type(None)), value)
    if origin is tuple:
        return tuple(_value(inner[0], one) for one in value)
    if origin in (dict, Mapping):
        return {key: _value(inner[1], one) for key, one in value.items()}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return _revive(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value
