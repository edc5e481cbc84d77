"""The pages of the registry: every published figure, and whether two of them may be compared."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.observatory.comparing.answering import answer
from cordee.apps.observatory.comparing.choosing import PairForm
from cordee.apps.observatory.forms import SortingForm
from cordee.apps.observatory.published.intervals import sampling_interval
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.observatory.published.telling import told, told_series
from cordee.apps.ui.privacy import unlisted
from cordee.core.published import PublishedFigure, contradictions

COLUMNS = (
    *("id", "series", "programme", "population", "year", "territory", "question", "value", "unit", "n"),
    *("lower_srs", "upper_srs", "source", "note"),
)


@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """Every published figure, or those that were asked for."""
    form = SortingForm(request.GET or {})
    figures = form.sort()
    everything = published_figures()
    context = {
        "form": form,
        "series": told_series(figures),
        "shown": len(figures),
        "total": len(everything),
        "with_interval": sum(sampling_interval(one).has_interval for one in everything),
        "conflicts": [[told(one) for one in group] for group in contradictions(figures)],
    }
    return render(request, "observatory/published.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two figures side by side, and whether they may be compared."""
    brought = [request.GET.get(name, "") for name in ("a", "b")]
    asked = "a" in request.GET and "b" in request.GET
    form = PairForm(request.GET if asked else None, initial={"a": brought[0]}, brought=brought)
    found = answer(*form.pair) if asked and form.is_valid() else None
    context = {"form": form, "answer": found}
    return unlisted(render(request, "observatory/compare.html", context, status=422 if asked and not found else 200))


@require_safe
def published_csv(request: HttpRequest) -> HttpResponse:
    """The registry as a file, with the intervals that could be computed."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="chiffres-publies.csv"'
    writer = csv.DictWriter(response, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(one) for one in published_figures())
    return response


def _row(figure: PublishedFigure) -> dict[str, object]:
    estimate = sampling_interval(figure)
    lower, upper = estimate.bounds if estimate.has_interval else ("", "")
    values = {name: getattr(figure, name, "") for name in COLUMNS}
    return {**values, "value": f"{figure.value:g}", "n": figure.n or "", "lower_srs": lower, "upper_srs": upper}
