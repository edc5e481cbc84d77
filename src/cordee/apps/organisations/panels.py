"""What other rooms put on the page of an alliance: the settings say which rooms, and in what order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.organisations.access import Opened


@dataclass(frozen=True)
class PanelLine:
    """One thing to go to: its name, its address, and in a few words where it stands."""

    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Panel:
    """What a room has for an alliance: what it is for, what is there, and what to begin with."""

    id: str
    heading: str
    text: str
    lines: tuple[PanelLine, ...] = ()
    action: PanelLine | None = None


PanelMaker = Callable[[Opened], Panel | None]
"""Gives the panel of a room for an alliance as its reader may see it; None where the room has nothing to say."""


def panels_of(opened: Opened) -> tuple[Panel, ...]:
    """Return the panels of the rooms above, in the order of the settings: this floor knows none of them by name."""
    makers: list[PanelMaker] = [import_string(path) for path in settings.ALLIANCE_PANELS]
    return tuple(panel for maker in makers if (panel := maker(opened)) is not None)
