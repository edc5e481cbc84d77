"""The editors' desk: who enters it, and the policy under which its pages run, since Wagtail writes scripts in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin

from cordee.apps.accounts.access import account_of, to_the_door
from cordee.apps.editorial.permissions import ENTER, may_enter
from cordee.apps.ui.privacy import private

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
    written = csp_replace(POLICY)(xframe_options_sameorigin(view))

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return private(to_the_door(request))
        verdict = may_enter({ENTER} if account_of(request).has_perm(ENTER) else set())
        if not verdict.allowed:
            raise PermissionDenied(verdict.words)
        return private(written(request, *args, **kwargs))

    return opened
