"""What a page that needs an account begins with: whoever has not signed in is led to the door, then back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

Params = ParamSpec("Params")


def signed_in(
    view: Callable[Concatenate[HttpRequest, Params], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Params], HttpResponse]:
    """Open a page to those who have signed in."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return opened
