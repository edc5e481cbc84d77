"""The documents of a result, given to whoever holds its secret link or a share link that is still open."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.permissions import Reason
from cordee.apps.diagnosis.queries import StoredResult, shared_result, stored_result
from cordee.apps.diagnosis.views.access import refusal
from cordee.apps.reports.composing import compose, material_of
from cordee.apps.reports.files import JSON, PDF, XLSX, FileKind, file_name
from cordee.apps.reports.shared.files import SharedFile
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private

logger = logging.getLogger(__name__)


@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The PDF of a result, for its owner."""
    return give_to_owner(request, token, PDF)


@require_safe
def xlsx(request: HttpRequest, token: str) -> HttpResponse:
    """The workbook of a result, for its owner."""
    return give_to_owner(request, token, XLSX)


@require_safe
def json(request: HttpRequest, token: str) -> HttpResponse:
    """The JSON of a result, for its owner."""
    return give_to_owner(request, token, JSON)


@require_safe
def shared_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The PDF of a shared result."""
    return give(request, shared_result(token), PDF, for_owner=False)


@require_safe
def shared_xlsx(request: HttpRequest, token: str) -> HttpResponse:
    """The workbook of a shared result."""
    return give(request, shared_result(token), XLSX, for_owner=False)


@require_safe
def shared_json(request: HttpRequest, token: str) -> HttpResponse:
    """The JSON of a shared result."""
    return give(request, shared_result(token), JSON, for_owner=False)


def give_to_owner(request: HttpRequest, token: str, kind: FileKind) -> HttpResponse:
    """Give a file to the owner; where nothing was read yet, send them to the page that reads."""
    found = stored_result(token)
    if found.verdict.reason is Reason.NOTHING_READ:
        return private(HttpResponseRedirect(reverse("diagnosis:result", args=[token])))
    return give(request, found, kind, for_owner=True)


def give(request: HttpRequest, found: StoredResult, kind: FileKind, *, for_owner: bool) -> HttpResponse:
    """Give a file in the language of the address, or say why it is not given."""
    if found.snapshot is None:
        return refusal(request, found.verdict)
    try:
        report = compose(
            material_of(found.snapshot),
            language(get_language()),
            for_owner=for_owner,
            shows_evidence=found.shows_evidence,
        )
        content = kind.make(report)
    except Exception:
        logger.exception("No %s could be made of snapshot %s", kind.ending, found.snapshot.pk)
        return private(error_page(request, 500, not_made_words))
    return private(download(content, kind, file_name(report, kind)))


def download(content: bytes, kind: FileKind | SharedFile, name: str) -> HttpResponse:
    """Answer with a file to keep."""
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=kind.content_type, headers={"Content-Disposition": disposition or ""})


def not_made_words() -> ErrorWords:
    """Words of a document that could not be made."""
    return ErrorWords(
        _("Ce document n’a pas pu être fait"),
        _("Le problème vient de nous, pas de vous. Vos réponses et votre résultat sont intacts."),
        (
            _("La page de résultat dit la même chose : vous pouvez l’imprimer en attendant."),
            _("Les autres formats (PDF, tableur, JSON) se font séparément : l’un d’eux peut convenir."),
            _("Si cela recommence, écrivez à l’exploitant du site en donnant l’heure."),
        ),
    )
