"""The glossary as a document to print, for whoever asks."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.opening import with_pack
from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.reports.files import PDF
from cordee.apps.reports.glossary_pdf import glossary_file_name, glossary_pdf
from cordee.apps.reports.views import not_made_words
from cordee.apps.ui.errors import error_page
from cordee.core.packs.pack import Pack

logger = logging.getLogger(__name__)


@require_safe
@with_pack
def glossary(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Give the glossary as a PDF in the language of the address, dated from the day its version was loaded."""
    lang, release = language(), current_release(REFERENCE_PACK)
    try:
        content = glossary_pdf(pack, lang, release.loaded_at.date()) if release else b""
    except Exception:
        logger.exception("No PDF could be made of the glossary of %s", pack.card.version)
        return error_page(request, 500, not_made_words)
    disposition = content_disposition_header(as_attachment=True, filename=glossary_file_name(pack, lang))
    return HttpResponse(content, content_type=PDF.content_type, headers={"Content-Disposition": disposition or ""})
