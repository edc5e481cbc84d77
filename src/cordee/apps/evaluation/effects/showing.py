"""The pages that illustrate an effect: words or a file with consent, and the consent taken back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cordee.apps.evaluation import permissions as room
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.effects import operations, permissions, queries
from cordee.apps.evaluation.effects.forms import IllustrationForm, WithdrawForm
from cordee.apps.evaluation.effects.uploads import keeps_what_was_typed
from cordee.apps.evaluation.effects.views import GET_OR_POST, found
from cordee.apps.evaluation.models import Effect
from cordee.apps.evaluation.parts import around
from cordee.apps.evidence.refusals import Fault, Refused
from cordee.apps.organisations.access import refusal


@require_http_methods(GET_OR_POST)
@keeps_what_was_typed
@evaluation_page(room.may_write)
def illustrate(request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID) -> HttpResponse:
    """Add an illustration; a file that is refused says why, and what was typed comes back."""
    row = found(opened, effect)
    verdict = permissions.may_illustrate(row.illustrations.count())
    if not verdict.allowed:
        return refusal(request, verdict)
    form = IllustrationForm(request.POST, request.FILES) if request.method == "POST" else IllustrationForm()
    if form.is_bound and is_kept(request, opened, row, form):
        return HttpResponseRedirect(opened.url("effect", row.public))
    context = {**around(opened), "effect": row, "form": form, "cancel_url": opened.url("effect", row.public)}
    return render(request, "evaluation/effects/illustrate.html", context, status=422 if form.is_bound else 200)


def is_kept(request: HttpRequest, opened: OpenedEvaluation, row: Effect, form: IllustrationForm) -> bool:
    """Keep what a form gives and tell whether it is kept; the form says why when it is not."""
    is_valid = form.is_valid()
    try:
        if getattr(request, "too_large", False):
            form.errors.pop("file", None)
            raise Refused(Fault.TOO_LARGE, megabytes=settings.EVIDENCE_MOST_BYTES // 1_000_000)
        if is_valid:
            given = form.cleaned_data
            operations.illustrate(row, opened.account, form.values, given["file"], keeps_place=given["keeps_place"])
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    return is_valid


@require_http_methods(GET_OR_POST)
@evaluation_page(room.may_write)
def withdraw(
    request: HttpRequest, opened: OpenedEvaluation, effect: uuid.UUID, illustration: uuid.UUID
) -> HttpResponse:
    """Take an illustration back, once it is confirmed."""
    row = found(opened, effect)
    shown = queries.illustration_behind(illustration, row)
    if shown is None:
        raise Http404
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        operations.withdraw(shown, opened.account, form.cleaned_data["note"])
        return HttpResponseRedirect(opened.url("effect", row.public))
    context = {**around(opened), "effect": row, "shown": shown, "form": form}
    context["cancel_url"] = opened.url("effect", row.public)
    return render(request, "evaluation/effects/withdraw.html", context, status=422 if form.is_bound else 200)
