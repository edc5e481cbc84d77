"""What rooms above show beside a judgement, such as the last 360°: the settings name them; this floor knows none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.organisations.models import AllianceRole


@dataclass(frozen=True)
class CompanionFigure:
    """A published figure on one approach (its id in the pack), written with its interval, or why there is none."""

    approach: str
    name: str
    written: str


@dataclass(frozen=True)
class Companion:
    """Published figures of an alliance from elsewhere, what they are, and where to read them whole."""

    heading: str
    text: str
    url: str
    figures: tuple[CompanionFigure, ...]


CompanionMaker = Callable[[AllianceRole], Companion | None]
"""Gives what a reader, by their role in an alliance, may see of it; None where there is nothing to show."""


def companions_of(role: AllianceRole) -> tuple[Companion, ...]:
    """Return what stands beside a judgement for its reader."""
    makers: list[CompanionMaker] = [import_string(path) for path in settings.EVALUATION_COMPANIONS]
    return tuple(companion for maker in makers if (companion := maker(role)) is not None)
