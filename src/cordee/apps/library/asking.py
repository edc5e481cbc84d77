"""Questions asked by address: choices read from it, questions ready for a form, and the address of other answers.

Answers live in the address alone: it can be kept, sent, and gone back from; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from django.utils.functional import Promise

from cordee.core.packs.text import Lang, Text


class Choice(Protocol):
    """What a choice of any question has."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> Text: ...


class Question(Protocol):
    """What a question of the compass or of the selector has."""

    @property
    def id(self) -> str: ...
    @property
    def question(self) -> Text: ...
    @property
    def why(self) -> Text: ...
    @property
    def choices(self) -> Sequence[Choice]: ...


@dataclass(frozen=True)
class Asked:
    """A question as a form shows it: `chosen` is empty when nothing is, `error` when nothing is wrong."""

    id: str
    question: str
    why: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    optional: bool = False
    error: str = ""


def answers_in(query: Mapping[str, str], questions: Iterable[Question]) -> dict[str, str]:
    """Read from an address the answers that its questions offer; what they do not offer is as if not said."""
    offered = {question.id: {choice.id for choice in question.choices} for question in questions}
    return {name: query[name] for name, choices in offered.items() if query.get(name) in choices}


def ask(
    question: Question, lang: Lang, answers: Mapping[str, str], *, optional: bool = False, error: str | Promise = ""
) -> Asked:
    """Make a question ready for a form."""
    return Asked(
        id=question.id,
        question=question.question.in_(lang),
        why=question.why.in_(lang),
        choices=tuple((choice.id, choice.name.in_(lang)) for choice in question.choices),
        chosen=answers.get(question.id, ""),
        optional=optional,
        error=str(error),
    )


def name_of(question: Question, choice_id: str, lang: Lang) -> str:
    """Return the words of a choice. StopIteration never: the choice is one that the question offers."""
    return next(choice.name.in_(lang) for choice in question.choices if choice.id == choice_id)


def with_answers(address: str, answers: Mapping[str, str]) -> str:
    """Return the address of some answers."""
    return f"{address}?{urlencode(answers)}" if answers else address
