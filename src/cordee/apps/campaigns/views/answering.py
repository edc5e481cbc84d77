"""The pages where one answers: one topic at a time, what matters most, and the end."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.campaigns.models import Seat
from cordee.apps.campaigns.operations import answering as operations
from cordee.apps.campaigns.queries import answering as queries
from cordee.apps.campaigns.respondent_access import Seated, seat_page
from cordee.apps.campaigns.views.arriving import around, until
from cordee.apps.diagnosis.forms import ImportanceForm, TopicForm
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.operations import MATTERS_MOST
from cordee.apps.diagnosis.screens import first_open_topic, topic_screen


@require_http_methods(["GET", "HEAD", "POST"])
@seat_page
def topic(request: HttpRequest, seated: Seated, position: int) -> HttpResponse:
    """Ask one topic; without script, the three answers are saved together on the way out."""
    total = len(seated.asked.topics)
    if not 1 <= position <= total:
        raise Http404
    if request.method != "POST":
        return show_topic(request, seated, position)
    form = TopicForm(seated.asked.topics[position - 1], request.POST)
    if not save_what_is_valid(seated, form):
        return show_topic(request, seated, position, form)
    return HttpResponseRedirect(way_out(request.POST.get("go", "next"), seated, position, total))


def show_topic(request: HttpRequest, seated: Seated, position: int, form: TopicForm | None = None) -> HttpResponse:
    """Draw a topic, with what was typed and what is wrong when a form was refused."""
    given = queries.given_of(seated.seat)
    lang = language(get_language())
    screen = topic_screen(seated.pack, seated.asked, position, given, lang, form, asks_release=True)
    context = {
        "screen": screen,
        "seat": seated.seat,
        "place": seated.place,
        "moves_on": seated.seat.moves_on,
        "save_url": seated.url("save", position),
        "pace_url": seated.url("pace", position),
        "door_url": request.build_absolute_uri(seated.url("door")),
        "until": until(seated.place.campaign.closes_at),
    }
    return render(request, "campaigns/answering/topic.html", context, status=422 if form else 200)


def save_what_is_valid(seated: Seated, form: TopicForm) -> bool:
    """Keep every facet that is right, even beside one that is not; tell whether all were."""
    complete = form.is_valid()
    operations.save_answers(seated.seat, [item.id for item in form.topic.items], form.answers)
    return complete


def way_out(go: str, seated: Seated, position: int, total: int) -> str:
    """Return the address that a button of the topic leads to; after the last topic, what matters most."""
    if go == "back" and position > 1:
        return seated.url("topic", position - 1)
    if go == "end" and seated.seat.finished_at:
        return seated.url("done")
    if go == "next" and position == total:
        return seated.url("importance")
    return seated.url("topic", position + 1 if go == "next" else position)


@require_POST
@seat_page
def save(request: HttpRequest, seated: Seated, position: int) -> HttpResponse:
    """Save what a script sends, one facet at a time, and answer with the word shown beside the progress."""
    if not 1 <= position <= len(seated.asked.topics):
        raise Http404
    form = TopicForm(seated.asked.topics[position - 1], request.POST)
    kept = save_what_is_valid(seated, form)
    errors = [str(error) for errors in form.errors.values() for error in errors]
    return render(request, "diagnosis/saved.html", {"kept": kept, "errors": errors})


@require_POST
@seat_page
def pace(request: HttpRequest, seated: Seated, position: int) -> HttpResponse:
    """Choose whether a finished topic leads to the next by itself."""
    Seat.objects.filter(pk=seated.seat.pk).update(moves_on=request.POST.get("moves_on") == "yes")
    return HttpResponseRedirect(seated.url("topic", position))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_page
def importance(request: HttpRequest, seated: Seated) -> HttpResponse:
    """Ask which topics matter most, then end; not choosing any is an answer too."""
    lang = language(get_language())
    topics = {topic.id: topic.name.in_(lang) for topic in seated.asked.topics}
    form = ImportanceForm(topics, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        operations.save_importance(seated.seat, list(topics), form.cleaned_data["topics"])
        operations.finish(seated.seat)
        return HttpResponseRedirect(seated.url("done"))
    given = queries.given_of(seated.seat)
    context = {
        "form": form,
        "topics": list(topics.items()),
        "chosen": [topic for topic, weight in given.importance.items() if weight == MATTERS_MOST],
        "back_url": seated.url("topic", len(topics)),
    }
    return render(request, "campaigns/answering/importance.html", context, status=422 if form.is_bound else 200)


@require_safe
@seat_page
def done(request: HttpRequest, seated: Seated) -> HttpResponse:
    """Say what happens next, and that answers may still change."""
    given, asked = queries.given_of(seated.seat), seated.asked
    context = {
        **around(request, seated.place),
        "left": len(asked.items) - given.count_given(asked.items),
        "review_url": seated.url("topic", first_open_topic(asked, given) or 1),
    }
    return render(request, "campaigns/answering/done.html", context)
