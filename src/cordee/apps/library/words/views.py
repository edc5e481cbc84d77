"""The pages of the words, the card that any screen opens, and the files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import find, language, url_of
from cordee.apps.library.opening import with_pack
from cordee.apps.library.words import queries
from cordee.apps.library.words.listing import entry_of, listing_of
from cordee.apps.library.words.sheet import glossary_csv
from cordee.apps.library.words.skos import glossary_turtle
from cordee.apps.library.words.structured import defined_term, defined_term_set
from cordee.apps.ui.privacy import unlisted
from cordee.core.packs.pack import Pack

LONGEST_SEARCH = 100


@require_safe
@with_pack
def listing(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Every word, or those that a reader looks for."""
    wanted = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    found = listing_of(pack, wanted, request.GET.get("family", ""))
    data = defined_term_set(found, request.build_absolute_uri("/").rstrip("/"), pack.card.name.in_(language()))
    context = {"listing": found, "version": pack.card.version, "data": data}
    return render(request, "library/words/list.html", context)


@require_safe
@with_pack
def term(request: HttpRequest, pack: Pack, slug: str) -> HttpResponse:
    """One word; a former address leads to the present one, an unknown one proposes words that look like it."""
    found = find("terms", slug, pack)
    if found is None:
        return render(request, "library/words/unknown.html", {"alike": queries.alike(pack, slug)}, status=404)
    if found.moved:
        return HttpResponsePermanentRedirect(url_of("terms", found.id, pack) or "")
    known = queries.term_by_id(pack, found.id)
    if known is None:
        raise Http404
    page = queries.page_of(pack, known)
    address = request.build_absolute_uri(page.entry.url)
    context = {"page": page, "data": defined_term(page, address, pack.card.name.in_(language()))}
    return render(request, "library/words/term.html", context)


@require_safe
@with_pack
def by_id(request: HttpRequest, pack: Pack, term: str) -> HttpResponse:
    """Lead from the lasting id of a word to its page, whatever its name is today."""
    url = url_of("terms", term, pack)
    if url is None:
        raise Http404
    return redirect(url)


@require_safe
@with_pack
def card(request: HttpRequest, pack: Pack, term: str) -> HttpResponse:
    """Give a word as a card to show on top of another page."""
    known = queries.term_by_id(pack, term)
    if known is None:
        raise Http404
    context = {"entry": entry_of(known, language()), "example": known.example.in_(language()) if known.example else ""}
    return unlisted(render(request, "library/words/card.html", context))


@require_safe
@with_pack
def csv_file(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Give the glossary as a table for spreadsheets, both languages side by side."""
    return _file(glossary_csv(pack), "text/csv; charset=utf-8", "csv", pack)


@require_safe
@with_pack
def skos_file(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Give the glossary as a SKOS vocabulary, for thesauri and programs."""
    root = request.build_absolute_uri("/")
    return _file(glossary_turtle(pack, root), "text/turtle; charset=utf-8", "ttl", pack)


def _file(content: str, content_type: str, ending: str, pack: Pack) -> HttpResponse:
    name = f"cordee-glossaire-{pack.card.version}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
