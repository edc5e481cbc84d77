"""Asking that a survey be published, deciding as the second person, and withdrawing an edition."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.accounts.models import Account
from cordee.apps.observatory.editions.shelf import ShelvedEdition, edition_called
from cordee.apps.observatory.surveys import bridge, operations, telling
from cordee.apps.observatory.surveys.access import Opened, analyst_page, refusal, survey_page
from cordee.apps.observatory.surveys.forms import AskForm, ReasonForm, WithdrawForm
from cordee.apps.observatory.surveys.operations import NotAllowed
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.stats.faults import SurveyRefused, Told


@require_http_methods(["GET", "HEAD", "POST"])
@survey_page
def publish(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what publishing asks for, and ask for it."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return publish_page(request, opened, form)
    if not form.is_valid():
        return publish_page(request, opened, form, status=422)
    try:
        operations.ask(opened.survey, opened.account, **form.cleaned_data)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except SurveyRefused as refused:
        return publish_page(request, opened, form, status=422, faults=refused.faults)
    except ChangedMeanwhile:
        messages.warning(request, _("Quelqu’un vient de changer cette enquête : relisez-la avant de demander."))
        return HttpResponseRedirect(opened.url("figures"))
    messages.success(request, _("C’est demandé. Une autre personne doit maintenant approuver."))
    return HttpResponseRedirect(opened.url("publish"))


def publish_page(
    request: HttpRequest, opened: Opened, form: AskForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Draw the page of publication: what stands in the way, the request, the decision."""
    outcome = bridge.computed(opened.survey)
    faults: tuple[Told, ...] = (*outcome.faults, *more.get("faults", ()))
    context = {
        "opened": opened,
        "form": form,
        "reason_form": more.get("reason_form") or ReasonForm(),
        "faults": telling.faults_told(faults, opened.lang),
        "rows": len(outcome.estimates.rows) if outcome.estimates else 0,
        "verdict": operations.verdict_of(opened.survey, opened.account),
        "edition": edition_called(opened.survey.edition),
        "fingerprint": bridge.inputs_of(opened.survey).fingerprint,
        "trail": opened.trail((_("Publier"), "")),
    }
    return render(request, "observatory/surveys/publish.html", context, status=status)


@require_POST
@survey_page
def approve(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Approve as the second person: the edition is written, once."""
    try:
        folder = operations.approve(opened.survey, opened.account)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except SurveyRefused as refused:
        return publish_page(request, opened, AskForm(), status=422, faults=refused.faults)
    messages.success(request, _("L’édition %(name)s est publiée.") % {"name": folder.name})
    return HttpResponseRedirect(opened.url("publish"))


@require_POST
@survey_page
def refuse(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Refuse a request, with the reason."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return publish_page(request, opened, AskForm(), status=422, reason_form=form)
    return _taken_back(request, opened, form.cleaned_data["reason"])


@require_POST
@survey_page
def take_back(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Take a request back."""
    return _taken_back(request, opened)


def _taken_back(request: HttpRequest, opened: Opened, because: str = "") -> HttpResponse:
    try:
        operations.take_back(opened.survey, because)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    messages.success(request, _("L’enquête est de nouveau en préparation."))
    return HttpResponseRedirect(opened.url("survey"))


@require_http_methods(["GET", "HEAD", "POST"])
@analyst_page
def withdraw(request: HttpRequest, account: Account, edition: str) -> HttpResponse:
    """Withdraw an edition: it keeps its address and says why."""
    found = edition_called(edition)
    if found is None:
        raise Http404
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _withdrawn(request, account, found, form)
    context = {"edition": found, "form": form, "trail": [(_("Enquêtes"), reverse("surveys:home")), (_("Retirer"), "")]}
    return render(request, "observatory/surveys/withdraw.html", context, status=422 if form.errors else 200)


def _withdrawn(request: HttpRequest, account: Account, found: ShelvedEdition, form: WithdrawForm) -> HttpResponse:
    try:
        operations.withdraw(settings.EDITIONS / found.card.id, account, form.reason)
    except NotAllowed as error:
        return refusal(request, error.verdict)
    except SurveyRefused:
        messages.info(request, _("Cette édition était déjà retirée."))
    else:
        messages.success(request, _("L’édition est retirée. Son adresse reste, et dit pourquoi."))
    return HttpResponseRedirect(reverse("surveys:home"))
