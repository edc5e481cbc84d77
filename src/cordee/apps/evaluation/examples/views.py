"""The pages of the examples: the three stories, and each in the shape of an evaluation. Nothing is written here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.evaluation.examples.chosen import Place
from cordee.apps.evaluation.examples.queries import page_of, pages_of
from cordee.apps.library.finding import nothing_loaded
from cordee.apps.library.reading import opened


@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    """Show the three stories, with how much of an evaluation is published of each."""
    library = opened()
    if library is None:
        return nothing_loaded(request)
    return render(request, "evaluation/examples/examples.html", {"pages": pages_of(library)})


@require_safe
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one story in the shape of an evaluation: each fact with its source, what is missing said so."""
    library = opened()
    if library is None:
        return nothing_loaded(request)
    page = page_of(library, slug)
    if page is None:
        raise Http404
    context = {
        "page": page,
        **{place.value: page.at(place) for place in Place},
        "trail": [(_("Exemples d’évaluation"), reverse("evaluation:examples")), (page.name, "")],
    }
    return render(request, "evaluation/examples/example.html", context)
