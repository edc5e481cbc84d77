"""The files of the plan: those given as evidence, the calendar, the table."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.accounts.access import account_of
from cordee.apps.accounts.models import Account
from cordee.apps.evidence import operations as archive
from cordee.apps.evidence.forms import EvidenceForm
from cordee.apps.evidence.refusals import Refused
from cordee.apps.evidence.uploads import receives_files
from cordee.apps.organisations.access import Opened, alliance_page
from cordee.apps.plans import operations, permissions, queries
from cordee.apps.plans.calendar_file import to_calendar
from cordee.apps.plans.models import Action
from cordee.apps.plans.table_file import to_csv
from cordee.apps.plans.views.actions import page
from cordee.apps.plans.views.opening import address, found


@require_POST
@receives_files
@alliance_page(permissions.may_write)
def attach(request: HttpRequest, opened: Opened, action: uuid.UUID) -> HttpResponse:
    """Keep a file as evidence of an action, or say why it is not kept."""
    current = found(opened, action)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            keep_beside(current, account_of(request), form)
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return HttpResponseRedirect(address(opened, "action", current.public))
    return page(request, opened, current, evidence=form)


@transaction.atomic
def keep_beside(action: Action, by: Account, form: EvidenceForm) -> None:
    """Keep a file and put it beside an action: both, or neither."""
    given = form.cleaned_data
    evidence = archive.keep(
        action.alliance, by, title=given["title"], upload=given["file"], keeps_place=given["keeps_place"]
    )
    operations.attach_evidence(action, by, evidence)


@require_safe
@alliance_page(permissions.may_read)
def calendar(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The calendar of the whole plan."""
    actions = queries.actions_of(opened.alliance).select_related("alliance")
    name = _("Plan d’action de %(alliance)s") % {"alliance": opened.alliance.name}
    return calendar_file(to_calendar(name, actions), name)


@require_safe
@alliance_page(permissions.may_read)
def action_calendar(request: HttpRequest, opened: Opened, action: uuid.UUID) -> HttpResponse:
    """The calendar of one action."""
    current = found(opened, action)
    return calendar_file(to_calendar(current.title, [current]), current.title)


@require_safe
@alliance_page(permissions.may_read)
def table(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The plan as a table."""
    name = f"{_('plan')}-{slugify(opened.alliance.name)}-{timezone.localdate().isoformat()}.csv"
    content = to_csv(queries.actions_of(opened.alliance), shows_addresses=opened.may(permissions.may_write))
    return saved(content, "text/csv; charset=utf-8", name)


def calendar_file(content: bytes, name: str) -> HttpResponse:
    """Answer with a calendar file to keep."""
    return saved(content, "text/calendar; charset=utf-8", f"{slugify(name)[:80] or 'plan'}.ics")


def saved(content: bytes, content_type: str, name: str) -> HttpResponse:
    """Answer with a file to keep."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
