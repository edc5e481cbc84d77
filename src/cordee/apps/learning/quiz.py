"""Marking a quiz: which choice was taken for each question, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cordee.apps.learning.progress import Score
from cordee.core.packs.courses import CourseStep, QuizChoice, QuizQuestion


@dataclass(frozen=True)
class Marked:
    """A question with the choice that was taken; None when none was."""

    question: QuizQuestion
    chosen: QuizChoice | None

    @property
    def is_right(self) -> bool:
        """Tell whether the right choice was taken."""
        return self.chosen is not None and self.chosen.right


@dataclass(frozen=True)
class MarkedQuiz:
    """A quiz as it was answered."""

    answers: tuple[Marked, ...]

    @property
    def unanswered(self) -> tuple[QuizQuestion, ...]:
        """The questions that were left."""
        return tuple(one.question for one in self.answers if one.chosen is None)

    @property
    def score(self) -> Score:
        """How many are right, out of how many."""
        return Score(sum(one.is_right for one in self.answers), len(self.answers))


def field_of(question: QuizQuestion) -> str:
    """Name the field of a question in a form."""
    return f"question-{question.id}"


def mark(step: CourseStep, sent: Mapping[str, str]) -> MarkedQuiz:
    """Mark what was sent; a choice that the question does not offer is no choice."""
    return MarkedQuiz(tuple(Marked(one, _chosen(one, sent.get(field_of(one), ""))) for one in step.questions))


def _chosen(question: QuizQuestion, sent: str) -> QuizChoice | None:
    return next((choice for choice in question.choices if choice.id == sent), None)
