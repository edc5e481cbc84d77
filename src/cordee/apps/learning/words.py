"""How the room calls kinds of steps, formats, needs and lengths, in the language on screen."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.core.packs.courses import Format, Need, StepKind

KINDS: Mapping[StepKind, str | Promise] = {
    "read": gettext_lazy("Lire"),
    "watch": gettext_lazy("Écouter"),
    "quiz": gettext_lazy("Quiz"),
    "practise": gettext_lazy("Pratiquer"),
    "workshop": gettext_lazy("Atelier"),
}

FORMATS: Mapping[Format, str | Promise] = {
    "alone": gettext_lazy("Seul"),
    "in_pairs": gettext_lazy("À deux"),
    "in_a_group": gettext_lazy("En groupe"),
    "on_paper": gettext_lazy("Sur papier"),
    "by_listening": gettext_lazy("À l’oreille"),
}

NEEDS: Mapping[Need, str | Promise] = {
    "understand": gettext_lazy("Comprendre"),
    "evaluate": gettext_lazy("Évaluer"),
    "make_alliance": gettext_lazy("Faire alliance"),
    "read_a_figure": gettext_lazy("Lire un chiffre"),
    "facilitate": gettext_lazy("Animer"),
    "choose_a_tool": gettext_lazy("Choisir un outil"),
}


def duration(minutes: int) -> str:
    """Write a duration in minutes, or in hours and minutes from one hour."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {rest:02d}").format(hours=hours, rest=rest) if rest else _("{hours} h").format(hours=hours)


def steps_counted(count: int) -> str:
    """Write a number of steps."""
    return ngettext("{count} étape", "{count} étapes", count).format(count=count)


def steps_done(done: int, total: int) -> str:
    """Write how many steps are done."""
    return ngettext("{done} étape sur {total}", "{done} étapes sur {total}", done).format(done=done, total=total)
