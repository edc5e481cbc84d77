"""The evaluations of an alliance, a new one, one as a whole, its title."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.evaluation import operations, permissions, queries
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.doors import doors_of
from cordee.apps.evaluation.forms import TitleChangeForm, TitleForm
from cordee.apps.evaluation.parts import around, cards_of, summary_of
from cordee.apps.organisations.access import Opened, alliance_page, refusal
from cordee.apps.organisations.views.changing import attempt

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
@alliance_page(permissions.may_read)
def index(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the evaluations of an alliance; with none, say what one is for."""
    context = {
        "alliance": opened.alliance,
        "evaluations": queries.evaluations_of(opened.alliance),
        "may_write": opened.may(permissions.may_write),
        "trail": [(opened.alliance.name, opened.url("alliance")), (_("Évaluations"), "")],
    }
    return render(request, "evaluation/evaluations.html", context)


@require_http_methods(GET_OR_POST)
@alliance_page(permissions.may_write)
def begin(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Begin an evaluation: a title is enough."""
    alliance = opened.alliance
    verdict = permissions.may_begin(queries.evaluations_of(alliance).count())
    if not verdict.allowed:
        return refusal(request, verdict)
    form = TitleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        evaluation = operations.begin(alliance, opened.role.account, form.cleaned_data["title"])
        messages.success(request, _("L’évaluation est ouverte. Commencez par son cadre."))
        return HttpResponseRedirect(reverse("evaluation:overview", args=[evaluation.public]))
    back = reverse("evaluation:index", args=[alliance.public])
    trail = [(alliance.name, opened.url("alliance")), (_("Évaluations"), back), (_("Commencer"), "")]
    context = {"alliance": alliance, "form": form, "trail": trail, "cancel_url": back}
    return render(request, "evaluation/begin.html", context, status=422 if form.is_bound else 200)


@require_safe
@evaluation_page(permissions.may_read)
def overview(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show an evaluation as a whole: each part, and where it stands."""
    parts = cards_of(opened)
    context = {
        **around(opened),
        "parts": parts,
        "summary": summary_of(parts),
        "doors": doors_of(opened),
        "may_write": opened.may(permissions.may_write),
    }
    return render(request, "evaluation/overview.html", context)


@require_http_methods(GET_OR_POST)
@evaluation_page(permissions.may_write)
def rename(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Give an evaluation another title."""
    done = attempt(request, TitleChangeForm, opened.evaluation, TitleChangeForm.initial_of, operations.rename)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("overview"))
    context = {
        **around(opened),
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("overview"),
    }
    return render(request, "evaluation/rename.html", context, status=done.status)
