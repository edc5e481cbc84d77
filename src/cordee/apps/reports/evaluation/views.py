"""The report of an evaluation, as a page and as files, for whoever holds a role in the alliance."""

from __future__ import annotations

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, PublicView, evaluation_page
from cordee.apps.evaluation.parts import around
from cordee.apps.reports.documents.files import (
    DOCX,
    FULL_PDF,
    JSON,
    PPTX,
    SHORT_PDF,
    XLSX,
    DocumentFile,
    file_name,
)
from cordee.apps.reports.evaluation.composing import compose
from cordee.apps.ui.documents.shown import shown
from cordee.apps.ui.errors import ErrorWords, error_page

logger = logging.getLogger(__name__)


@require_safe
@evaluation_page(permissions.may_read)
def page(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show the whole report, with the way to each of its files."""
    document = compose(opened)
    context = {**around(opened), "document": document, "sections": shown(document), "files": _files(opened)}
    return render(request, "reports/evaluation/report.html", context)


def _files(opened: OpenedEvaluation) -> list[dict[str, Any]]:
    labels = {
        "short-pdf": _("PDF, quatre pages"),
        "pdf": _("PDF complet"),
        "docx": _("Texte (DOCX)"),
        "pptx": _("Cinq diapositives (PPTX)"),
        "xlsx": _("Tableur (XLSX)"),
        "json": _("Données (JSON)"),
    }
    address = [opened.evaluation.public]
    return [
        {"label": label, "url": reverse(f"evaluation-report:{name}", args=address)} for name, label in labels.items()
    ]


def giving(kind: DocumentFile) -> PublicView[[]]:
    """Return the view that gives the report as one kind of file."""

    @require_safe
    @evaluation_page(permissions.may_read)
    def give(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
        try:
            document = compose(opened)
            content = kind.make(document)
        except Exception:
            logger.exception("No %s could be made of evaluation %s", kind.ending, opened.evaluation.pk)
            return error_page(request, 500, not_made_words)
        disposition = content_disposition_header(as_attachment=True, filename=file_name(document, kind))
        return HttpResponse(content, content_type=kind.content_type, headers={"Content-Disposition": disposition or ""})

    return give


pdf, short_pdf = giving(FULL_PDF), giving(SHORT_PDF)
docx, pptx, xlsx, json = giving(DOCX), giving(PPTX), giving(XLSX), giving(JSON)


def not_made_words() -> ErrorWords:
    """Words of a report that could not be made."""
    return ErrorWords(
        _("Ce document n’a pas pu être fait"),
        _("Le problème vient de nous, pas de vous. Votre évaluation est intacte."),
        (
            _("La page du rapport dit la même chose : vous pouvez l’imprimer en attendant."),
            _("Les autres formats se font séparément : l’un d’eux peut convenir."),
            _("Si cela recommence, écrivez à l’exploitant du site en donnant l’heure."),
        ),
    )
