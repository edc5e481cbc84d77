"""The addresses of `bench/search.py`: those of the product, and one that does nothing, to compare with."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from cordee.config import urls


def trivial(request: HttpRequest) -> HttpResponse:
    """Answer at once, through the same middleware as any page."""
    return HttpResponse("ok")


urlpatterns = [path("trivial/", trivial), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
