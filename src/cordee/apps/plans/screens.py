"""What the pages of the plan show, as plain values: actions in groups, one of them, its history, texts that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from cordee.apps.plans.changes import FIELDS, plain
from cordee.apps.plans.days import due_words, written_day
from cordee.apps.plans.forms import FilterForm
from cordee.apps.plans.models import Action, ActionEvent, Effort
from cordee.apps.plans.queries import OPEN

ORDER = (Action.Status.DOING, Action.Status.PLANNED, Action.Status.DONE, Action.Status.DROPPED)
SOON = timedelta(days=30)


@dataclass(frozen=True)
class ActionCard:
    """An action in the list."""

    title: str
    url: str
    due: str
    away: str
    is_late: bool
    carried_by: str
    effort: str
    pieces: int


@dataclass(frozen=True)
class Group:
    """The actions that stand in the same place."""

    status: str
    name: str
    actions: tuple[ActionCard, ...]


@dataclass(frozen=True)
class Step:
    """One moment in the history of an action: who, when, and each change: its name, before if there was, after."""

    by: str
    at: datetime
    changes: tuple[tuple[str, str, str], ...]


def filtered(actions: Iterable[Action], form: FilterForm, today: date) -> list[Action]:
    """Return the actions that the choices of a reader let through."""
    status, when, partner = form.chosen("status"), form.chosen("when"), form.chosen("partner")
    return [
        action
        for action in actions
        if (not status or action.status == status)
        and (not partner or action.partner_id == partner.pk)
        and is_when(action, when, today)
    ]


def is_when(action: Action, when: str | None, today: date) -> bool:
    """Tell whether the day of an action is among those asked for."""
    if when == "late":
        return is_late(action, today)
    if when == "month":
        return action.due_on is not None and today <= action.due_on <= today + SOON
    return action.due_on is None if when == "none" else True


def is_late(action: Action, today: date) -> bool:
    """Tell whether an open action has passed its day."""
    return action.status in OPEN and action.due_on is not None and action.due_on < today


def groups_of(actions: Iterable[Action], today: date) -> list[Group]:
    """Return actions by where they stand: what is being done first, what was dropped last; no empty group."""
    rows = list(actions)
    return [
        Group(status.value, str(status.label), tuple(card_of(row, today) for row in rows if row.status == status))
        for status in ORDER
        if any(row.status == status for row in rows)
    ]


def card_of(action: Action, today: date) -> ActionCard:
    """Return an action as the list shows it; what is over is no longer late."""
    is_open = action.status in OPEN
    return ActionCard(
        title=action.title,
        url=reverse("plans:action", args=[action.alliance.public, action.public]),
        due=written_day(action.due_on) if action.due_on else "",
        away=due_words(action.due_on, today) if action.due_on and is_open else "",
        is_late=is_late(action, today),
        carried_by=carried_by(action),
        effort=str(action.get_effort_display()) if action.effort else "",
        pieces=getattr(action, "pieces", 0),
    )


def carried_by(action: Action) -> str:
    """Return who carries an action: a person, an organisation, both or nobody yet."""
    organisation = action.partner.organisation.name if action.partner else ""
    return ", ".join(filter(None, (action.owner_name, organisation)))


def labels() -> dict[str, str]:
    """Return the names of what may change in an action."""
    return {
        "title": _("Action"),
        "details": _("Précisions"),
        "partner": _("Organisation"),
        "owner_name": _("Qui la porte"),
        "owner_email": _("Son adresse e-mail"),
        "due_on": _("Échéance"),
        "effort": _("Effort"),
        "status": _("État"),
        "status_note": _("Mot sur l’état"),
        "evidence": _("Pièce"),
    }


def in_words(name: str, value: str) -> str:
    """Write a value of history for a reader; nothing is said to be nothing."""
    if name == "due_on" and (day := parse_date(value) if value else None):
        return written_day(day)
    choices: Mapping[str, Any] = {"status": Action.Status, "effort": Effort}
    if value and name in choices:
        return str(choices[name](value).label)
    return value or _("rien")


def steps_of(events: Iterable[ActionEvent], *, shows_addresses: bool) -> list[Step]:
    """Return a history in words; addresses are for those who write to people, not for those who observe."""
    names = labels()
    return [
        Step(
            by=str(event.by) if event.by else _("un compte effacé"),
            at=event.at,
            changes=tuple(
                (names.get(name, name), in_words(name, before) if before else "", in_words(name, after))
                for name, (before, after) in event.what.items()
                if shows_addresses or name != "owner_email"
            ),
        )
        for event in events
    ]


def both_texts(current: Action, mine: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return what differs between an action as it is now and what someone wrote meanwhile: name, theirs, mine."""
    names = labels()
    return [
        (names[name], in_words(name, plain(getattr(current, name))), in_words(name, plain(mine[name])))
        for name in FIELDS
        if getattr(current, name) != mine[name]
    ]
