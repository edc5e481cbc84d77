"""The pages that explain: a finished example, and how each number is computed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cordee.apps.diagnosis.example import STORY, example_result
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.method import families, page_of
from cordee.apps.diagnosis.views.access import no_pack
from cordee.apps.diagnosis.views.reading import drawings
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of


@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """Show a finished result on the answers of an invented alliance, read by the same engine as any other."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    result = example_result(pack_of(release), language(get_language()))
    context = {**drawings(result), "owner": False, "example": True, "story": STORY}
    return render(request, "diagnosis/result.html", context)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what is explained."""
    return render(request, "diagnosis/method.html", {"families": families(language(get_language()))})


@require_safe
def family(request: HttpRequest, family: str) -> HttpResponse:
    """Explain one family of measures, with the numbers of the current rules."""
    lang = language(get_language())
    known = families(lang)
    if family not in {one.slug for one in known}:
        raise Http404
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    page = page_of(family, pack_of(release), lang)
    return render(request, "diagnosis/measure.html", {"page": page, "families": known, "release": release})
