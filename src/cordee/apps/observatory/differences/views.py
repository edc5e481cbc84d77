"""The comparisons of an edition on a page, and each set of them as a file."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.observatory.differences.addresses import address_of_set
from cordee.apps.observatory.differences.drawing import difference_strip
from cordee.apps.observatory.differences.files import FORMATS
from cordee.apps.observatory.differences.forms import ComparisonForm
from cordee.apps.observatory.differences.sets import DifferenceSet, compared_questions
from cordee.apps.observatory.differences.telling import set_name, table_of
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.editions.telling import told_edition
from cordee.apps.observatory.editions.views import guarded, of_edition
from cordee.apps.observatory.editions.wording import title_of
from cordee.apps.ui.figures import drawn
from cordee.apps.ui.privacy import unlisted


@of_edition
def comparisons(request: HttpRequest, edition: ShelvedEdition) -> HttpResponse:
    """The comparisons of one question: a sentence, a drawing, a table, the files."""
    context: dict[str, Any] = {
        "edition": told_edition(edition),
        "trail": [
            (_("Observatoire"), reverse("observatory:entrance")),
            (_("Éditions"), reverse("observatory:editions")),
            (title_of(edition), reverse("observatory:edition", args=[edition.card.id])),
            (_("Comparaisons"), ""),
        ],
    }
    form = ComparisonForm(edition, request.GET) if compared_questions(edition) else None
    if form:
        context |= {"form": form, **shown(form.shown)}
    response = render(request, "observatory/comparisons.html", context)
    return unlisted(response) if request.GET or edition.withdrawal else response


@of_edition
def file(request: HttpRequest, edition: ShelvedEdition, ending: str) -> HttpResponse:
    """One set of comparisons as a file; a choice that does not exist takes the first, as on the page."""
    if ending not in FORMATS or not compared_questions(edition):
        raise Http404
    form, written = ComparisonForm(edition, request.GET), FORMATS[ending]
    response = HttpResponse(written.write(form.shown), content_type=written.content_type)
    name = f"{form.question.key}-{form.shown.key}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return unlisted(guarded(response))


def shown(one: DifferenceSet) -> dict[str, Any]:
    """Return what a page shows of a set."""
    headings, rows = table_of(one)
    figure = difference_strip(one)
    return {
        "figure": drawn(figure),
        "name": set_name(one),
        "headings": headings,
        "rows": rows,
        "files": [(ending.upper(), address_of_set(one, ending)) for ending in FORMATS],
    }
