"""How far somebody is in the courses: which steps are done, since when, and the best score of each quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cordee.core.packs.courses import Course, CourseStep

Key = tuple[str, str]
"""A course and one of its steps, by their ids."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions of a quiz were answered rightly, out of how many."""

    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is done: when it was for the first time, and the best score when it is a quiz."""

    at: datetime
    score: Score | None = None


Progress = Mapping[Key, Done]


def best(one: Score | None, other: Score | None) -> Score | None:
    """Return the better of two scores: the higher share, then the longer quiz.

    >>> best(Score(3, 5), Score(2, 4)), best(None, Score(0, 4))
    (Score(right=3, asked=5), Score(right=0, asked=4))
    """
    scores = [score for score in (one, other) if score is not None]
    return max(scores, key=lambda score: (score.right * 1000 // max(score.asked, 1), score.asked), default=None)


def joined(one: Progress, other: Progress) -> dict[Key, Done]:
    """Join what two devices know: a step done on either is done, since the earlier day, with the better score."""
    both = dict(one)
    for key, done in other.items():
        known = both.get(key)
        both[key] = done if known is None else Done(min(known.at, done.at), best(known.score, done.score))
    return both


@dataclass(frozen=True)
class Standing:
    """Where somebody stands in one course, as its present release has it."""

    course: Course
    done: Mapping[str, Done]

    @property
    def count(self) -> int:
        """How many steps are done."""
        return len(self.done)

    @property
    def is_complete(self) -> bool:
        """Tell whether every step is done."""
        return len(self.done) == len(self.course.steps)

    @property
    def minutes_left(self) -> int:
        """The minutes of the steps that remain."""
        return sum(step.minutes for step in self.remaining)

    @property
    def remaining(self) -> tuple[CourseStep, ...]:
        """The steps that remain, in their order."""
        return tuple(step for step in self.course.steps if step.id not in self.done)

    @property
    def last_at(self) -> datetime | None:
        """When the last step was done."""
        return max((done.at for done in self.done.values()), default=None)


def standing(course: Course, progress: Progress) -> Standing:
    """Return where somebody stands in a course; steps that an earlier release had do not count."""
    steps = [step.id for step in course.steps]
    return Standing(course, {step: progress[course.id, step] for step in steps if (course.id, step) in progress})
