"""The pages of the efficiency: what it says, and the form of each kind of row."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.efficiency import operations, queries
from cordee.apps.evaluation.efficiency.kinds import KINDS, RowKind
from cordee.apps.evaluation.efficiency.report import sections
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.apps.organisations.access import refusal
from cordee.apps.organisations.permissions import Reason, Verdict
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.documents.shown import shown_blocks
from cordee.apps.ui.errors import error_page, not_found_words

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
@evaluation_page(permissions.may_read)
def efficiency(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show what the alliance costs and what this cost gives, with the rows that make it."""
    (section,) = sections(opened)
    may_write = opened.may(permissions.may_write)
    rows = [(kind, queries.rows_of(opened.evaluation, key)) for key, kind in KINDS.items()]
    context = {
        **around(opened),
        "lead": section.lead,
        "blocks": shown_blocks(section.blocks, language()),
        "kinds": [(kind, found, may_write and len(found) < kind.most) for kind, found in rows],
        "may_write": may_write,
    }
    return render(request, "evaluation/efficiency/efficiency.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def add(request: HttpRequest, opened: OpenedEvaluation, kind: str) -> HttpResponse:
    """Write a new row."""
    found = KINDS.get(kind)
    if found is None:
        return error_page(request, 404, not_found_words)
    if len(queries.rows_of(opened.evaluation, kind)) >= found.most:
        return refusal(request, Verdict(Reason.NO_ROOM))
    return _written(request, opened, found, found.model(evaluation=opened.evaluation))


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def edit(request: HttpRequest, opened: OpenedEvaluation, kind: str, row: uuid.UUID) -> HttpResponse:
    """Change a row."""
    found = KINDS.get(kind)
    kept = queries.row_behind(opened.evaluation, found, row) if found else None
    if found is None or kept is None:
        return error_page(request, 404, not_found_words)
    return _written(request, opened, found, kept)


def _written(request: HttpRequest, opened: OpenedEvaluation, kind: RowKind, row: Any) -> HttpResponse:
    def make(*args: Any, **options: Any) -> Any:
        form = kind.form(*args, **options)
        if "partner" in form.fields:
            form.fields["partner"].queryset = opened.alliance.partners.select_related("organisation")
            form.fields["partner"].label_from_instance = lambda partner: partner.organisation.name
            form.fields["partner"].empty_label = _("L’alliance ensemble")
        return form

    names = [*make().fields]
    done = attempt(request, make, row, lambda kept: {name: _initial(kept, name) for name in names}, operations.write)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("efficiency"))
    context = {**around(opened), "kind": kind, "row": row, "form": done.form, "differences": done.differences}
    return render(request, "evaluation/efficiency/edit.html", context, status=done.status)


def _initial(row: Any, name: str) -> Any:
    """Return what a row keeps; a partner is known by its public identifier."""
    value = getattr(row, name)
    return value.public if name == "partner" and value else value


@require_POST
@evaluation_page(permissions.may_write)
def remove(request: HttpRequest, opened: OpenedEvaluation, kind: str, row: uuid.UUID) -> HttpResponse:
    """Remove a row."""
    found = KINDS.get(kind)
    kept = queries.row_behind(opened.evaluation, found, row) if found else None
    if kept is None:
        return error_page(request, 404, not_found_words)
    operations.remove(kept)
    messages.success(request, _("C’est retiré."))
    return HttpResponseRedirect(opened.url("efficiency"))
