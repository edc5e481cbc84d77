"""The pages of partners: who makes the alliance, who enters, what each seeks, who leaves."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cordee.apps.accounts.access import account_of
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.access import Opened, alliance_page, refusal
from cordee.apps.organisations.forms.organisations import NewPartnerForm, PlaceForm
from cordee.apps.organisations.models import Partner
from cordee.apps.organisations.operations import partners as operations
from cordee.apps.organisations.screens import around
from cordee.apps.organisations.views.changing import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_read)
def partners(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the partners; those who run the alliance may bring one in."""
    there = queries.partners_of(opened.alliance)
    form = new_partner_form(request, opened, there)
    if form.is_bound:
        verdict = permissions.may_facilitate(opened.role.kind)
        if not verdict.allowed:
            return refusal(request, verdict)
        if form.is_valid():
            partner = operations.bring_in(opened.alliance, form.organisation, form.cleaned_data["objective"])
            messages.success(
                request, _("« %(name)s » fait partie de l’alliance.") % {"name": partner.organisation.name}
            )
            return HttpResponseRedirect(opened.url("partners"))
    context = {**around(opened), "partners": there, "form": form}
    return render(request, "organisations/partners.html", context, status=422 if form.is_bound else 200)


def new_partner_form(request: HttpRequest, opened: Opened, there: list[Partner]) -> NewPartnerForm:
    """Return the form that brings a partner in: it knows the organisations that the reader may know of."""
    taken = [partner.organisation for partner in there if partner.left_on is None]
    known = [one for one in queries.organisations_seen_by(account_of(request)) if one not in taken]
    return NewPartnerForm(known, taken, request.POST if request.method == "POST" else None)


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_facilitate)
def place(request: HttpRequest, opened: Opened, partner: uuid.UUID) -> HttpResponse:
    """Say what comes first for a partner, since when it is there, and when it leaves."""
    row = get_object_or_404(opened.alliance.partners.select_related("organisation"), public=partner)
    done = attempt(request, PlaceForm, row, PlaceForm.initial_of, operations.describe_place)
    if done.saved:
        messages.success(request, _("C’est enregistré."))
        return HttpResponseRedirect(opened.url("partners"))
    context = {
        **around(opened),
        "partner": row,
        "form": done.form,
        "differences": done.differences,
        "cancel_url": opened.url("partners"),
    }
    return render(request, "organisations/place.html", context, status=done.status)
