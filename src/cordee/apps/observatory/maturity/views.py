"""The page of the maturity barometer, and its numbers as a file."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.observatory.maturity.queries import Shown, shown_barometers
from cordee.apps.observatory.maturity.telling import lines_of, told
from cordee.core.benchmark import FEWEST

COLUMNS = ("form", "alliances", "made_on", "synthetic", "axis", "approach", "mean_maturity", "stages", "percent")


@require_safe
def barometer(request: HttpRequest) -> HttpResponse:
    """Where consenting alliances stand; or that they are too few, which is a result."""
    barometers = [told(shown) for shown in shown_barometers()]
    return render(request, "observatory/maturity.html", {"barometers": barometers, "fewest": FEWEST})


@require_safe
def barometer_csv(request: HttpRequest) -> HttpResponse:
    """The numbers of the page, one line a group of stages; only the headings while there is nothing to show."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="barometre-maturite.csv"'
    writer = csv.writer(response, lineterminator="\n")
    writer.writerow(COLUMNS)
    for shown in shown_barometers():
        writer.writerows(_rows(shown))
    return response


def _rows(shown: Shown) -> list[tuple[object, ...]]:
    base = (shown.form, shown.barometer.count, shown.made_on.isoformat(), str(shown.synthetic).lower())
    return [(*base, one.axis, one.approach, one.mean, one.stages, one.percent) for one in lines_of(shown)]
