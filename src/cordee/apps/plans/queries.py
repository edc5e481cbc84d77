"""Reads of the plan: the actions of an alliance, those that are late, the history of one, the advice it refused."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Count, F, QuerySet

from cordee.apps.organisations.models import Alliance, Partner
from cordee.apps.plans.models import Action, ActionEvent, RefusedAdvice

OPEN = (Action.Status.PLANNED, Action.Status.DOING)


def actions_of(alliance: Alliance) -> QuerySet[Action]:
    """Return the actions of an alliance, the nearest due date first, those without one last."""
    rows = Action.objects.filter(alliance=alliance).select_related("partner__organisation")
    return rows.annotate(pieces=Count("evidence")).order_by(F("due_on").asc(nulls_last=True), "pk")


def overdue(alliance: Alliance, today: date) -> QuerySet[Action]:
    """Return the open actions whose day has passed."""
    return actions_of(alliance).filter(status__in=OPEN, due_on__lt=today)


def action_behind(public: uuid.UUID, alliance: Alliance) -> Action | None:
    """Return an action of an alliance, or nothing: an action of another alliance is unknown here."""
    rows = Action.objects.select_related("partner__organisation", "alliance", "created_by")
    return rows.filter(public=public, alliance=alliance).first()


def history_of(action: Action) -> list[ActionEvent]:
    """Return what happened to an action, the latest first, with who did it."""
    return list(action.events.select_related("by").order_by("-at", "-pk"))


def partners_of(alliance: Alliance) -> QuerySet[Partner]:
    """Return the partners of an alliance, by name."""
    rows = Partner.objects.filter(alliance=alliance).select_related("organisation")
    return rows.order_by("organisation__name", "pk")


def refusals_of(alliance: Alliance) -> list[RefusedAdvice]:
    """Return the advice that an alliance refused, the latest first, with who refused it."""
    return list(RefusedAdvice.objects.filter(alliance=alliance).select_related("by").order_by("-at", "-pk"))


def to_remind(earliest: date, latest: date) -> QuerySet[Action]:
    """Return the open actions due between two days, both included, whose owner can be written to."""
    rows = Action.objects.filter(status__in=OPEN, due_on__gte=earliest, due_on__lte=latest).exclude(owner_email="")
    return rows.select_related("alliance", "partner__organisation").order_by("pk")
