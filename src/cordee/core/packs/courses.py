"""A course: short steps to read, watch, answer, practise on one’s own alliance, or run as a workshop."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from cordee.core.packs.text import Address, Identifier, Identifiers, Part, Text, Texts

StepKind = Literal["read", "watch", "quiz", "practise", "workshop"]
Format = Literal["alone", "in_pairs", "in_a_group", "on_paper", "by_listening"]
Need = Literal["understand", "evaluate", "make_alliance", "read_a_figure", "facilitate", "choose_a_tool"]

FORMATS: tuple[Format, ...] = get_args(Format)
NEEDS: tuple[Need, ...] = get_args(Need)


class QuizChoice(Part):
    """One answer that a question offers, and why it is right or wrong."""

    id: Identifier
    text: Text
    right: bool = False
    explanation: Text


class QuizQuestion(Part):
    """A question with one right answer among its choices, each of them explained."""

    id: Identifier
    question: Text
    choices: Annotated[tuple[QuizChoice, ...], Field(min_length=2, strict=False)]


class Moment(Part):
    """One moment of a workshop, with its minutes."""

    id: Identifier
    name: Text
    minutes: int
    how: Text


class CourseStep(Part):
    """One sitting of a course. Each kind of step has a part of its own; which one is checked with the whole pack.

    `body` is light Markdown: paragraphs, « ## » titles, lists, emphasis. A quiz has `questions`; what is practised has
    a `prompt`, and perhaps an `example`; a workshop has a kit: `people`, how long it `lasts` in minutes, `material`,
    `moments`. `minutes` is the time of the sitting, for a workshop the time to prepare it.
    """

    id: Identifier
    name: Text
    kind: StepKind
    minutes: int
    summary: Text
    address: Address | None = None
    body: Text | None = None
    questions: Annotated[tuple[QuizQuestion, ...], Field(strict=False)] = ()
    prompt: Text | None = None
    example: Text | None = None
    people: Text | None = None
    lasts: int | None = None
    material: Texts = ()
    moments: Annotated[tuple[Moment, ...], Field(strict=False)] = ()
    sources: Identifiers = ()


class Course(Part):
    """A learning path made of short steps, with what one will be able to do at its end."""

    id: Identifier
    name: Text
    goal: Text
    outcomes: Texts = ()
    needs: Annotated[tuple[Need, ...], Field(strict=False)] = ()
    formats: Annotated[tuple[Format, ...], Field(strict=False)] = ()
    steps: Annotated[tuple[CourseStep, ...], Field(min_length=1, strict=False)]
    topics: Identifiers = ()
    sources: Identifiers = ()

    @property
    def minutes(self) -> int:
        """The time that all the steps take, in minutes."""
        return sum(step.minutes for step in self.steps)
