"""The pages of the selector: what is asked, the advice, every method with its rules."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.asking import answers_in, ask, with_answers
from cordee.apps.library.opening import opening
from cordee.apps.library.selector.queries import Teller
from cordee.core.packs.pack import Pack
from cordee.core.packs.selector import Selector
from cordee.core.selector import select


@require_safe
@opening(lambda pack: pack.selector)
def start(request: HttpRequest, pack: Pack, selector: Selector) -> HttpResponse:
    """Ask what the evaluation is for and with which means."""
    return show_questions(request, selector, answers_in(request.GET.dict(), selector.questions), ())


@require_safe
@opening(lambda pack: pack.selector)
def result(request: HttpRequest, pack: Pack, selector: Selector) -> HttpResponse:
    """Show the advice for the answers of the address; too little said, ask for what is needed."""
    answers = answers_in(request.GET.dict(), selector.questions)
    if not answers:
        return HttpResponseRedirect(reverse("selector:start"))
    selection = select(selector, answers)
    if selection.missing:
        return show_questions(request, selector, answers, selection.missing)
    context = {
        "advice": Teller(pack, selector, language(), timezone.localdate()).selection(selection, answers),
        "change_url": with_answers(reverse("selector:start"), answers),
        "methods_url": reverse("selector:methods"),
        "here": request.build_absolute_uri(with_answers(request.path, answers)),
    }
    return render(request, "library/selector/result.html", context)


@require_safe
@opening(lambda pack: pack.selector)
def methods(request: HttpRequest, pack: Pack, selector: Selector) -> HttpResponse:
    """Show every method with its cost, its limits and the rules that propose or exclude it."""
    pages = Teller(pack, selector, language(), timezone.localdate()).pages()
    context = {"pages": pages, "start_url": reverse("selector:start")}
    return render(request, "library/selector/methods.html", context)


def show_questions(
    request: HttpRequest, selector: Selector, answers: dict[str, str], missing: tuple[str, ...]
) -> HttpResponse:
    """Draw the questions; with too little said, say what is needed, and keep the rest."""
    lang = language()
    error = _("C’est trop peu pour conseiller : choisissez une réponse.")
    asked = [
        ask(one, lang, answers, optional=not one.needed, error=error if one.id in missing else "")
        for one in selector.questions
    ]
    context = {
        "questions": asked,
        "errors": [(f"#{one.id}", f"{one.question} {one.error}") for one in asked if one.error],
        "result_url": reverse("selector:result"),
        "methods_url": reverse("selector:methods"),
        "method_count": len(selector.methods),
    }
    return render(request, "library/selector/start.html", context, status=422 if missing else 200)
