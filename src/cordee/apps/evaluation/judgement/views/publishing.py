"""The public page: a document frozen, the consent of each partner to exactly that one, and what anybody then reads."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.evaluation import permissions as whole
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.judgement import operations, permissions, queries
from cordee.apps.evaluation.judgement.permissions import Answer, Reason, demand
from cordee.apps.evaluation.judgement.queries import Openness
from cordee.apps.evaluation.judgement.views.opening import told_when_refused
from cordee.apps.evaluation.models import PublicDocument
from cordee.apps.evaluation.parts import around
from cordee.apps.library.addresses import language
from cordee.apps.ui.documents.shown import shown
from cordee.apps.ui.privacy import private
from cordee.core.document_json import from_json

HOME = "judgement-publication"


@require_safe
@evaluation_page(whole.may_read)
def index(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """List the documents proposed for anybody to read, and say the rule before it applies."""
    documents = queries.documents_of(opened.evaluation)
    context = {
        **around(opened),
        "documents": [(document, queries.openness(document).value) for document in documents],
        "may_propose": permissions.may_propose(opened.role.kind, already=len(documents)).allowed,
    }
    return render(request, "evaluation/judgement/publication.html", context)


@require_POST
@evaluation_page(whole.may_lead)
@told_when_refused(HOME)
def propose(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Freeze the report of the evaluation as anybody may read it, for partners to read and consent to."""
    document = import_string(settings.EVALUATION_DOCUMENT)(opened)
    proposed = operations.propose(opened.evaluation, opened.role.kind, document)
    messages.success(request, _("Le document est figé. Il s’ouvrira quand chaque partenaire aura dit oui."))
    return HttpResponseRedirect(opened.url("judgement-proposed", proposed.public))


@require_safe
@evaluation_page(whole.may_read)
def proposed(request: HttpRequest, opened: OpenedEvaluation, page: uuid.UUID) -> HttpResponse:
    """Show to those of the alliance the exact document, and what each partner says of it."""
    document = _document(opened, page)
    said = queries.consents_of(document)
    has_partner = opened.partner is not None
    context = {
        **around(opened),
        **_read(document),
        "openness": queries.openness(document).value,
        "consents": [(partner, said.get(partner.pk)) for partner in queries.asked_of(document)],
        "own": said.get(opened.partner.pk) if opened.partner else None,
        "may_consent": permissions.may_consent(opened.role.kind, has_partner=has_partner).allowed,
    }
    return render(request, "evaluation/judgement/proposed.html", context)


@require_POST
@evaluation_page(whole.may_write)
@told_when_refused(HOME)
def consent(request: HttpRequest, opened: OpenedEvaluation, page: uuid.UUID) -> HttpResponse:
    """Say yes or no for one's partner to the exact document that was on screen."""
    document = _document(opened, page)
    demand(permissions.may_consent(opened.role.kind, has_partner=opened.partner is not None))
    if opened.partner is None or request.POST.get("sha256") != document.sha256:
        demand(Answer(Reason.SPEAKS_FOR_NOBODY if opened.partner is None else Reason.OTHER_DOCUMENT))
    elif request.POST.get("say") in ("yes", "no"):
        operations.consent(document, opened.partner, opened.account, given=request.POST["say"] == "yes")
    return HttpResponseRedirect(opened.url("judgement-proposed", document.public))


@require_safe
def public(request: HttpRequest, page: uuid.UUID) -> HttpResponse:
    """Show the frozen page to anybody while all partners consent; say that it was withdrawn once one does not."""
    document = queries.document_behind(page)
    state = Openness.WAITING if document is None else queries.openness(document)
    if document is None or state is Openness.WAITING:
        raise Http404
    if state is Openness.WITHDRAWN:
        return private(render(request, "evaluation/judgement/withdrawn.html", status=410))
    return private(render(request, "evaluation/judgement/public.html", _read(document)))


def _read(proposed: PublicDocument) -> dict[str, Any]:
    """Return what a page shows of a frozen document, in the language in which it was agreed on."""
    document = from_json(proposed.document)
    return {
        "proposed": proposed,
        "document": document,
        "sections": shown(document),
        "agreed": sum(consent.given for consent in queries.consents_of(proposed).values()),
        "other_language": document.lang != language(),
    }


def _document(opened: OpenedEvaluation, page: uuid.UUID) -> PublicDocument:
    document = queries.document_behind(page, opened.evaluation)
    if document is None:
        raise Http404
    return document
