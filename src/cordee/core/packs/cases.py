"""Worked cases: answers, and what an evaluator expects them to give."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cordee.core.packs.text import Identifier, Identifiers, Line, Part, Text, Threshold


def _no_boolean(value: object) -> object:
    """Refuse true and false, which Python would take for 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("not_an_answer", "an answer is a level, dont_know or not_applicable")
    return value


CaseAnswer = Annotated[Literal[0, 1, 2, 3, 4, "dont_know", "not_applicable"], BeforeValidator(_no_boolean)]
Target = Annotated[Line, Field(max_length=80)]
Defaults = Annotated[dict[Target, CaseAnswer], Field(strict=False)]


class CaseRespondent(Part):
    """One person of a worked case. `answers` maps an item, or a whole topic or axis, to an answer; the narrower wins.

    The key `*` answers every item of the form; an item reached by no key is unanswered.
    """

    id: Line
    organisation: Line = "organisation-1"
    circle: Identifier = "steering"
    answers: Defaults


class ExpectedAxis(Part):
    """What is expected of an axis; a score left out is not checked, `refused` expects that there is none."""

    axis: Identifier
    vision: Threshold | Literal["refused"] | None = None
    action: Threshold | Literal["refused"] | None = None
    means: Threshold | Literal["refused"] | None = None
    maturity: Threshold | Literal["refused"] | None = None
    coherence: Threshold | Literal["refused"] | None = None
    stage: Identifier | None = None
    patterns: Identifiers | None = None


class ExpectedItem(Part):
    """What is expected of an item; the circle is left out for the reading over all circles."""

    item: Identifier
    circle: Identifier | None = None
    score: Threshold | Literal["refused"] | None = None
    median: Threshold | None = None
    bimodal: bool | None = None
    dont_know: int | None = None


class Expected(Part):
    """The reading an evaluator expects."""

    axes: Annotated[tuple[ExpectedAxis, ...], Field(strict=False)] = ()
    items: Annotated[tuple[ExpectedItem, ...], Field(strict=False)] = ()
    recommendations_include: Identifiers = ()
    recommendations_exclude: Identifiers = ()
    first_recommendation: Identifier | None = None
    headline: Identifier | None = None


class WorkedCase(Part):
    """A situation told by an evaluator, with its answers and the expected reading."""

    id: Identifier
    story: Text
    instrument: Identifier
    form: Identifier
    self_circle: Identifier | None = None
    respondents: Annotated[tuple[CaseRespondent, ...], Field(min_length=1, strict=False)]
    expected: Expected
