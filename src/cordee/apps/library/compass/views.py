"""The pages of the compass: the five questions, the door they lead to, the whole graph."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.asking import answers_in, ask, with_answers
from cordee.apps.library.compass.entry import FROM_DIAGNOSIS
from cordee.apps.library.compass.queries import Teller
from cordee.apps.library.opening import opening
from cordee.core.compass import StillAsks, walk
from cordee.core.packs.compass import Compass
from cordee.core.packs.pack import Pack


@require_safe
@opening(lambda pack: pack.compass)
def start(request: HttpRequest, pack: Pack, compass: Compass) -> HttpResponse:
    """Ask the five questions, with what the address already answers."""
    return show_questions(request, compass, answers_in(request.GET.dict(), compass.questions))


@require_safe
@opening(lambda pack: pack.compass)
def door(request: HttpRequest, pack: Pack, compass: Compass) -> HttpResponse:
    """Show the door that the answers of the address lead to; ask what is missing."""
    answers = answers_in(request.GET.dict(), compass.questions)
    if not answers:
        return HttpResponseRedirect(reverse("compass:start"))
    try:
        bearing = walk(compass, answers)
    except StillAsks as missing:
        return show_questions(request, compass, answers, missing.question)
    context = {
        "bearing": Teller(pack, compass, language(), timezone.localdate()).bearing(bearing, answers),
        "change_url": with_answers(reverse("compass:start"), answers),
        "graph_url": f"{with_answers(reverse('compass:graph'), answers)}#node-{bearing.path[0]}",
        "here": request.build_absolute_uri(with_answers(request.path, answers)),
    }
    return render(request, "library/compass/door.html", context)


@require_safe
@opening(lambda pack: pack.compass)
def graph(request: HttpRequest, pack: Pack, compass: Compass) -> HttpResponse:
    """Show the whole graph: every fork, every door and every way of each route."""
    teller = Teller(pack, compass, language(), timezone.localdate())
    context = {
        "nodes": teller.nodes(),
        "doors": teller.doors(),
        "tree": teller.tree(),
        "start_url": reverse("compass:start"),
    }
    return render(request, "library/compass/graph.html", context)


def show_questions(request: HttpRequest, compass: Compass, answers: dict[str, str], missing: str = "") -> HttpResponse:
    """Draw the questions; when one is missing, say which, and keep what was said."""
    lang = language()
    error = _("Choisissez une réponse : c’est elle qui décide de la suite.")
    asked = [
        ask(question, lang, answers, error=error if question.id == missing else "") for question in compass.questions
    ]
    context = {
        "questions": asked,
        "errors": [(f"#{one.id}", f"{one.question} {one.error}") for one in asked if one.error],
        "door_url": reverse("compass:door"),
        "graph_url": reverse("compass:graph"),
        "from_diagnosis": FROM_DIAGNOSIS.items() <= request.GET.dict().items(),
        "door_count": len(compass.doors),
        "question_count": len(asked),
    }
    return render(request, "library/compass/start.html", context, status=422 if missing else 200)
