"""Where an evaluation leads, in rooms above: the settings name them; this floor knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.evaluation.access import OpenedEvaluation


@dataclass(frozen=True)
class Door:
    """Something that an evaluation leads to: its name, what it is for, its address."""

    label: str
    purpose: str
    url: str


DoorMaker = Callable[[OpenedEvaluation], Iterable[Door]]


def doors_of(opened: OpenedEvaluation) -> list[Door]:
    """Return where an evaluation leads its reader."""
    makers: list[DoorMaker] = [import_string(path) for path in settings.EVALUATION_DOORS]
    return [door for maker in makers for door in maker(opened)]
