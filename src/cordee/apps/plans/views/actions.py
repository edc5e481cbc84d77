"""An action: its page, writing it, changing it when somebody else did too, saying where it stands."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cordee.apps.accounts.access import account_of
from cordee.apps.evidence.forms import EvidenceForm
from cordee.apps.organisations.access import Opened, alliance_page
from cordee.apps.plans import operations, permissions, queries, screens
from cordee.apps.plans.forms import ActionForm, StatusForm, signed_identifier, values_of
from cordee.apps.plans.models import Action
from cordee.apps.plans.operations import ChangedMeanwhile
from cordee.apps.plans.views.opening import address, found, trail


@require_safe
@alliance_page(permissions.may_read)
def action(request: HttpRequest, opened: Opened, action: uuid.UUID) -> HttpResponse:
    """Show an action, with its evidence and its history."""
    return page(request, opened, found(opened, action))


def page(
    request: HttpRequest,
    opened: Opened,
    action: Action,
    *,
    status: StatusForm | None = None,
    evidence: EvidenceForm | None = None,
) -> HttpResponse:
    """Draw the page of an action, with a form that was refused if there is one."""
    today = timezone.localdate()
    may_write = opened.may(permissions.may_write)
    refused = [form for form in (status, evidence) if form is not None and form.errors]
    context: dict[str, Any] = {
        "alliance": opened.alliance,
        "action": action,
        "card": screens.card_of(action, today),
        "status_form": status or StatusForm(initial={"status": action.status, "note": action.status_note}),
        "statuses": Action.Status.choices,
        "evidence_form": evidence or EvidenceForm(),
        "pieces": action.evidence.order_by("pk"),
        "steps": screens.steps_of(queries.history_of(action), shows_addresses=may_write),
        "may_write": may_write,
        "trail": trail(opened, (action.title, "")),
    }
    return render(request, "plans/action.html", context, status=422 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_write)
def add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Write a new action."""
    form = ActionForm(opened.alliance, request.POST if request.method == "POST" else None, initial=new_values())
    if form.is_bound and not permissions.may_add(queries.actions_of(opened.alliance).count()).allowed:
        form.add_error(None, _("Ce plan compte déjà 500 actions : terminez-en avant d’en ajouter."))
    if form.is_bound and form.is_valid():
        public = form.cleaned_data["secret"]
        made = operations.add_action(opened.alliance, account_of(request), public=public, **form.written)
        return HttpResponseRedirect(address(opened, "action", made.public))
    context = {
        "form": form,
        "heading": _("Ajouter une action"),
        "back": address(opened, "plan"),
        "trail": trail(opened, (_("Ajouter une action"), "")),
        "texts": [],
    }
    return render(request, "plans/edit.html", context, status=422 if form.is_bound else 200)


def new_values() -> dict[str, Any]:
    """Return what the form of a new action holds before anything is written."""
    return {"secret": signed_identifier()}


@require_http_methods(["GET", "HEAD", "POST"])
@alliance_page(permissions.may_write)
def edit(request: HttpRequest, opened: Opened, action: uuid.UUID) -> HttpResponse:
    """Change an action; when somebody changed it meanwhile, show both texts and write neither over the other."""
    current = found(opened, action)
    if request.method != "POST":
        return edit_page(request, opened, current, ActionForm(opened.alliance, initial=values_of(current)))
    form = ActionForm(opened.alliance, request.POST)
    if not form.is_valid():
        return edit_page(request, opened, current, form, status=422)
    try:
        version = form.cleaned_data["version"] or 0
        operations.change_action(current, account_of(request), version=version, **form.written)
    except ChangedMeanwhile as change:
        return both_texts(request, opened, change.current, form)
    return HttpResponseRedirect(address(opened, "action", current.public))


def both_texts(request: HttpRequest, opened: Opened, current: Action, form: ActionForm) -> HttpResponse:
    """Show what somebody else wrote beside what was just written; sending again is then a choice."""
    data = request.POST.copy()
    data["version"] = str(current.version)
    texts = screens.both_texts(current, form.written)
    return edit_page(request, opened, current, ActionForm(opened.alliance, data), status=409, texts=texts)


def edit_page(
    request: HttpRequest,
    opened: Opened,
    action: Action,
    form: ActionForm,
    *,
    status: int = 200,
    texts: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    """Draw the page that changes an action."""
    back = address(opened, "action", action.public)
    context = {
        "form": form,
        "heading": _("Changer l’action"),
        "back": back,
        "trail": trail(opened, (action.title, back), (_("Changer"), "")),
        "texts": texts or [],
    }
    return render(request, "plans/edit.html", context, status=status)


@require_POST
@alliance_page(permissions.may_write)
def status(request: HttpRequest, opened: Opened, action: uuid.UUID) -> HttpResponse:
    """Say where an action stands."""
    current = found(opened, action)
    form = StatusForm(request.POST)
    if not form.is_valid():
        return page(request, opened, current, status=form)
    operations.set_status(current, account_of(request), form.cleaned_data["status"], form.cleaned_data["note"])
    return HttpResponseRedirect(address(opened, "action", current.public))
