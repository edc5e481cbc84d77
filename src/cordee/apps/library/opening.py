"""What opens a page of the hall: the reference pack, or a page that says that none is loaded yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cordee.apps.library.addresses import current_pack
from cordee.core.packs.pack import Pack

PackView = Callable[..., HttpResponse]


def with_pack(view: PackView) -> Callable[..., HttpResponse]:
    """Hand the reference pack to a view; answer with words rather than an error where there is none."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        pack: Pack | None = current_pack()
        return view(request, pack, *args, **named) if pack else render(request, "library/no_pack.html")

    return opened
