"""What opens the page of a course or of a step: the present release, an entry found by its slug, a step that exists."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from cordee.apps.learning.keeping import Keeper
from cordee.apps.learning.progress import Standing, standing
from cordee.apps.library.addresses import current_pack, find, language, slug_of
from cordee.core.packs.courses import Course, CourseStep
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang


class Moved(Exception):
    """An entry that is asked for by a former name, or by its name in the other language: its slug of today."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


@dataclass(frozen=True)
class Opened:
    """A course that is open, in a language, for whoever asks."""

    pack: Pack
    course: Course
    lang: Lang
    keeper: Keeper

    @property
    def standing(self) -> Standing:
        """Where the reader stands in it."""
        return standing(self.course, self.keeper.progress)

    @property
    def slug(self) -> str:
        """The end of its address."""
        return slug_of(self.course.name, self.lang)

    def step(self, number: int) -> CourseStep:
        """Return a step, counted from 1. Raises Http404 when the course has no such step."""
        if not 1 <= number <= len(self.course.steps):
            raise Http404
        return self.course.steps[number - 1]


def opened_course(request: HttpRequest, slug: str) -> Opened:
    """Open a course. Raises Http404 when there is none, Moved when it is called otherwise today."""
    pack, lang = current_pack(), language()
    found = find("courses", slug, pack) if pack else None
    if pack is None or found is None:
        raise Http404
    course = next(one for one in pack.courses if one.id == found.id)
    if found.moved:
        raise Moved(slug_of(course.name, lang))
    return Opened(pack, course, lang, Keeper(request))


def to_present_name(moved: Moved, route: str, *rest: object) -> HttpResponsePermanentRedirect:
    """Lead to the page of a course under its name of today."""
    return HttpResponsePermanentRedirect(reverse(route, args=[moved.slug, *rest]))
