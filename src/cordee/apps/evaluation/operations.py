"""What begins an evaluation, and what changes its title."""

from __future__ import annotations

from collections.abc import Mapping

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Evaluation
from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Alliance


class NoWords(Exception):
    """No pack is loaded: an evaluation has no impacts nor approaches to speak of."""


def begin(alliance: Alliance, by: Account | None, title: str) -> Evaluation:
    """Begin an evaluation of an alliance, on the newest release of the pack; raise NoWords when there is none."""
    release = current_release(REFERENCE_PACK)
    if release is None:
        raise NoWords
    return Evaluation.objects.create(alliance=alliance, created_by=by, title=title, release=release)


def rename(evaluation: Evaluation, seen: int, values: Mapping[str, str]) -> None:
    """Give an evaluation another title; raise ChangedMeanwhile when somebody did it first."""
    change(evaluation, seen, values)
