"""What opens a page made of the pack: the newest release; while there is none, a page that says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import current_pack
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.core.packs.pack import Pack

Part = TypeVar("Part")
Shown = Callable[[HttpRequest, Pack, Part], HttpResponse]
PackView = Callable[..., HttpResponse]


def with_pack(view: PackView) -> Callable[..., HttpResponse]:
    """Hand the reference pack to a view; answer with words rather than an error where there is none."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        pack: Pack | None = current_pack()
        return view(request, pack, *args, **named) if pack else render(request, "library/no_pack.html")

    return opened


def opening(part: Callable[[Pack], Part | None]) -> Callable[[Shown[Part]], Callable[[HttpRequest], HttpResponse]]:
    """Give a page the pack and one part of it; where the part is missing, say so instead."""

    def decorate(view: Shown[Part]) -> Callable[[HttpRequest], HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest) -> HttpResponse:
            pack = current_pack()
            found = part(pack) if pack else None
            if pack is None or found is None:
                return error_page(request, 503, not_there_words)
            return view(request, pack, found)

        return opened

    return decorate


def not_there_words() -> ErrorWords:
    """Words of a page whose content is not loaded yet."""
    return ErrorWords(
        _("Cette page n’a pas encore son contenu"),
        _("Elle est faite du pack de référence, qui n’est pas chargé sur ce site ou n’a pas encore cette partie."),
        (_("Prévenez la personne qui tient ce site : elle peut charger le pack en une commande."),),
    )
