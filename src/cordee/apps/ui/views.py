"""The gallery: every component, in every state, on one page that the tests and the designers read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.ui import gallery as samples


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component with sample content."""
    return render(request, "ui/gallery.html", samples.context())
