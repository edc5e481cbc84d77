"""The pages of the frame that are written once: its purpose, its scope, its questions, and what each partner learns."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.framing import operations, queries
from cordee.apps.evaluation.framing.advice import advice_at
from cordee.apps.evaluation.framing.forms import FramingForm
from cordee.apps.evaluation.framing.page_forms import LessonForm, PurposeForm, QuestionsForm, ScopeForm
from cordee.apps.evaluation.framing.permissions import may_write_for
from cordee.apps.evaluation.framing.report import lessons_section
from cordee.apps.evaluation.framing.views.opening import found_partner, kept_closed, speaker, spoken_for
from cordee.apps.evaluation.models import Lesson, Purpose, Questions, Scope
from cordee.apps.evaluation.models.framing import FramePage
from cordee.apps.evaluation.parts import around
from cordee.apps.organisations.views.changing import attempt

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def purpose(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Write to whom the evaluation speaks, and for which decision."""
    extra = {"heading": _("L’intention"), "next_url": opened.url("framing")}
    return page(request, opened, Purpose, PurposeForm, "evaluation/framing/form.html", extra)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def scope(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Choose objects, approaches and methods, beside an advice if one is given; the questions come next."""
    address = request.GET.get("advice", "").strip() if request.method != "POST" else ""
    advice = advice_at(address, opened.evaluation) if address else None

    def initial_of(row: Scope) -> dict[str, Any]:
        kept = ScopeForm.initial_of(row)
        return advice.beside(kept) if advice else kept

    extra = {
        "selector_url": reverse("selector:start"),
        "address": address,
        "advice": advice,
        "next_url": opened.url("framing-questions"),
    }
    return page(request, opened, Scope, ScopeForm, "evaluation/framing/scope.html", extra, initial_of)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def questions(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Tick questions of the référentiel, and add one's own."""
    extra = {"scope_url": opened.url("framing-scope"), "next_url": opened.url("framing")}
    return page(request, opened, Questions, QuestionsForm, "evaluation/framing/questions.html", extra)


def page(
    request: HttpRequest,
    opened: OpenedEvaluation,
    model: type[FramePage],
    form: type[FramingForm],
    template: str,
    extra: dict[str, Any],
    initial_of: Callable[[Any], dict[str, Any]] | None = None,
) -> HttpResponse:
    """Show a page of the frame, save it, or tell that somebody came before."""
    row = queries.page_of(model, opened.evaluation)
    begun = initial_of or form.initial_of
    done = attempt(request, partial(form, opened.evaluation), row, begun, operations.write_page)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(extra["next_url"])
    context = {
        **around(opened),
        "remove_url": "",
        "once": None,
        **extra,
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("framing"),
    }
    return render(request, template, context, status=done.status)


@require_safe
@evaluation_page(permissions.may_read)
def lessons(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show what each partner learns for its own position."""
    written, with_people = queries.lessons_of(opened.evaluation), queries.partners_with_people(opened.evaluation)
    rows = [
        {
            "partner": partner,
            "lesson": written.get(partner.pk),
            "url": opened.url("framing-lesson", partner.public),
            "may_write": may_write_for(speaker(opened), spoken_for(partner, with_people)).allowed,
        }
        for partner in queries.parties_of(opened.evaluation)
    ]
    lead = lessons_section(opened.evaluation).lead
    context = {**around(opened), "rows": rows, "lead": lead, "back_url": opened.url("framing")}
    return render(request, "evaluation/framing/lessons.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def lesson(request: HttpRequest, opened: OpenedEvaluation, partner: uuid.UUID) -> HttpResponse:
    """Write what a partner learns, in its name."""
    named = found_partner(opened, partner)
    voice = may_write_for(speaker(opened), spoken_for(named, queries.partners_with_people(opened.evaluation)))
    if not voice.allowed:
        return kept_closed(request, voice.reason)
    kept = Lesson.objects.filter(evaluation=opened.evaluation, partner=named).first()
    row = kept or Lesson(evaluation=opened.evaluation, partner=named)

    def save(row: Lesson, seen: int, values: dict[str, Any]) -> None:
        operations.write_lesson(row, opened.account, seen, values)

    done = attempt(request, partial(LessonForm, opened.evaluation), row, LessonForm.initial_of, save)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("framing-lessons"))
    context = {
        **around(opened),
        "heading": _("Ce que %(partner)s en apprend") % {"partner": named.organisation.name},
        "form": done.form,
        "differences": done.differences,
        "remove_url": "",
        "once": None,
        "cancel_url": opened.url("framing-lessons"),
    }
    return render(request, "evaluation/framing/form.html", context, status=done.status)
