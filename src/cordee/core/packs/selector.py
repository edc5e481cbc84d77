"""The method selector as data: what it asks, the methods with their cost and limits, the rules that propose them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cordee.core.packs.instrument import Choice
from cordee.core.packs.library import Choices
from cordee.core.packs.text import Identifier, Identifiers, Part, Text

Money = Literal["nothing", "little", "some", "much"]
"""What is bought outside: nothing, under 1,000 euros, from 1,000 to 10,000, more."""


class SelectorQuestion(Part):
    """A question of the selector, with the reason for asking it; without a `needed` one nothing is proposed."""

    id: Identifier
    question: Text
    why: Text
    needed: bool = False
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, strict=False)]


class SelectorRule(Part):
    """What an answer does to a proposal: it fits, and counts for `weight`, or it excludes; always with the reason."""

    effect: Literal["fits", "excludes"]
    question: Identifier
    choices: Choices
    weight: int | None = None
    reason: Text

    @model_validator(mode="after")
    def _weighs_when_it_fits(self) -> "SelectorRule":
        if (self.effect == "fits") != (self.weight is not None):
            raise PydanticCustomError("rule_weight", "a rule that fits has a weight, one that excludes has none")
        return self


Rules = Annotated[tuple[SelectorRule, ...], Field(min_length=1, strict=False)]


class Span(Part):
    """From so many to so many, both included."""

    least: int
    most: int


class Method(Part):
    """A way to evaluate that exists: what it answers, when it suits and when not, its cost and its limits.

    `days` are days of work of everybody together, `money` is what is bought outside: both are orders of magnitude.
    """

    id: Identifier
    name: Text
    answers: Text
    suits: Text
    avoid: Text
    days: Span
    money: Money
    skills: Text
    limits: Text
    tools: Identifiers = ()
    approaches: Identifiers = ()
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, strict=False)]
    rules: Rules


class ApproachAdvice(Part):
    """When one of the approaches is a good place to begin."""

    id: Identifier
    axis: Identifier
    rules: Rules


@dataclass(frozen=True, slots=True)
class Selector:
    """The selector of a pack; the order of its methods decides between those that nothing else tells apart."""

    questions: Sequence[SelectorQuestion]
    methods: Sequence[Method]
    approaches: Sequence[ApproachAdvice]

    def question(self, question_id: str) -> SelectorQuestion:
        """Return the question of that id. KeyError: there is none."""
        return {question.id: question for question in self.questions}[question_id]
