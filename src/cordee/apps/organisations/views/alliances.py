"""The pages of alliances: those of the reader, a new one, one in full, what is said of it, what it agrees to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.access import Opened, alliance_page, reason_words, refusal
from cordee.apps.organisations.forms.alliances import AllianceChangeForm, ConsentForm, FoundingForm
from cordee.apps.organisations.operations import alliances as operations
from cordee.apps.organisations.operations import people
from cordee.apps.organisations.panels import panels_of
from cordee.apps.organisations.screens import alliance_screen, around, what_you_do
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.privacy import private

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_safe
@signed_in
def index(request: HttpRequest) -> HttpResponse:
    """List the reader's alliances and organisations; with none, say what one is for."""
    account = account_of(request)
    roles = [(role, what_you_do(role.kind)) for role in queries.alliances_of(account)]
    context = {"roles": roles, "organisations": queries.organisations_of(account)}
    return private(render(request, "organisations/alliances.html", context))


@require_http_methods(GET_OR_POST)
@signed_in
def create(request: HttpRequest) -> HttpResponse:
    """Make an alliance: a name and an organisation are enough."""
    account = account_of(request)
    verdict = permissions.may_found(queries.founded_by(account))
    if not verdict.allowed:
        return refusal(request, verdict)
    mine = list(queries.organisations_of(account))
    form = FoundingForm(mine, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        alliance = operations.found(account, form.alliance_values, form.organisation)
        messages.success(
            request, _("L’alliance est créée. Faites-y entrer vos partenaires, puis invitez des personnes.")
        )
        return HttpResponseRedirect(reverse("organisations:alliance", args=[alliance.public]))
    context = {"form": form, "mine": mine, "cancel_url": reverse("organisations:alliances")}
    return private(render(request, "organisations/create.html", context, status=422 if form.is_bound else 200))


@require_safe
@alliance_page(permissions.may_read)
def overview(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show an alliance: what it is, who makes it, what each seeks."""
    context = {**around(opened), "screen": alliance_screen(opened.alliance), "panels": panels_of(opened)}
    return render(request, "organisations/alliance.html", context)


@require_http_methods(GET_OR_POST)
@alliance_page(permissions.may_facilitate)
def edit(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Change what is said of an alliance."""
    done = attempt(request, AllianceChangeForm, opened.alliance, AllianceChangeForm.initial_of, operations.describe)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("alliance"))
    context = {
        **around(opened),
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("alliance"),
    }
    return render(request, "organisations/edit.html", context, status=done.status)


@require_http_methods(GET_OR_POST)
@alliance_page(permissions.may_facilitate)
def consents(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what three consents mean, and give them or take them back."""
    alliance = opened.alliance
    given = {name: getattr(alliance, f"{name}_consent_at") is not None for name in ConsentForm.base_fields}
    form = ConsentForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_bound and form.is_valid():
        operations.agree(alliance, form.agreed)
        messages.success(request, _("Vos choix sont enregistrés. Vous pouvez en changer à tout moment."))
        return HttpResponseRedirect(opened.url("consents"))
    return render(request, "organisations/consents.html", {**around(opened), "form": form})


@require_http_methods(GET_OR_POST)
@alliance_page(permissions.may_read)
def leave(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Say what leaving changes, then leave; the last person who runs the alliance is told to hand it over."""
    verdict = permissions.may_give_up(opened.role.kind, queries.facilitator_count(opened.alliance))
    if request.method == "POST":
        verdict = people.end_role(opened.role)
        if verdict.allowed:
            messages.success(request, _("Vous avez quitté « %(name)s ».") % {"name": opened.alliance.name})
            return HttpResponseRedirect(reverse("organisations:alliances"))
    context = {**around(opened), "refused": "" if verdict.allowed else reason_words(verdict.reason)}
    return render(request, "organisations/leave.html", context, status=422 if request.method == "POST" else 200)
