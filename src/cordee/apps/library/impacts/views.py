"""The pages of the impacts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import find, url_of
from cordee.apps.library.impacts import queries
from cordee.apps.library.opening import with_pack
from cordee.core.packs.pack import Pack


@require_safe
@with_pack
def every(request: HttpRequest, pack: Pack) -> HttpResponse:
    """The impacts side by side, on one scale of time."""
    context = {"cards": queries.cards_of(pack), "clocks": queries.clocks_of(pack)} if pack.impacts else {"cards": ()}
    return render(request, "library/impacts/all.html", context)


@require_safe
@with_pack
def impact(request: HttpRequest, pack: Pack, slug: str) -> HttpResponse:
    """One impact; a former address leads to the present one."""
    found = find("impacts", slug, pack)
    if found is None:
        raise Http404
    if found.moved:
        return HttpResponsePermanentRedirect(url_of("impacts", found.id, pack) or "")
    page = queries.page_of(pack, found.id)
    headers = (_("Indicateur"), _("Unité"), _("Comment le recueillir"))
    return render(request, "library/impacts/impact.html", {"page": page, "headers": headers})
