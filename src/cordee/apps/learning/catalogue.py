"""The list of courses: what each is for, where one stands in it, and which fit a need, a format and a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.learning import words
from cordee.apps.learning.progress import Progress, Standing, standing
from cordee.apps.library.addresses import slug_of
from cordee.core.packs.courses import Course, CourseStep
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

TIMES = (10, 15, 20, 60, 90)
ONE_STEP_AT_MOST = 20
"""Up to that many minutes, one has the time of a step; above, of a whole course."""


_NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Wish:
    """What a reader looks for; an empty value asks for nothing."""

    need: str = ""
    format: str = ""
    minutes: int | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked for."""
        return self == Wish()


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its code, its words, and how many courses it leaves with the other filters as they are."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class CourseCard:
    """A course as the list shows it."""

    name: str
    goal: str
    url: str
    length: str
    needs: tuple[str, ...]
    formats: tuple[str, ...]
    done: int
    total: int
    progress: str
    suggestion: str


@dataclass(frozen=True)
class Continuation:
    """The step to go on with: the one that follows the last that was done."""

    course: str
    step: str
    url: str
    minutes: str


def wish_of(sent: Mapping[str, str]) -> Wish:
    """Read what is looked for from an address; what no filter offers is ignored."""
    need, shape, time = (sent.get(name, "") for name in ("need", "format", "time"))
    return Wish(
        need if need in words.NEEDS else "",
        shape if shape in words.FORMATS else "",
        int(time) if time in {str(minutes) for minutes in TIMES} else None,
    )


def fitting(course: Course, wish: Wish, progress: Progress) -> bool:
    """Tell whether a course fits a wish."""
    return (
        (not wish.need or wish.need in course.needs)
        and (not wish.format or wish.format in course.formats)
        and (wish.minutes is None or _fits_in(standing(course, progress), wish.minutes))
    )


def step_for(where: Standing, minutes: int) -> CourseStep | None:
    """Return the first step that remains and that fits in some minutes."""
    return next((step for step in where.remaining if step.minutes <= minutes), None)


def _fits_in(where: Standing, minutes: int) -> bool:
    if minutes <= ONE_STEP_AT_MOST:
        return step_for(where, minutes) is not None
    return where.minutes_left <= minutes


def cards(pack: Pack, wish: Wish, progress: Progress, lang: Lang) -> list[CourseCard]:
    """Return the courses that fit a wish."""
    return [card(course, wish, progress, lang) for course in pack.courses if fitting(course, wish, progress)]


def card(course: Course, wish: Wish, progress: Progress, lang: Lang) -> CourseCard:
    """Return a course as the list shows it."""
    where = standing(course, progress)
    return CourseCard(
        name=course.name.in_(lang),
        goal=course.goal.in_(lang),
        url=course_url(course, lang),
        length=f"{words.steps_counted(len(course.steps))} · {words.duration(course.minutes)}",
        needs=tuple(str(words.NEEDS[one]) for one in course.needs),
        formats=tuple(str(words.FORMATS[one]) for one in course.formats),
        done=where.count,
        total=len(course.steps),
        progress=words.steps_done(where.count, len(course.steps)),
        suggestion=_suggestion(where, wish, lang),
    )


def _suggestion(where: Standing, wish: Wish, lang: Lang) -> str:
    if wish.minutes is None or wish.minutes > ONE_STEP_AT_MOST:
        return ""
    step = step_for(where, wish.minutes)
    if step is None:
        return ""
    return _("Dans ce temps : « {step} », {minutes}.").format(
        step=step.name.in_(lang), minutes=words.duration(step.minutes)
    )


def continuation(pack: Pack, progress: Progress, lang: Lang) -> Continuation | None:
    """Return the step to go on with, in the course that was followed last; None when nothing is under way."""
    under_way = [where for where in (standing(course, progress) for course in pack.courses) if _is_under_way(where)]
    latest = max(under_way, key=lambda where: where.last_at or _NEVER, default=None)
    if latest is None:
        return None
    step = latest.remaining[0]
    return Continuation(
        latest.course.name.in_(lang),
        step.name.in_(lang),
        step_url(latest.course, latest.course.steps.index(step) + 1, lang),
        words.duration(step.minutes),
    )


def _is_under_way(where: Standing) -> bool:
    return where.count > 0 and not where.is_complete


def filters(pack: Pack, wish: Wish, progress: Progress) -> dict[str, list[Choice]]:
    """Return the values of each filter, with the number of courses each would leave."""

    def count(changed: Wish) -> int:
        return sum(fitting(course, changed, progress) for course in pack.courses)

    return {
        "need": _choices(words.NEEDS.items(), lambda code: count(Wish(code, wish.format, wish.minutes))),
        "format": _choices(words.FORMATS.items(), lambda code: count(Wish(wish.need, code, wish.minutes))),
        "time": _choices(
            ((str(minutes), words.duration(minutes)) for minutes in TIMES),
            lambda code: count(Wish(wish.need, wish.format, int(code))),
        ),
    }


def _choices(labels: Iterable[tuple[str, object]], count: Callable[[str], int]) -> list[Choice]:
    return [Choice(code, str(label), count(code)) for code, label in labels]


def course_url(course: Course, lang: Lang) -> str:
    """Return the address of a course in the language on screen."""
    return reverse("learning:course", args=[slug_of(course.name, lang)])


def step_url(course: Course, number: int, lang: Lang) -> str:
    """Return the address of a step, counted from 1."""
    return reverse("learning:step", args=[slug_of(course.name, lang), number])
