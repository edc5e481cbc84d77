"""The history of the library: every release, by whom, when, and what it changed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import REFERENCE_PACK, pack_of
from cordee.apps.workshop.access import Visitor, editor_page
from cordee.apps.workshop.drafts import differences, queries
from cordee.apps.workshop.drafts.bridge import document_of_release
from cordee.apps.workshop.permissions import may_edit


@require_safe
@editor_page(may_edit)
def history(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the releases, newest first, then the drafts that ended otherwise."""
    context = {
        "releases": [_shown(release) for release in queries.releases_of(REFERENCE_PACK)],
        "drafts": queries.drafts(),
        "trail": [(_("Atelier"), reverse("workshop:home")), (_("Historique"), "")],
    }
    return render(request, "workshop/history.html", context)


def _shown(release: PackRelease) -> dict[str, Any]:
    lang = language()
    change = next((one for one in pack_of(release).card.changes if one.version == release.version), None)
    approved = queries.approved_request(release)
    return {
        "release": release,
        "note": change.summary.in_(lang) if change else "",
        "approved": approved,
        "authors": queries.authors_of(approved.draft) if approved else [],
        "url": reverse("workshop:release", args=[release.version]),
    }


@require_safe
@editor_page(may_edit)
def release(request: HttpRequest, visitor: Visitor, version: str) -> HttpResponse:
    """Show one release: its note, its authors, what it changed since the one before."""
    found, before = _with_the_one_before(version)
    told = None
    if before is not None:
        told = differences.told(document_of_release(before), document_of_release(found), before.version, language())
    shown = _shown(found)
    context = {
        **shown,
        "made": shown,
        "before": before,
        "told": told,
        "trail": [
            (_("Atelier"), reverse("workshop:home")),
            (_("Historique"), reverse("workshop:history")),
            (found.version, ""),
        ],
    }
    return render(request, "workshop/release.html", context)


@require_safe
@editor_page(may_edit)
def release_file(request: HttpRequest, visitor: Visitor, version: str) -> HttpResponse:
    """Give a release as the file that the folder of a pack keeps, so that the folder may carry it too."""
    found, _before = _with_the_one_before(version)
    response = HttpResponse(found.document.encode(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{found.version}.json"'
    return response


def _with_the_one_before(version: str) -> tuple[PackRelease, PackRelease | None]:
    releases = queries.releases_of(REFERENCE_PACK)
    position = next((number for number, one in enumerate(releases) if one.version == version), None)
    if position is None:
        raise Http404
    return releases[position], releases[position + 1] if position + 1 < len(releases) else None
