"""What opens the pages of the workshop: who is asking, what they are here, and the words when it stays closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.ui.errors import ErrorWords, error_page, not_found_words
from cordee.apps.ui.privacy import private
from cordee.apps.workshop import permissions
from cordee.apps.workshop.models import Editor
from cordee.apps.workshop.permissions import Reason, Role, Verdict

Params = ParamSpec("Params")
Permission = Callable[[Role], Verdict]


@dataclass(frozen=True)
class Visitor:
    """Who came, and what they may do here."""

    account: Account
    role: Role

    @property
    def is_editor(self) -> bool:
        """Tell whether they edit."""
        return permissions.may_edit(self.role).allowed

    @property
    def is_publisher(self) -> bool:
        """Tell whether they publish."""
        return permissions.may_publish(self.role).allowed


VisitorView = Callable[Concatenate[HttpRequest, Visitor, Params], HttpResponse]
View = Callable[Concatenate[HttpRequest, Params], HttpResponse]


def visitor_of(request: HttpRequest) -> Visitor:
    """Return who is signed in, with their role here if they have one."""
    account = account_of(request)
    return Visitor(account, Editor.objects.filter(account=account).values_list("role", flat=True).first())


def visitor_page(view: VisitorView[Params]) -> View[Params]:
    """Open a page to whoever signed in, and say what they are here."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        return private(view(request, visitor_of(request), *args, **kwargs))

    return signed_in(opened)


def editor_page(permission: Permission) -> Callable[[VisitorView[Params]], View[Params]]:
    """Open a page to the roles that a permission allows; anybody else who signed in is told why it stays closed."""

    def decorated(view: VisitorView[Params]) -> View[Params]:
        @wraps(view)
        def opened(request: HttpRequest, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
            visitor = visitor_of(request)
            verdict = permission(visitor.role)
            if not verdict.allowed:
                return refusal(request, verdict)
            return private(view(request, visitor, *args, **kwargs))

        return signed_in(opened)

    return decorated


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Answer somebody who may not: unknown is not found, anything else says why and what is possible instead."""
    if verdict.reason is Reason.UNKNOWN:
        return private(error_page(request, 404, not_found_words))
    return private(error_page(request, 403, lambda: closed_words(verdict)))


def closed_words(verdict: Verdict) -> ErrorWords:
    """Words of a page of the workshop that stays closed."""
    return ErrorWords(
        _("Cela ne vous est pas ouvert"),
        verdict.said,
        (
            _("Vous pouvez proposer un outil, un récit, un mot ou une correction sans être de l’équipe."),
            _("Pour rejoindre l’équipe, écrivez à l’exploitant du site."),
        ),
    )
