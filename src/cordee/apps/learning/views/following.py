"""The list of courses, and the page of each."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from cordee.apps.learning import words
from cordee.apps.learning.catalogue import cards, continuation, filters, wish_of
from cordee.apps.learning.jsonld import course_data
from cordee.apps.learning.keeping import Keeper
from cordee.apps.learning.packages.kinds import KINDS
from cordee.apps.learning.reading import step_lines
from cordee.apps.learning.views.access import Moved, Opened, opened_course, to_present_name
from cordee.apps.library.addresses import current_pack, language
from cordee.apps.ui.structured_data import data_block


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the courses that fit what is looked for, and where one stands in each."""
    pack, lang, keeper = current_pack(), language(), Keeper(request)
    if pack is None:
        return render(request, "learning/nothing.html")
    wish, progress = wish_of(request.GET), keeper.progress
    context = {
        "wish": wish,
        "filters": filters(pack, wish, progress),
        "cards": cards(pack, wish, progress, lang),
        "continuation": continuation(pack, progress, lang),
        "has_progress": bool(progress),
        "device_days": settings.LEARNING_DEVICE_DAYS,
    }
    return keeper.finish(render(request, "learning/list.html", context))


@require_safe
def course(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a course: what one will be able to do, its steps, what is done, and the packages to take away."""
    try:
        opened = opened_course(request, slug)
    except Moved as moved:
        return to_present_name(moved, "learning:course")
    return opened.keeper.finish(render(request, "learning/course.html", course_context(request, opened)))


def course_context(request: HttpRequest, opened: Opened) -> dict[str, object]:
    """Gather what the page of a course shows."""
    where, lang = opened.standing, opened.lang
    lines = step_lines(where, lang)
    url = f"{settings.PUBLIC_URL}{reverse('learning:course', args=[opened.slug])}"
    following = next((line for line in lines if not line.is_done), None)
    return {
        "course": opened.course,
        "name": opened.course.name.in_(lang),
        "goal": opened.course.goal.in_(lang),
        "outcomes": [one.in_(lang) for one in opened.course.outcomes],
        "formats": [str(words.FORMATS[one]) for one in opened.course.formats],
        "lines": lines,
        "following": following,
        "standing": where,
        "progress": words.steps_done(where.count, len(lines)),
        "remaining": words.duration(where.minutes_left),
        "length": words.duration(opened.course.minutes),
        "certificate_url": certificate_url(opened),
        "packages": [(kind.label, reverse("learning:package", args=[opened.slug, kind.id])) for kind in KINDS],
        "version": opened.pack.card.version,
        "sources": [one for one in opened.pack.sources if one.id in opened.course.sources],
        "data": data_block(course_data(opened.pack.card, opened.course, lines, url, lang)),
    }


def certificate_url(opened: Opened) -> str:
    """Return where to ask for a certificate; nothing until every step is done, or when no room makes one."""
    if not opened.standing.is_complete:
        return ""
    try:
        return reverse(settings.CERTIFICATE_ROUTE, args=[opened.slug])
    except NoReverseMatch:
        return ""
