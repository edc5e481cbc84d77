"""What opens a page to whoever has signed in; anybody else is led to the door, then back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from cordee.apps.accounts.models import Account

Params = ParamSpec("Params")
View = Callable[Concatenate[HttpRequest, Params], HttpResponse]


def signed_in(view: View[Params]) -> View[Params]:
    """Open a page to accounts only, and keep it out of caches: it is about somebody."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_the_door(request)
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return opened


def account_of(request: HttpRequest) -> Account:
    """Return who is signed in, on a page that only opens to those who are."""
    if isinstance(request.user, AnonymousUser):
        raise TypeError("This page opens to accounts only: its view lacks `signed_in`.")
    return request.user


def to_the_door(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in page, in the language on screen, which leads back here afterwards."""
    address = f"{reverse('account_login')}?{urlencode({'next': way_back(request)})}"
    if getattr(request, "htmx", False):
        # A part of a page cannot hold the sign-in page: the whole page goes there.
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def way_back(request: HttpRequest) -> str:
    """Return the page to come back to: with HTMX, the page on screen and not the part of it that was asked for."""
    htmx = getattr(request, "htmx", None)
    on_screen = htmx.current_url_abs_path if htmx else None
    return str(on_screen or request.get_full_path())
