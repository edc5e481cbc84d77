"""The words of the toolbox: kinds, times, difficulties, states, and how long a tool takes."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.core.packs.library import Tool

HOUR, HALF_DAY, DAY = 60, 240, 480
"""Minutes; a working day is eight hours, half of it four."""

Labels = Mapping[str, str]


def kinds() -> Labels:
    """Return the five families of M.E.D.O.C., in the order of its letters."""
    return {
        "method": _("Méthode"),
        "example": _("Exemple"),
        "data": _("Données"),
        "tool": _("Outil"),
        "skill": _("Compétence"),
    }


def times() -> Labels:
    """Return the ranges of time, from the shortest."""
    return {
        "hour": _("Une heure au plus"),
        "half_day": _("Une demi-journée au plus"),
        "more": _("Plus d’une demi-journée"),
        "unknown": _("Temps non précisé"),
    }


def difficulties() -> Labels:
    """Return the three difficulties, from the easiest."""
    return {
        "easy": _("À la portée de tous"),
        "practised": _("Demande de la pratique"),
        "expert": _("Demande un spécialiste"),
    }


def states() -> Labels:
    """Return the states of the seven-year rule, as a filter names them."""
    return {
        "shared": _("Partagés"),
        "young": _("Moins de sept ans"),
        "one_context": _("Un seul contexte"),
        "unknown_start": _("Début inconnu"),
    }


def time_of(tool: Tool) -> str:
    """Return the range of time of a tool: up to an hour, up to half a day, more."""
    if tool.minutes is None:
        return "unknown"
    if tool.minutes <= HOUR:
        return "hour"
    return "half_day" if tool.minutes <= HALF_DAY else "more"


def duration(minutes: int) -> str:
    """Write how long a tool takes: minutes, hours, or days of eight hours when there are several."""
    if minutes >= 2 * DAY and minutes % HALF_DAY == 0:
        halves = minutes // HALF_DAY
        days = ngettext("{count} jour", "{count} jours", halves // 2).format(count=halves // 2)
        return _("{days} et demi").format(days=days) if halves % 2 else days
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {rest:02d}").format(hours=hours, rest=rest) if rest else _("{hours} h").format(hours=hours)
