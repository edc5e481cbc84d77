"""The pages where one answers: the start, one topic at a time, and the way back by the secret link."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.diagnosis import operations, queries
from cordee.apps.diagnosis.forms import DEFAULT_FORM, StartForm, TopicForm
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.limits import is_too_large, starts
from cordee.apps.diagnosis.models import Diagnosis
from cordee.apps.diagnosis.screens import context_screens, first_open_topic, topic_screen
from cordee.apps.diagnosis.views.access import Opened, no_pack, owner_page, too_large_words
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Say what this is and what happens to answers; one click begins."""
    if is_too_large(request):
        return error_page(request, 413, too_large_words)
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    lang, instrument = language(get_language()), pack_of(release).instrument
    form = StartForm(instrument, lang, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return begin(request, release, form)
    context = {
        "form": form,
        "forms": sorted(instrument.forms, key=lambda one: one.minutes),
        "chosen_form": request.POST.get("form", DEFAULT_FORM),
        "moves_on": "moves_on" in request.POST or not form.is_bound,
        "questions": context_screens(instrument, lang, request.POST.dict()),
        "release": release,
        "retention_days": settings.VISITOR_RETENTION_DAYS,
        "lang": lang,
    }
    return render(request, "diagnosis/start.html", context, status=422 if form.is_bound else 200)


def begin(request: HttpRequest, release: PackRelease, form: StartForm) -> HttpResponse:
    """Open a diagnosis and go to its first topic."""
    if not starts.opens():
        return error_page(request, 429, too_many_starts_words)
    _diagnosis, token = operations.start(
        release,
        form.cleaned_data["form"],
        language(get_language()),
        form.context(),
        moves_on=form.cleaned_data["moves_on"],
    )
    return private(HttpResponseRedirect(reverse("diagnosis:topic", args=[token, 1])))


def too_many_starts_words() -> ErrorWords:
    """Words of a site that everybody enters at once."""
    return ErrorWords(
        _("Beaucoup de personnes commencent en même temps"),
        _("Pour que le site réponde à tous, les départs sont limités pendant une minute."),
        (_("Attendez une minute, revenez en arrière et recommencez : vos choix y sont encore."),),
    )


@require_safe
@owner_page
def resume(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Go back to where one stopped: the first topic with an answer left, or the result."""
    given = queries.given_of(opened.diagnosis)
    position = first_open_topic(opened.asked, given)
    if position is None or opened.diagnosis.finished_at:
        return HttpResponseRedirect(opened.url("result"))
    return HttpResponseRedirect(opened.url("topic", position))


@require_http_methods(["GET", "HEAD", "POST"])
@owner_page
def topic(request: HttpRequest, opened: Opened, position: int) -> HttpResponse:
    """Ask one topic; without script, the three answers are saved together on the way out."""
    total = len(opened.asked.topics)
    if not 1 <= position <= total:
        raise Http404
    if request.method != "POST":
        return show_topic(request, opened, position)
    form, kept = save_what_is_valid(request, opened, position)
    if not kept:
        return show_topic(request, opened, position, form)
    return HttpResponseRedirect(way_out(request.POST.get("go", "next"), opened, position, total))


def show_topic(request: HttpRequest, opened: Opened, position: int, form: TopicForm | None = None) -> HttpResponse:
    """Draw a topic, with what was typed and what is wrong when a form was refused."""
    given = queries.given_of(opened.diagnosis)
    lang = language(get_language())
    screen = topic_screen(opened.pack, opened.asked, position, given, lang, form)
    context = {
        "screen": screen,
        "diagnosis": opened.diagnosis,
        "moves_on": opened.diagnosis.moves_on,
        "save_url": opened.url("save", position),
        "pace_url": opened.url("pace", position),
        "erase_url": opened.url("erase"),
        "resume_url": request.build_absolute_uri(opened.url("resume")),
    }
    return render(request, "diagnosis/topic.html", context, status=422 if form else 200)


def save_what_is_valid(request: HttpRequest, opened: Opened, position: int) -> tuple[TopicForm, bool]:
    """Keep every facet that is right, even beside one that is not; tell whether all were."""
    form = TopicForm(opened.asked.topics[position - 1], request.POST)
    complete = form.is_valid()
    answers = form.answers(queries.given_of(opened.diagnosis))
    if answers:
        operations.save_answers(opened.diagnosis, answers)
    return form, complete


def way_out(go: str, opened: Opened, position: int, total: int) -> str:
    """Return the address that a button of the topic leads to; after the last topic, the result."""
    if go == "back" and position > 1:
        return opened.url("topic", position - 1)
    if go == "result" or (go == "next" and position == total):
        operations.finish(opened.diagnosis)
        return opened.url("result")
    return opened.url("topic", position + 1 if go == "next" else position)


@require_POST
@owner_page
def save(request: HttpRequest, opened: Opened, position: int) -> HttpResponse:
    """Save what a script sends, one facet at a time, and answer with the word shown beside the progress."""
    if not 1 <= position <= len(opened.asked.topics):
        raise Http404
    form, kept = save_what_is_valid(request, opened, position)
    errors = [str(error) for errors in form.errors.values() for error in errors]
    return render(request, "diagnosis/saved.html", {"kept": kept, "errors": errors})


@require_POST
@owner_page
def pace(request: HttpRequest, opened: Opened, position: int) -> HttpResponse:
    """Choose whether a finished topic leads to the next by itself."""
    moves_on = request.POST.get("moves_on") == "yes"
    Diagnosis.objects.filter(pk=opened.diagnosis.pk).update(moves_on=moves_on)
    return HttpResponseRedirect(opened.url("topic", position))
