"""What opens a page of an evaluation: whoever has a role in its alliance, as a permission says."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.evaluation import queries
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.organisations.access import Permission, refusal
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner
from cordee.apps.ui.privacy import private

Params = ParamSpec("Params")


@dataclass(frozen=True)
class OpenedEvaluation:
    """An evaluation, opened by someone who holds a role in its alliance."""

    evaluation: Evaluation
    role: AllianceRole
    in_public: bool = False
    """Whether what is read is for anybody: then only what people agreed to show to everybody stands in it."""

    @property
    def alliance(self) -> Alliance:
        """The alliance that evaluates itself."""
        return self.evaluation.alliance

    @property
    def account(self) -> Account:
        """Who is reading."""
        return self.role.account

    @property
    def partner(self) -> Partner | None:
        """The partner on whose behalf the reader speaks; None when their role names none."""
        return self.role.partner

    def may(self, permission: Permission) -> bool:
        """Tell whether the reader's role allows something."""
        return permission(self.role.kind).allowed

    def url(self, name: str, *args: object) -> str:
        """Return the address of one of its pages."""
        return reverse(f"evaluation:{name}", args=[self.evaluation.public, *args])

    def trail(self, *steps: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the way from the alliance to a page of the evaluation."""
        alliance = (self.alliance.name, reverse("organisations:alliance", args=[self.alliance.public]))
        return [alliance, (self.evaluation.title, self.url("overview")), *steps]


EvaluationView = Callable[Concatenate[HttpRequest, OpenedEvaluation, Params], HttpResponse]
PublicView = Callable[Concatenate[HttpRequest, uuid.UUID, Params], HttpResponse]


def evaluation_page(permission: Permission) -> Callable[[EvaluationView[Params]], PublicView[Params]]:
    """Open a page of an evaluation to the roles that a permission allows; to strangers it does not exist."""

    def decorated(view: EvaluationView[Params]) -> PublicView[Params]:
        @wraps(view)
        def opened(
            request: HttpRequest, evaluation: uuid.UUID, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            found = queries.evaluation_behind(evaluation, account_of(request))
            verdict = permission(found[1].kind if found else None)
            if found is None or not verdict.allowed:
                return refusal(request, verdict)
            return private(view(request, OpenedEvaluation(*found), *args, **kwargs))

        return signed_in(opened)

    return decorated
