"""The families that words are sorted in, with their names on screen."""

from __future__ import annotations

from typing import get_args

from django.utils.translation import gettext as _

from cordee.core.packs.library import Family


def family_names() -> dict[str, str]:
    """Return every family with its name in the language on screen, in the order of the list."""
    names = {
        "acting": _("Agir ensemble"),
        "stakes": _("Les enjeux"),
        "evaluating": _("Évaluer"),
        "approaches": _("Les sept approches"),
        "impacts": _("Les impacts et le chemin qui y mène"),
        "relationship": _("La relation entre partenaires"),
        "means": _("Les moyens et les coûts"),
        "diagnosis": _("Le diagnostic"),
        "figures": _("Les chiffres"),
        "passing_on": _("Garder et transmettre"),
    }
    return {family: names[family] for family in names if family in get_args(Family)}
