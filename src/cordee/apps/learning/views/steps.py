"""The page of a step: reading it, and saying that it is done, each kind in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.learning.models import LONGEST_TEXT
from cordee.apps.learning.quiz import MarkedQuiz, mark
from cordee.apps.learning.reading import step_lines, step_view
from cordee.apps.learning.views.access import Moved, Opened, opened_course, to_present_name
from cordee.apps.ui.privacy import unlisted
from cordee.core.packs.courses import CourseStep, StepKind


@dataclass(frozen=True)
class Sitting:
    """One step that somebody has before them."""

    opened: Opened
    number: int
    step: CourseStep

    @property
    def key(self) -> tuple[str, str]:
        """The course and the step, by their ids."""
        return self.opened.course.id, self.step.id

    @property
    def next_url(self) -> str:
        """Where to go once it is done: the next step, or the course after the last one."""
        if self.number < len(self.opened.course.steps):
            return reverse("learning:step", args=[self.opened.slug, self.number + 1])
        return reverse("learning:course", args=[self.opened.slug])

    @property
    def url(self) -> str:
        """The address of this page."""
        return reverse("learning:step", args=[self.opened.slug, self.number])


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a step, or take what was answered, written, or said to be done."""
    try:
        opened = opened_course(request, slug)
    except Moved as moved:
        return to_present_name(moved, "learning:step", number)
    sitting = Sitting(opened, number, opened.step(number))
    if request.method == "POST":
        response = ANSWERS.get(sitting.step.kind, simply_done)(request, sitting)
    else:
        response = page(request, sitting)
    return unlisted(opened.keeper.finish(response))


def page(
    request: HttpRequest,
    sitting: Sitting,
    *,
    marked: MarkedQuiz | None = None,
    text: str | None = None,
    error: str = "",
) -> HttpResponse:
    """Draw a step, with its quiz marked or its text refused if that is what came."""
    opened, keeper = sitting.opened, sitting.opened.keeper
    where = opened.standing
    missing = marked.unanswered if marked else ()
    context = {
        "course": opened.course.name.in_(opened.lang),
        "course_url": reverse("learning:course", args=[opened.slug]),
        "step": step_view(opened.pack, opened.course, sitting.number, opened.lang, marked),
        "marked": marked if not missing else None,
        "missing": [(f"#{field}", question) for field, question in _missing(sitting, marked)],
        "lines": step_lines(where, opened.lang),
        "is_done": sitting.step.id in where.done,
        "next_url": sitting.next_url,
        "text": keeper.text(sitting.key) if text is None else text,
        "error": error,
        "longest": LONGEST_TEXT,
        "is_signed_in": keeper.account is not None,
    }
    return render(request, "learning/step.html", context, status=422 if missing or error else 200)


def _missing(sitting: Sitting, marked: MarkedQuiz | None) -> list[tuple[str, str]]:
    unanswered = {question.id for question in marked.unanswered} if marked else set()
    lang = sitting.opened.lang
    return [
        (f"question-{question.id}", question.question.in_(lang))
        for question in sitting.step.questions
        if question.id in unanswered
    ]


def simply_done(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Note that a step was read, listened to or prepared, and go on."""
    sitting.opened.keeper.note_done(sitting.key)
    return HttpResponseRedirect(sitting.next_url)


def answered(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Mark a quiz and explain every choice; a quiz with a question left is given back as it was filled in."""
    marked = mark(sitting.step, request.POST)
    if not marked.unanswered:
        sitting.opened.keeper.note_done(sitting.key, marked.score)
    return page(request, sitting, marked=marked)


def practised(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Keep what was written, or note that it was written on paper."""
    text, keeper = request.POST.get("text", "").replace("\r\n", "\n").strip(), sitting.opened.keeper
    if len(text) > LONGEST_TEXT:
        return page(request, sitting, text=text, error=_("C’est trop long : gardez-en l’essentiel."))
    if not text and "elsewhere" not in request.POST:
        said = _("Écrivez quelques mots, ou dites que vous l’avez fait sur papier.")
        return page(request, sitting, text=text, error=said)
    if text:
        keeper.keep_text(sitting.key, text)
        messages.success(request, _("C’est gardé."))
    keeper.note_done(sitting.key)
    return HttpResponseRedirect(sitting.url if text else sitting.next_url)


ANSWERS: Mapping[StepKind, Callable[[HttpRequest, Sitting], HttpResponse]] = {
    "quiz": answered,
    "practise": practised,
}
