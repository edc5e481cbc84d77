"""The documents of a published 360°, given to those who may read it: by a role in the alliance, or by a link."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.models import Publication
from cordee.apps.campaigns.permissions import may_see
from cordee.apps.campaigns.queries.answering import Place
from cordee.apps.campaigns.queries.beside import beside_of
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.campaigns.respondent_access import address, link_page
from cordee.apps.diagnosis.language import language
from cordee.apps.reports.shared.composing import compose, material_of
from cordee.apps.reports.shared.files import JSON, PDF, XLSX, SharedFile, file_name
from cordee.apps.reports.views import download, not_made_words
from cordee.apps.ui.errors import error_page
from cordee.apps.ui.privacy import private

logger = logging.getLogger(__name__)


@require_safe
@campaign_page(may_see)
def pdf(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The PDF of a 360°, for those who have a role in the alliance."""
    return give_by_role(request, opened, PDF)


@require_safe
@campaign_page(may_see)
def xlsx(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The workbook of a 360°, for those who have a role in the alliance."""
    return give_by_role(request, opened, XLSX)


@require_safe
@campaign_page(may_see)
def json(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The JSON of a 360°, for those who have a role in the alliance."""
    return give_by_role(request, opened, JSON)


@require_safe
@link_page
def respondent_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    """The PDF of a 360°, for who was asked to answer."""
    return give_by_link(request, place, PDF)


@require_safe
@link_page
def respondent_xlsx(request: HttpRequest, place: Place) -> HttpResponse:
    """The workbook of a 360°, for who was asked to answer."""
    return give_by_link(request, place, XLSX)


@require_safe
@link_page
def respondent_json(request: HttpRequest, place: Place) -> HttpResponse:
    """The JSON of a 360°, for who was asked to answer."""
    return give_by_link(request, place, JSON)


def give_by_role(request: HttpRequest, opened: Opened, kind: SharedFile) -> HttpResponse:
    """Give a file to a role of the alliance; before closing, lead to the page that says where things stand."""
    found = publication_for(opened.campaign, timezone.now(), role=opened.role)
    if found.publication is None:
        return private(HttpResponseRedirect(opened.url("campaign")))
    return give(request, found.publication, kind)


def give_by_link(request: HttpRequest, place: Place, kind: SharedFile) -> HttpResponse:
    """Give a file to the holder of a link; before closing, lead to the door that says where things stand."""
    found = publication_for(place.campaign, timezone.now(), holds_link=True)
    if found.publication is None:
        return private(HttpResponseRedirect(address(place, "door")))
    return give(request, found.publication, kind)


def give(request: HttpRequest, publication: Publication, kind: SharedFile) -> HttpResponse:
    """Give a file of a publication that this reader may see, in the language of the address."""
    try:
        report = compose(material_of(publication, beside_of(publication), language(get_language())))
        content = kind.make(report)
    except Exception:
        logger.exception("No %s could be made of publication %s", kind.ending, publication.pk)
        return private(error_page(request, 500, not_made_words))
    return private(download(content, kind, file_name(report, kind)))
