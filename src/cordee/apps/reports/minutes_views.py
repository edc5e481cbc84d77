"""The minutes of a session as a file, for whoever holds a role in the alliance."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cordee.apps.diagnosis.language import language
from cordee.apps.meetings import permissions
from cordee.apps.meetings.access import Opened, meeting_page, whatever_its_state
from cordee.apps.meetings.minutes import minutes_of
from cordee.apps.meetings.telling import Session
from cordee.apps.reports.files import PDF
from cordee.apps.reports.minutes_pdf import minutes_file_name, minutes_pdf
from cordee.apps.reports.views import not_made_words
from cordee.apps.ui.errors import error_page

logger = logging.getLogger(__name__)


@require_safe
@meeting_page(whatever_its_state(permissions.may_read))
def minutes(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Give the minutes as a PDF in the language of the address."""
    told = minutes_of(Session.of(opened.meeting, language(get_language())))
    try:
        content = minutes_pdf(told)
    except Exception:
        logger.exception("No PDF could be made of the minutes of session %s", opened.meeting.pk)
        return error_page(request, 500, not_made_words)
    disposition = content_disposition_header(as_attachment=True, filename=minutes_file_name(told))
    return HttpResponse(content, content_type=PDF.content_type, headers={"Content-Disposition": disposition or ""})
