"""The page that erases one's progress: it says what will go, then does it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.learning.keeping import Keeper
from cordee.apps.ui.privacy import unlisted


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Ask, then forget progress and texts at once."""
    keeper = Keeper(request)
    if request.method != "POST":
        return unlisted(render(request, "learning/erase.html", {"is_signed_in": keeper.account is not None}))
    keeper.erase()
    messages.success(request, _("Votre avancement et ce que vous aviez écrit sont effacés."))
    return keeper.finish(HttpResponseRedirect(reverse("learning:list")))
