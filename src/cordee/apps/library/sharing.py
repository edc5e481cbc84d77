"""What the picture of an entry of the library shows: its kind, and its name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import ROUTES, current_pack, entries_of, find, language
from cordee.apps.ui.sharing import SharedPage


def shared(kind: str, name: str) -> SharedPage | None:
    """Return what stands for an entry, found by the end of its address; None when there is none."""
    pack = current_pack() if kind in ROUTES else None
    found = find(kind, name, pack) if pack else None
    if pack is None or found is None:
        return None
    entry = next(one for one in entries_of(pack, kind) if one.id == found.id)
    return SharedPage(kind_name(kind), entry.name.in_(language()))


def kind_name(kind: str) -> str:
    """Return the name of a kind of entries, as readers say it."""
    return {
        "terms": _("Un mot de l’évaluation"),
        "tools": _("Un outil"),
        "stories": _("Un récit d’alliance"),
        "courses": _("Un parcours"),
        "impacts": _("Un impact"),
        "axes": _("Une approche"),
    }[kind]
