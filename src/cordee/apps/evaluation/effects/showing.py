"""The pages that illustrate an effect: words or a file with consent, and the consent taken back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.evaluation import permissions as room
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.effects import operations, permissions, queries
from cordee.apps.evaluation.effects.forms import IllustrationForm, WithdrawForm
from cordee.apps.evaluation.effects.views import GET_OR_POST, found
from cordee.apps.evaluation.once import key_in
from cordee.apps.evaluation.parts import around
from cordee.apps.evaluation.uploads import is_kept, keeps_what_was_typed
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

    def keep() -> None:
        given = form.cleaned_data
        asked = {"keeps_place": given["keeps_place"], "key": key_in(request)}
        operations.illustrate(row, opened.account, form.values, given["file"], **asked)

    if form.is_bound and is_kept(request, form, keep):
        messages.success(request, _("L’illustration est gardée, avec l’accord qui va avec."))
        return HttpResponseRedirect(opened.url("effect", row.public))
    context = {
        **around(opened),
        "effect": row,
        "form": form,
        "once": key_in(request),
        "cancel_url": opened.url("effect", row.public),
    }
    return render(request, "evaluation/effects/illustrate.html", context, status=422 if form.is_bound else 200)


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
        messages.success(
            request, _("L’illustration est retirée : ses mots, son nom et son fichier ne sont plus montrés.")
        )
        return HttpResponseRedirect(opened.url("effect", row.public))
    context = {**around(opened), "effect": row, "shown": shown, "form": form}
    context["cancel_url"] = opened.url("effect", row.public)
    return render(request, "evaluation/effects/withdraw.html", context, status=422 if form.is_bound else 200)
