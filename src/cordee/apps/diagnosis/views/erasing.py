"""The pages that erase: one asks, one does it, one says it is done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.views.access import Opened, owner_page
from cordee.apps.ui.privacy import private


@require_http_methods(["GET", "HEAD", "POST"])
@owner_page
def erase(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what will go, then delete it at once."""
    if request.method == "POST":
        operations.erase(opened.diagnosis)
        return HttpResponseRedirect(reverse("diagnosis:erased"))
    return render(request, "diagnosis/erase.html", {"back_url": opened.url("resume")})


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that nothing is left."""
    return private(render(request, "diagnosis/erased.html"))
