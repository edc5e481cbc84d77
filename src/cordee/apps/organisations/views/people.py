"""The pages of people: who is in the alliance, who is invited, what each may do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.accounts.access import account_of
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.access import Opened, alliance_page, reason_words, refusal
from cordee.apps.organisations.forms.people import InvitationForm, RoleChangeForm
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.apps.organisations.operations import people as operations
from cordee.apps.organisations.screens import around, role_choices


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_read)
def people(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the people; those who run the alliance may invite."""
    there = queries.people_of(opened.alliance)
    partners = queries.partners_of(opened.alliance, on=timezone.localdate())
    waiting = queries.waiting_invitations(opened.alliance)
    form = InvitationForm(
        there,
        partners,
        request.POST if request.method == "POST" else None,
        initial={"kind": RoleKind.MEMBER, "partner": "", "lang": get_language()},
    )
    if form.is_bound:
        verdict = permissions.may_invite(opened.role.kind, len(waiting))
        if not verdict.allowed:
            return refusal(request, verdict)
        if form.is_valid():
            invitation = operations.invite(opened.alliance, account_of(request), form.offer)
            messages.success(
                request, _("L’invitation part à %(email)s. Elle est valable 14 jours.") % {"email": invitation.email}
            )
            return HttpResponseRedirect(opened.url("people"))
    context = {
        **around(opened),
        "people": there,
        "waiting": waiting,
        "form": form,
        "roles": role_choices(),
        "invitable": permissions.may_invite(opened.role.kind, len(waiting)).allowed,
    }
    return render(request, "organisations/people.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_facilitate)
def role(request: HttpRequest, opened: Opened, role: int) -> HttpResponse:
    """Change what a person does in the alliance."""
    row = get_object_or_404(
        AllianceRole.objects.select_related("account", "partner"), pk=role, alliance=opened.alliance
    )
    partners = queries.partners_of(opened.alliance, on=timezone.localdate())
    now = {"kind": row.kind, "partner": str(row.partner.public) if row.partner else "", "seen": row.kind}
    form = RoleChangeForm(partners, request.POST if request.method == "POST" else None, initial=now)
    refused, status = "", 200
    if form.is_bound:
        status, refused = 422, ""
        if form.is_valid():
            status, refused = change(row, form)
    if status == 302:
        messages.success(request, _("Le rôle de %(name)s est enregistré.") % {"name": row.account})
        return HttpResponseRedirect(opened.url("people"))
    context = {
        **around(opened),
        "row": row,
        "form": form,
        "roles": role_choices(),
        "refused": refused,
        "itself": row.account_id == request.user.pk,
        "cancel_url": opened.url("people"),
    }
    return render(request, "organisations/role.html", context, status=status)


def change(row: AllianceRole, form: RoleChangeForm) -> tuple[int, str]:
    """Change a role; return a status, and why not when it was refused."""
    try:
        verdict = operations.change_role(row, form.cleaned_data["seen"], form.cleaned_data["kind"], form.partner)
    except operations.RoleChangedMeanwhile:
        return 409, _("Quelqu’un a changé ce rôle entre-temps. Revenez à la liste pour voir où il en est.")
    return (302, "") if verdict.allowed else (422, reason_words(verdict.reason))


@require_POST
@alliance_page(permissions.may_facilitate)
def remove(request: HttpRequest, opened: Opened, role: int) -> HttpResponse:
    """Take a person out of the alliance."""
    row = get_object_or_404(AllianceRole.objects.select_related("account"), pk=role, alliance=opened.alliance)
    verdict = operations.end_role(row)
    if verdict.allowed:
        messages.success(request, _("%(name)s n’a plus de rôle dans l’alliance.") % {"name": row.account})
    else:
        messages.error(request, reason_words(verdict.reason))
    return HttpResponseRedirect(opened.url("people"))


@require_POST
@alliance_page(permissions.may_facilitate)
def withdraw(request: HttpRequest, opened: Opened, invitation: int) -> HttpResponse:
    """Close the link of an invitation."""
    operations.withdraw_invitation(get_object_or_404(opened.alliance.invitations, pk=invitation))
    messages.success(request, _("L’invitation est retirée : son lien n’ouvre plus rien."))
    return HttpResponseRedirect(opened.url("people"))
