"""The editors' desk: who enters it, and the policy under which its pages run, since Wagtail writes scripts in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from cordee.apps.accounts.access import account_of, to_the_door
from cordee.apps.editorial.permissions import ENTER, may_enter
from cordee.apps.ui.privacy import private

POLICY_HEADER = "Content-Security-Policy"
View = Callable[..., HttpResponse]
POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    # A page is previewed in a frame beside its form.
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


def at_the_desk(view: View) -> View:
    """Open a page of the desk to editors, out of caches and search engines, under the policy that it needs."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return private(to_the_door(request))
        verdict = may_enter({ENTER} if account_of(request).has_perm(ENTER) else set())
        if not verdict.allowed:
            raise PermissionDenied(verdict.words)
        return private(framed(view(request, *args, **kwargs)))

    return opened


def framed(response: HttpResponse) -> HttpResponse:
    """Let a page of the desk be framed by the desk alone, under the policy it needs.

    A preview went through the whole site: it is a page of the site, and keeps its strict policy but for the frame.
    """
    is_preview = POLICY_HEADER in response
    response["X-Frame-Options"] = "SAMEORIGIN"
    del response[POLICY_HEADER]
    response._csp_replace = {"frame-ancestors": [SELF]} if is_preview else POLICY  # type: ignore[attr-defined]
    return response
