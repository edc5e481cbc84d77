"""The pages of the référentiel."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import find, url_of
from cordee.apps.library.opening import with_pack
from cordee.apps.library.referential import queries
from cordee.core.packs.pack import Pack


@require_safe
@with_pack
def table(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Approaches by objects, and the criteria that evaluators share."""
    criteria = queries.criteria_of(pack)
    context = {
        "rows": queries.table_of(pack),
        "objects": queries.objects_of(pack),
        "criteria_headers": (_("Critère"), _("Sa question"), _("Lien avec les approches")),
        "criteria_rows": tuple((one.name, one.question, one.relation) for one in criteria),
        "criteria_sources": queries.criteria_sources(pack),
    }
    return render(request, "library/referential/table.html", context)


@require_safe
@with_pack
def approach(request: HttpRequest, pack: Pack, slug: str) -> HttpResponse:
    """One approach and its objects; a former address leads to the present one."""
    found = find("axes", slug, pack)
    if found is None:
        raise Http404
    if found.moved:
        return HttpResponsePermanentRedirect(url_of("axes", found.id, pack) or "")
    return render(request, "library/referential/approach.html", {"page": queries.approach_page(pack, found.id)})
