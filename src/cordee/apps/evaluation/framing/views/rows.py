"""The rows of a framing: listed, added, changed by one of two people at once, removed; the same views for all."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.framing import operations
from cordee.apps.evaluation.framing.entries import entries_of
from cordee.apps.evaluation.framing.row_kinds import RowKind
from cordee.apps.evaluation.framing.views.opening import found
from cordee.apps.evaluation.once import key_in
from cordee.apps.evaluation.parts import around
from cordee.apps.organisations.views.changing import attempt

GET_OR_POST = ["GET", "HEAD", "POST"]
LeadOf = Callable[[OpenedEvaluation], str]
BesideOf = Callable[[OpenedEvaluation], dict[str, Any]]


def nothing_beside(opened: OpenedEvaluation) -> dict[str, Any]:
    """Show the rows alone."""
    return {}


def listing(
    kind: RowKind, template: str, lead: LeadOf, beside: BesideOf = nothing_beside
) -> Callable[..., HttpResponse]:
    """Return the page that lists the rows of a kind, under a sentence computed from them, with what stands beside."""

    @require_safe
    @evaluation_page(permissions.may_read)
    def view(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
        context = {
            **around(opened),
            "entries": entries_of(opened, kind),
            "lead": lead(opened),
            "may_write": opened.may(permissions.may_write),
            "adding": kind.adding,
            "add_url": opened.url(f"framing-{kind.key}-add"),
            "back_url": opened.url("framing"),
            **beside(opened),
        }
        return render(request, template, context)

    return view


def adding(kind: RowKind) -> Callable[..., HttpResponse]:
    """Return the page that adds a row of a kind."""

    @require_http_methods(GET_OR_POST)
    @evaluation_page(permissions.may_write)
    def view(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
        evaluation = opened.evaluation
        form = kind.form(evaluation, request.POST if request.method == "POST" else None, initial={"version": 1})
        if form.is_bound and form.is_valid():
            try:
                operations.add_row(evaluation, kind.model, kind.stored(evaluation, form.values), key_in(request))
            except operations.NoRoom:
                form.add_error(None, _("Il y a déjà beaucoup de lignes : retirez celles qui ne servent plus."))
            else:
                messages.success(request, _("C’est ajouté."))
                return HttpResponseRedirect(opened.url(kind.listed))
        context = {"form": form, "heading": kind.adding, "once": key_in(request)}
        return form_page(request, opened, kind, context, 422 if form.is_bound else 200)

    return view


def changing(kind: RowKind) -> Callable[..., HttpResponse]:
    """Return the page that changes a row of a kind."""

    @require_http_methods(GET_OR_POST)
    @evaluation_page(permissions.may_write)
    def view(request: HttpRequest, opened: OpenedEvaluation, row: uuid.UUID) -> HttpResponse:
        current, evaluation = found(opened, kind, row), opened.evaluation

        def save(row: Any, seen: int, values: dict[str, Any]) -> None:
            operations.change_row(row, seen, kind.stored(evaluation, values))

        done = attempt(request, partial(kind.form, evaluation), current, kind.form.initial_of, save)
        if done.saved:
            messages.success(request, _("C’est enregistré."))
            return HttpResponseRedirect(opened.url(kind.listed))
        context = {
            "form": done.form,
            "heading": kind.changing,
            "differences": done.differences,
            "remove_url": opened.url(f"framing-{kind.key}-remove", current.public),
        }
        return form_page(request, opened, kind, context, done.status)

    return view


def removing(kind: RowKind) -> Callable[..., HttpResponse]:
    """Return what removes a row of a kind."""

    @require_POST
    @evaluation_page(permissions.may_write)
    def view(request: HttpRequest, opened: OpenedEvaluation, row: uuid.UUID) -> HttpResponse:
        operations.remove_row(found(opened, kind, row))
        messages.success(request, _("C’est retiré. Les versions déjà figées gardent ce qu’elles contiennent."))
        return HttpResponseRedirect(opened.url(kind.listed))

    return view


def form_page(
    request: HttpRequest, opened: OpenedEvaluation, kind: RowKind, context: dict[str, Any], status: int
) -> HttpResponse:
    """Draw the form of a row."""
    around_it = {"differences": (), "remove_url": "", "once": None, "cancel_url": opened.url(kind.listed)}
    return render(request, "evaluation/framing/form.html", {**around(opened), **around_it, **context}, status=status)
