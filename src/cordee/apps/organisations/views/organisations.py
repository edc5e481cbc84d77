"""The pages of an organisation: what it is, what is said of it, who belongs to it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.organisations import queries
from cordee.apps.organisations.access import (
    OpenedOrganisation,
    may_describe,
    may_read,
    organisation_page,
    reason_words,
)
from cordee.apps.organisations.forms.fields import TerritoryForm
from cordee.apps.organisations.forms.organisations import OrganisationForm
from cordee.apps.organisations.forms.people import MembershipForm
from cordee.apps.organisations.models import Organisation, OrganisationMember
from cordee.apps.organisations.operations import organisations as operations
from cordee.apps.organisations.screens import organisation_facts
from cordee.apps.organisations.views.changing import attempt
from cordee.apps.ui.privacy import private


@require_safe
@organisation_page(may_read)
def organisation(request: HttpRequest, opened: OpenedOrganisation) -> HttpResponse:
    """Show an organisation; its people are shown to its people only."""
    row = opened.organisation
    members = queries.members_of(row) if opened.standing.membership or opened.describes else []
    admins = [member for member in members if member.role == OrganisationMember.Role.ADMIN]
    context = {
        "opened": opened,
        "organisation": row,
        "facts": organisation_facts(row),
        "alliances": queries.alliances_shared_with(row, account_of(request)),
        "members": members,
        "staying": admins if len(admins) == 1 else [],
        "candidates": queries.candidates_of(row) if opened.describes else [],
    }
    return render(request, "organisations/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@organisation_page(may_describe)
def edit(request: HttpRequest, opened: OpenedOrganisation) -> HttpResponse:
    """Change what is said of an organisation."""
    done = attempt(request, OrganisationForm, opened.organisation, OrganisationForm.initial_of, operations.describe)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("organisation"))
    context = {
        "organisation": opened.organisation,
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("organisation"),
    }
    return render(request, "organisations/organisation_edit.html", context, status=done.status)


@require_POST
@organisation_page(may_describe)
def membership(request: HttpRequest, opened: OpenedOrganisation, account: uuid.UUID) -> HttpResponse:
    """Admit a person, make them administrator or member, or take them out."""
    person = concerned(opened.organisation, account)
    form = MembershipForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        if role == MembershipForm.OUT:
            verdict = operations.dismiss(opened.organisation, person)
        else:
            verdict = operations.admit(opened.organisation, person, role)
        if not verdict.allowed:
            messages.error(request, reason_words(verdict.reason))
    return HttpResponseRedirect(opened.url("organisation"))


def concerned(organisation: Organisation, public: uuid.UUID) -> Account:
    """Return a person of the organisation, or one who acts for it; nobody else can be named here."""
    people = [member.account for member in queries.members_of(organisation)]
    for person in (*people, *queries.candidates_of(organisation)):
        if person.public == public:
            return person
    raise Http404


@require_safe
@signed_in
def territories(request: HttpRequest) -> HttpResponse:
    """Return the list that follows a territory being typed; without scripts, the page itself brings it."""
    form = TerritoryForm(request.GET)
    return private(render(request, "organisations/parts/territories.html", {"form": form}))
