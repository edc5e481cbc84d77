"""The verbs of the plan: each change is written with who made it; two people never overwrite each other unseen."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.models import Alliance, Partner
from cordee.apps.plans.changes import FIELDS, Changes, differences
from cordee.apps.plans.models import Action, ActionEvent, RefusedAdvice
from cordee.apps.plans.reminders import key_prefix
from cordee.apps.post.operations import withdraw

Status = Action.Status
OVER = (Status.DONE, Status.DROPPED)


class ChangedMeanwhile(Exception):
    """Someone else changed the action since it was read: `current` is how it is now, and nothing was written."""

    def __init__(self, current: Action) -> None:
        super().__init__(f"{current.public} is at version {current.version}")
        self.current = current


class FromElsewhere(ValueError):
    """A partner, a piece or an advice of another alliance: it has no place in this plan."""


@transaction.atomic
def add_action(
    alliance: Alliance,
    by: Account | None,
    *,
    title: str,
    details: str = "",
    partner: Partner | None = None,
    owner_name: str = "",
    owner_email: str = "",
    due_on: date | None = None,
    effort: str = "",
    origin: Mapping[str, Any] | None = None,
    public: uuid.UUID | None = None,
) -> Action:
    """Add an action to the plan of an alliance. The same `public` again returns the same action: a double click.

    `origin` says where it comes from (see `Action`); empty when written by hand.
    """
    _check_partner(alliance, partner)
    values = {
        "title": title,
        "details": details,
        "partner": partner,
        "owner_name": owner_name,
        "owner_email": owner_email,
        "due_on": due_on,
        "effort": effort,
    }
    action, is_new = Action.objects.get_or_create(
        public=public or uuid.uuid4(),
        defaults={"alliance": alliance, "created_by": by, "origin": dict(origin or {}), **values},
    )
    if action.alliance_id != alliance.pk:
        raise FromElsewhere("This identifier belongs to another alliance.")
    if is_new:
        _note(action, by, differences(Action(), values))
    return action


@transaction.atomic
def change_action(action: Action, by: Account | None, *, version: int, **values: Any) -> Action:
    """Change what is written in an action that is still as it was read; raise ChangedMeanwhile otherwise.

    Values equal to those that are there change nothing and raise nothing: sending a form twice is harmless.
    """
    if unknown := set(values) - set(FIELDS):
        raise TypeError(f"An action has no {sorted(unknown)}.")
    current = _locked(action)
    _check_partner(current.alliance, values.get("partner"))
    changes = differences(current, values)
    if not changes:
        return current
    if current.version != version:
        raise ChangedMeanwhile(current)
    _save(current, values)
    _note(current, by, changes)
    if {"due_on", "owner_email", "title"} & set(changes):
        withdraw(key_prefix(current))
    return current


@transaction.atomic
def set_status(action: Action, by: Account | None, status: str, note: str = "") -> Action:
    """Say where an action stands, with a word if there is one; reminders stop when it is over."""
    current = _locked(action)
    values = {"status": Status(status), "status_note": note.strip()}
    changes = differences(current, values)
    if changes:
        _save(current, values)
        _note(current, by, changes)
    if current.status in OVER:
        withdraw(key_prefix(current))
    return current


@transaction.atomic
def attach_evidence(action: Action, by: Account | None, evidence: Evidence) -> None:
    """Put a piece of the alliance beside an action; twice changes nothing."""
    current = _locked(action)
    if evidence.alliance_id != current.alliance_id:
        raise FromElsewhere("This piece belongs to another alliance.")
    if current.evidence.filter(pk=evidence.pk).exists():
        return
    current.evidence.add(evidence)
    _note(current, by, {"evidence": ["", evidence.title]})


@transaction.atomic
def refuse_advice(
    alliance: Alliance, by: Account | None, campaign_uuid: uuid.UUID, recommendation: str, reason: str
) -> RefusedAdvice:
    """Note that an alliance will not follow an advice of a 360°, and why; refusing again only changes the reason."""
    refused, is_new = RefusedAdvice.objects.select_for_update().get_or_create(
        campaign=campaign_uuid,
        recommendation=recommendation,
        defaults={"alliance": alliance, "reason": reason, "by": by},
    )
    if refused.alliance_id != alliance.pk:
        raise FromElsewhere("This 360° belongs to another alliance.")
    if not is_new and refused.reason != reason:
        refused.reason, refused.by, refused.at = reason, by, timezone.now()
        refused.save()
    return refused


def withdraw_refusal(refused: RefusedAdvice) -> None:
    """Take a refusal back: the advice is open again. Taking it back twice changes nothing."""
    RefusedAdvice.objects.filter(pk=refused.pk).delete()


def _locked(action: Action) -> Action:
    """Return an action as it is now, kept from other writers until the end of the transaction."""
    return Action.objects.select_for_update(of=("self",)).select_related("alliance").get(pk=action.pk)


def _check_partner(alliance: Alliance, partner: Partner | None) -> None:
    if partner is not None and partner.alliance_id != alliance.pk:
        raise FromElsewhere("This partner belongs to another alliance.")


def _save(action: Action, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(action, name, value)
    action.version += 1
    action.save()


def _note(action: Action, by: Account | None, changes: Changes) -> None:
    ActionEvent.objects.create(action=action, by=by, what=changes)
