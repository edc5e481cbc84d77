"""The site of `bench/campaign.py`: the product, with one address more that does nothing, to compare with."""

# ruff: noqa: E402 - Django is set up before its addresses are read

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

application = get_wsgi_application()

from cordee.config import urls


def trivial(request: HttpRequest) -> HttpResponse:
    """Answer at once, through the same middleware as any page."""
    return HttpResponse("ok")


urls.urlpatterns.insert(0, path("trivial/", trivial))
