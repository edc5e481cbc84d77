"""What the views of the judgement share: a rubric behind an address, and a refusal in words."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement import queries
from cordee.apps.evaluation.judgement.permissions import Refused
from cordee.apps.evaluation.judgement.words import refusal_words
from cordee.apps.evaluation.models import Rubric

GET_OR_POST = ["GET", "HEAD", "POST"]


def rubric_of(opened: OpenedEvaluation, public: uuid.UUID) -> Rubric:
    """Return a rubric of this evaluation, or say that there is no such page."""
    rubric = queries.rubric_behind(opened.evaluation, public)
    if rubric is None:
        raise Http404
    return rubric


def told_when_refused(back: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Lead back to a page, with the reason in words, when a verb is refused."""

    def decorated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answered(request: HttpRequest, opened: OpenedEvaluation, **parts: Any) -> HttpResponse:
            try:
                return view(request, opened, **parts)
            except Refused as error:
                messages.warning(request, refusal_words(error.answer))
                return HttpResponseRedirect(opened.url(back))

        return answered

    return decorated
