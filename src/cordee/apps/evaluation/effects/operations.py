"""The verbs of effects: write one, change it, tell its path, illustrate it, withdraw what was shown, set it aside."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.effects import queries
from cordee.apps.evaluation.models import ChainStep, Effect, Evaluation, Illustration
from cordee.apps.evaluation.once import add_once
from cordee.apps.evidence import operations as archive
from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.organisations.concurrency import change

StepWords = tuple[str, str, str]
"""The kind of a step, its words, its assumption."""


class SomethingHangs(Exception):
    """Illustrations or indicators hang on the effect: it may be set aside, not deleted."""


def add(evaluation: Evaluation, by: Account | None, values: Mapping[str, Any], key: uuid.UUID | None = None) -> Effect:
    """Write a new effect, once under a key."""
    return add_once(Effect, key or uuid.uuid4(), {"evaluation": evaluation, "created_by": by, **kept(values)})


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form says as a row keeps it."""
    return {**values, "expected": values.get("expected", "yes") in (True, "yes")}


def qualify(effect: Effect, seen: int, values: Mapping[str, Any]) -> None:
    """Change what is said of an effect; raise ChangedMeanwhile when somebody did it first."""
    change(effect, seen, kept(values))


@transaction.atomic
def tell_path(effect: Effect, seen: int, steps: Sequence[StepWords]) -> None:
    """Replace the steps that lead to an effect, all or none; raise ChangedMeanwhile when somebody came first."""
    change(effect, seen, {})
    effect.steps.all().delete()
    places: dict[str, int] = {}
    for kind, text, assumption in steps:
        places[kind] = places.get(kind, 0) + 1
        ChainStep.objects.create(effect=effect, kind=kind, position=places[kind], text=text, assumption=assumption)


@transaction.atomic
def illustrate(
    effect: Effect,
    by: Account,
    values: Mapping[str, Any],
    upload: UploadedFile | None = None,
    *,
    keeps_place: bool = False,
    key: uuid.UUID | None = None,
) -> Illustration:
    """Add an illustration with its consent, and its file if there is one: both or neither. Raises Refused on a file.

    Under a key that was used for this effect already, nothing is added.
    """
    Effect.objects.select_for_update().get(pk=effect.pk)
    if key and (there := effect.illustrations.filter(public=key, words=values["words"]).first()):
        return there
    evidence = None
    if upload is not None:
        title = str(values["words"])[:200]
        evidence = archive.keep(effect.evaluation.alliance, by, title=title, upload=upload, keeps_place=keeps_place)
    said = {"effect": effect, "added_by": by, "evidence": evidence, **values}
    return add_once(Illustration, key or uuid.uuid4(), said)


@transaction.atomic
def withdraw(illustration: Illustration, by: Account, note: str) -> None:
    """Take back what was shown: its words, its names and its file go now; that it was withdrawn, when, stays.

    A file that something else names is left there; the rest is forgotten by the sweep of the archive.
    """
    row = Illustration.objects.select_for_update().get(pk=illustration.pk)
    evidence, row.evidence = row.evidence, None
    row.words = row.who = row.consent_by = row.consent_how = ""
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_note = timezone.localdate(), by, note
    row.save()
    if evidence is not None and not _is_named(evidence):
        evidence.delete()


def _is_named(evidence: Evidence) -> bool:
    return queries.is_pointed_at(evidence, besides=(Revision,))


@transaction.atomic
def delete(effect: Effect) -> None:
    """Delete an effect on which nothing hangs but its own steps; raise SomethingHangs otherwise."""
    locked = Effect.objects.select_for_update().get(pk=effect.pk)
    if queries.has_something_hanging(locked):
        raise SomethingHangs
    locked.delete()


def set_aside(effect: Effect, seen: int, reason: str) -> None:
    """Take an effect out of the matrix with a reason; what hangs on it stays."""
    change(effect, seen, {"set_aside_on": timezone.localdate(), "set_aside_reason": reason})


def take_back(effect: Effect, seen: int) -> None:
    """Put an effect back into the matrix."""
    change(effect, seen, {"set_aside_on": None, "set_aside_reason": ""})
