"""The plan as a table for spreadsheets: text that would be taken for a formula is made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cordee.apps.plans.models import Action

FORMULA = tuple("=+-@\t\r\n")


def to_csv(actions: Iterable[Action], *, shows_addresses: bool) -> bytes:
    """Return the table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8.

    The column of e-mail addresses is for those who write to people, not for those who observe.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(headers(shows_addresses=shows_addresses))
    writer.writerows([safe(cell) for cell in cells(action, shows_addresses=shows_addresses)] for action in actions)
    return page.getvalue().encode("utf-8-sig")


def headers(*, shows_addresses: bool) -> list[str]:
    """Return the names of the columns."""
    return [
        _("Action"),
        _("Précisions"),
        _("État"),
        _("Mot sur l’état"),
        _("Échéance"),
        _("Organisation"),
        _("Portée par"),
        *([_("Adresse e-mail")] if shows_addresses else []),
        _("Effort"),
        _("Pièces"),
        _("Ajoutée le"),
        _("Changée le"),
    ]


def cells(action: Action, *, shows_addresses: bool) -> list[str]:
    """Return the cells of an action; days are written so that any spreadsheet reads them."""
    return [
        action.title,
        action.details,
        str(action.get_status_display()),
        action.status_note,
        action.due_on.isoformat() if action.due_on else "",
        action.partner.organisation.name if action.partner else "",
        action.owner_name,
        *([action.owner_email] if shows_addresses else []),
        str(action.get_effort_display()) if action.effort else "",
        str(getattr(action, "pieces", 0)),
        localtime(action.created_at).date().isoformat(),
        localtime(action.updated_at).date().isoformat(),
    ]


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("Écrire"), safe(" -2")
    ("'=1+1", 'Écrire', "' -2")
    """
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text
