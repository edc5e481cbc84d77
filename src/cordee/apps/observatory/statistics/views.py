"""The statistics of a region as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cordee.apps.observatory.statistics.showing import write_lines
from cordee.apps.organisations.territory_shapes import region_places
from cordee.apps.ui.privacy import unlisted


@require_safe
def region_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The lines of a region, under the header of the file; only the header while there is nothing to show."""
    if code not in region_places():
        raise Http404
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="statistiques-{code}.csv"'
    write_lines(response, code)  # type: ignore[arg-type]
    return unlisted(response)
