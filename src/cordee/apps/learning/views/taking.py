"""The packages of a course for other platforms, in the language of the address."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cordee.apps.learning.packages.kinds import KINDS
from cordee.apps.learning.packages.parcel import Parcel
from cordee.apps.learning.views.access import Moved, opened_course, to_present_name


@require_safe
def package(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give a course as a zip file that a learning platform imports."""
    wanted = next((one for one in KINDS if one.id == kind), None)
    if wanted is None:
        raise Http404
    try:
        opened = opened_course(request, slug)
    except Moved as moved:
        return to_present_name(moved, "learning:package", kind)
    url = f"{settings.PUBLIC_URL}{reverse('learning:course', args=[opened.slug])}"
    parcel = Parcel(opened.pack, opened.course, opened.lang, url)
    name = f"{opened.slug}-{opened.lang}-{kind}.zip"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        wanted.make(parcel), content_type="application/zip", headers={"Content-Disposition": disposition or ""}
    )
