"""A course and its steps as pages show them: in one language, with where one stands and what each fact comes from."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from cordee.apps.learning import words
from cordee.apps.learning.catalogue import step_url
from cordee.apps.learning.progress import Standing
from cordee.apps.learning.prose import html_of
from cordee.apps.learning.quiz import Marked, MarkedQuiz, field_of
from cordee.core.packs.courses import Course, CourseStep, QuizChoice, QuizQuestion
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang


@dataclass(frozen=True)
class StepLine:
    """A step in the list of its course."""

    number: int
    name: str
    summary: str
    kind: str
    minutes: str
    url: str
    is_done: bool
    score: str


@dataclass(frozen=True)
class ChoiceView:
    """A choice of a question, and how it was answered once the quiz is marked."""

    id: str
    text: str
    explanation: str
    is_right: bool
    is_chosen: bool


@dataclass(frozen=True)
class QuestionView:
    """A question of a quiz."""

    number: int
    field: str
    question: str
    choices: tuple[ChoiceView, ...]
    is_missing: bool


@dataclass(frozen=True)
class MomentView:
    """A moment of a workshop, with the minute at which it starts."""

    name: str
    how: str
    minutes: str
    starts_at: str


@dataclass(frozen=True)
class StepView:
    """A step, ready to be read."""

    number: int
    kind: str
    kind_name: str
    name: str
    summary: str
    minutes: str
    address: str
    body: SafeString
    questions: tuple[QuestionView, ...]
    prompt: str
    example: str
    people: str
    lasts: str
    material: tuple[str, ...]
    moments: tuple[MomentView, ...]
    sources: tuple[Source, ...]


def step_lines(where: Standing, lang: Lang) -> list[StepLine]:
    """Return the steps of a course with what is done."""
    return [_line(where, number, step, lang) for number, step in enumerate(where.course.steps, 1)]


def _line(where: Standing, number: int, step: CourseStep, lang: Lang) -> StepLine:
    done = where.done.get(step.id)
    return StepLine(
        number=number,
        name=step.name.in_(lang),
        summary=step.summary.in_(lang),
        kind=str(words.KINDS[step.kind]),
        minutes=words.duration(step.minutes),
        url=step_url(where.course, number, lang),
        is_done=done is not None,
        score=f"{done.score.right}/{done.score.asked}" if done and done.score else "",
    )


def step_view(pack: Pack, course: Course, number: int, lang: Lang, marked: MarkedQuiz | None = None) -> StepView:
    """Return a step ready to be read; `marked` is its quiz once it was answered."""
    step = course.steps[number - 1]
    return StepView(
        number=number,
        kind=step.kind,
        kind_name=str(words.KINDS[step.kind]),
        name=step.name.in_(lang),
        summary=step.summary.in_(lang),
        minutes=words.duration(step.minutes),
        address=step.address or "",
        body=html_of(step.body.in_(lang)) if step.body else SafeString(""),
        questions=_questions(step, lang, marked),
        prompt=step.prompt.in_(lang) if step.prompt else "",
        example=step.example.in_(lang) if step.example else "",
        people=step.people.in_(lang) if step.people else "",
        lasts=words.duration(step.lasts) if step.lasts else "",
        material=tuple(one.in_(lang) for one in step.material),
        moments=_moments(step, lang),
        sources=tuple(one for one in pack.sources if one.id in step.sources),
    )


def _questions(step: CourseStep, lang: Lang, marked: MarkedQuiz | None) -> tuple[QuestionView, ...]:
    answers = marked.answers if marked else tuple(Marked(question, None) for question in step.questions)
    return tuple(
        QuestionView(
            number=number,
            field=field_of(answer.question),
            question=answer.question.question.in_(lang),
            choices=_choices(answer.question, answer.chosen, lang),
            is_missing=marked is not None and answer.chosen is None,
        )
        for number, answer in enumerate(answers, 1)
    )


def _choices(question: QuizQuestion, chosen: QuizChoice | None, lang: Lang) -> tuple[ChoiceView, ...]:
    return tuple(
        ChoiceView(one.id, one.text.in_(lang), one.explanation.in_(lang), one.right, one == chosen)
        for one in question.choices
    )


def _moments(step: CourseStep, lang: Lang) -> tuple[MomentView, ...]:
    views, start = [], 0
    for one in step.moments:
        clock = f"{start // 60}:{start % 60:02d}"
        views.append(MomentView(one.name.in_(lang), one.how.in_(lang), words.duration(one.minutes), clock))
        start += one.minutes
    return tuple(views)
