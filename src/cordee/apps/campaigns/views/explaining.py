"""The pages that explain a 360° to anyone: a finished example."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cordee.apps.campaigns.example import STORY, example_told
from cordee.apps.campaigns.views.drawing import drawings
from cordee.apps.diagnosis.language import language
from cordee.apps.diagnosis.views.access import no_pack
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of


@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """Show the finished 360° of an invented alliance, read by the same engine as any other."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        return no_pack(request)
    told = example_told(pack_of(release), language(get_language()))
    context = {**drawings(told), "example": True, "story": STORY, "documents": {}, "urls": {"meeting": ""}}
    return render(request, "campaigns/reading/result.html", context)
