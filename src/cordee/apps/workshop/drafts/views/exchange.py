"""The workbook of a draft: taken away, then brought back; what is wrong row by row, and nothing half applied."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.evidence.uploads import receives_files
from cordee.apps.workshop.access import refusal
from cordee.apps.workshop.drafts import differences, exchange, lint, operations
from cordee.apps.workshop.drafts.exchange import MEDIA_TYPE, NotAWorkbook
from cordee.apps.workshop.drafts.forms import WorkbookForm
from cordee.apps.workshop.drafts.opening import Opened, draft_page
from cordee.apps.workshop.drafts.operations import Disagreement
from cordee.apps.workshop.permissions import may_change
from cordee.core.packs.workbook.writing import workbook_of


@require_safe
@draft_page
def workbook(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Give the draft as a workbook; one that does not read yet is mended on the screens first."""
    verdict = lint.judged(opened.document)
    content, _faults = workbook_of(verdict.reading.pack) if verdict.reading.pack else (None, list(verdict.faults))
    if content is None:
        messages.warning(request, _("Le classeur se fait d’un brouillon sans défaut : voici ce qui reste à corriger."))
        return HttpResponseRedirect(opened.url("checks"))
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = f"{opened.draft.pack}-r{opened.revision.number}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@receives_files
def bring(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    """Bring a workbook back."""
    return take(request, draft)


@draft_page
def take(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Read a workbook, and take it into the draft when it is right from end to end."""
    verdict = may_change(opened.visitor.role, opened.draft.state)
    if not verdict.allowed:
        return refusal(request, verdict)
    latest = opened.revision.number
    if request.method != "POST":
        return bring_page(request, opened, WorkbookForm(latest))
    form = WorkbookForm(latest, request.POST, request.FILES)
    if not form.is_valid():
        return bring_page(request, opened, form)
    try:
        reading = exchange.read_upload(form.cleaned_data["file"])
    except NotAWorkbook as refused:
        form.add_error("file", str(refused))
        return bring_page(request, opened, form)
    if reading.pack is None:
        cells = exchange.cells_of(reading.faults, opened.lang)
        sound = exchange.sound_parts(reading, opened.document, opened.lang)
        return bring_page(request, opened, form, status=422, cells=cells, sound=sound)
    return _apply(request, opened, form, exchange.document_in(reading.pack))


def _apply(request: HttpRequest, opened: Opened, form: WorkbookForm, document: Any) -> HttpResponse:
    given = form.cleaned_data
    try:
        operations.take_document(
            opened.draft, opened.visitor.account, document, given["seen"], mine_wins=given["mine_wins"]
        )
    except Disagreement as error:
        conflicts = [differences.conflict(one, opened.lang) for one in error.merged.conflicts]
        return bring_page(request, opened, form, status=409, conflicts=conflicts)
    messages.success(request, _("Le classeur est repris dans le brouillon. Voici ce qui change."))
    return HttpResponseRedirect(opened.url("changes"))


def bring_page(
    request: HttpRequest, opened: Opened, form: WorkbookForm, *, status: int = 200, **found: Any
) -> HttpResponse:
    """Draw the page that takes a workbook."""
    context = {
        "opened": opened,
        "form": form,
        "cells": found.get("cells", []),
        "sound": found.get("sound", []),
        "conflicts": found.get("conflicts", []),
        "name": str(getattr(request.FILES.get("file"), "name", "")),
        "trail": opened.trail((_("Classeur"), "")),
    }
    return render(request, "workshop/bring.html", context, status=422 if form.errors else status)
