"""The local mailbox: on one's own machine, without a mail server, letters are read here and go nowhere."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cordee.apps.post import queries
from cordee.apps.post.models import Letter
from cordee.apps.post.reasons import sentence
from cordee.apps.ui.privacy import private

SHOWN = 100
RELAYED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
SANDBOX = ["allow-popups", "allow-popups-to-escape-sandbox", "allow-top-navigation-by-user-activation"]

View = Callable[..., HttpResponse]


def is_from_this_machine(request: HttpRequest) -> bool:
    """Tell whether a request comes from this very machine, and was not passed on by a relay that runs here."""
    if settings.BEHIND_PROXY or any(name in request.META for name in RELAYED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def at_home(view: View) -> View:
    """Open a page only on a machine that sends nothing, to this machine only; anywhere else it does not exist."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.LETTERS_STAY_HERE or not is_from_this_machine(request):
            raise Http404
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return opened


@require_safe
@at_home
def mailbox(request: HttpRequest) -> HttpResponse:
    """The last letters written, the newest first."""
    return render(request, "post/mailbox.html", {"letters": queries.latest(SHOWN)})


@require_safe
@csp_replace({"frame-src": ["'self'"]})
@at_home
def letter(request: HttpRequest, public: uuid.UUID) -> HttpResponse:
    """One letter, as text and as its reader's mail program would draw it."""
    found = get_object_or_404(Letter, public=public)
    context = {
        "letter": found,
        "state": state_words(found),
        "reason": sentence(found.last_error),
        "trail": [(_("Boîte aux lettres"), reverse("post:mailbox")), (found.subject, "")],
    }
    return render(request, "post/mailbox_letter.html", context)


@require_safe
@xframe_options_sameorigin
@csp_replace({"style-src": ["'unsafe-inline'"], "frame-ancestors": ["'self'"], "sandbox": SANDBOX})
@at_home
def html(request: HttpRequest, public: uuid.UUID) -> HttpResponse:
    """The HTML of a letter, alone and without any script; its links leave the frame."""
    found = get_object_or_404(Letter, public=public)
    return private(HttpResponse(found.html.replace("<head>", '<head><base target="_top">', 1)))


def state_words(letter: Letter) -> str:
    """Return where a letter stands, in words."""
    words = {
        Letter.State.WAITING: _("en attente"),
        Letter.State.LEAVING: _("en train de partir"),
        Letter.State.SENT: _("arrivée"),
        Letter.State.IN_DOUBT: _("en doute"),
        Letter.State.FAILED: _("non partie"),
        Letter.State.WITHDRAWN: _("retirée"),
    }
    return words[Letter.State(letter.state)]
