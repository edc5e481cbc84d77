"""The pages of the archive: a piece with its versions, and each file, always to be saved and never run."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.accounts.access import account_of
from cordee.apps.evidence import operations, queries, storage
from cordee.apps.evidence.forms import FileForm
from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.evidence.refusals import Refused
from cordee.apps.evidence.uploads import receives_files
from cordee.apps.organisations.access import Opened, alliance_page
from cordee.apps.organisations.permissions import may_read, may_take_part
from cordee.apps.ui.errors import ErrorWords, error_page


def found(opened: Opened, public: uuid.UUID) -> Evidence:
    """Return a piece of the alliance on screen; any other does not exist."""
    evidence = queries.evidence_behind(public, opened.alliance)
    if evidence is None:
        raise Http404
    return evidence


@require_http_methods(["GET", "HEAD", "POST"])
@receives_files
def piece(request: HttpRequest, alliance: uuid.UUID, evidence: uuid.UUID) -> HttpResponse:
    """A piece with its versions; those who take part give a newer one."""
    view = revise if request.method == "POST" else show
    return view(request, alliance, evidence)


@alliance_page(may_read)
def show(request: HttpRequest, opened: Opened, evidence: uuid.UUID) -> HttpResponse:
    """Show the versions of a piece."""
    return drawn(request, opened, found(opened, evidence), FileForm())


@alliance_page(may_take_part)
def revise(request: HttpRequest, opened: Opened, evidence: uuid.UUID) -> HttpResponse:
    """Keep a newer version, or say why it is not kept."""
    kept = found(opened, evidence)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            operations.revise(kept, account_of(request), upload=given["file"], keeps_place=given["keeps_place"])
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return HttpResponseRedirect(reverse("evidence:piece", args=[opened.alliance.public, kept.public]))
    return drawn(request, opened, kept, form)


def drawn(request: HttpRequest, opened: Opened, evidence: Evidence, form: FileForm) -> HttpResponse:
    """Draw the page of a piece."""
    context: dict[str, Any] = {
        "evidence": evidence,
        "alliance": opened.alliance,
        "revisions": queries.revisions_of(evidence),
        "form": form,
        "may_revise": opened.may(may_take_part),
        "trail": [(opened.alliance.name, opened.url("alliance")), (evidence.title, "")],
    }
    return render(request, "evidence/piece.html", context, status=422 if form.errors else 200)


@require_safe
def file(request: HttpRequest, alliance: uuid.UUID, evidence: uuid.UUID, number: int) -> HttpResponse:
    """The file of one version. A copy that the reader already has is checked with the server at each use."""
    response = give(request, alliance, evidence, number)
    if "ETag" in response:
        response["Cache-Control"] = "private, no-cache"
    return response


@alliance_page(may_read)
def give(request: HttpRequest, opened: Opened, evidence: uuid.UUID, number: int) -> HttpResponse:
    """Give a file to save: never shown in the site's own pages, never run, its type never guessed."""
    revision = found(opened, evidence).revisions.filter(number=number).first()
    if revision is None:
        raise Http404
    etag = f'"{revision.sha256}"'
    try:
        response: Any = get_conditional_response(request, etag=etag) or sent(revision)
    except FileNotFoundError:
        return error_page(request, 410, missing_words)
    response["ETag"] = etag
    return response  # type: ignore[no-any-return]


def sent(revision: Revision) -> FileResponse:
    """Return the file itself, chunk by chunk."""
    stream = storage.path_of(revision.stored_as).open("rb")
    response = FileResponse(stream, as_attachment=True, filename=revision.name, content_type=revision.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response._csp_replace = {"default-src": ["'none'"], "sandbox": []}  # type: ignore[attr-defined]
    return response


def missing_words() -> ErrorWords:
    """Words of a file that is no longer where its row says."""
    return ErrorWords(
        _("Ce fichier manque"),
        _("Sa fiche est là, mais pas son contenu : il a pu être perdu pendant une restauration du site."),
        (
            _("Prévenez l’exploitant du site : une sauvegarde peut le contenir."),
            _("Si vous l’avez encore, donnez-le comme nouvelle version : son empreinte dira si c’est le même."),
        ),
    )
