"""The themes under which figures of both kinds are looked for: series of the registry, questions of the surveys."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory.territories.themes import FRAGILITY, IMPACT, MEANS, MOVING, PARTNERS

THEMES: Mapping[str, str | Promise] = {
    "fragilities": _("Les fragilités du territoire"),
    "dynamics": _("La dynamique du territoire"),
    "alliances": _("Faire alliance : ce que l’on en attend"),
    "partnerships": _("Les partenariats et leurs acteurs"),
    "impacts": _("Ce que les alliances changent"),
    "evaluation": _("Évaluer les partenariats"),
    "others": _("Autres questions"),
}
"""Theme → its name, in the order in which they are read."""
OF_SERIES: Mapping[str, str] = {
    "perceived-fragilities": "fragilities",
    "mayors-dynamics": "dynamics",
    "mayors-mandate": "dynamics",
    "mayors-transitions": "dynamics",
    "alliance-duty": "alliances",
    "urgent-partnerships": "alliances",
    "crisis-usefulness": "alliances",
    "trust-in-companies": "alliances",
    "company-partnerships": "partnerships",
    "company-partnership-types": "partnerships",
    "association-partnership-types": "partnerships",
    "association-partnership-types-a": "partnerships",
    "association-partnership-types-b": "partnerships",
    "association-partnerships": "partnerships",
    "association-partners": "partnerships",
    "evaluation-usefulness": "evaluation",
    "evaluation-obstacles": "evaluation",
    "evaluation-practice": "evaluation",
}
OF_QUESTIONS: Mapping[str, str] = {
    FRAGILITY: "fragilities",
    MOVING: "dynamics",
    "alliance": "alliances",
    MEANS: "partnerships",
    PARTNERS: "partnerships",
    IMPACT: "impacts",
}
"""How the variable of a question begins → its theme."""


def theme_of_series(series: str) -> str:
    """Return the theme of a series of the registry."""
    return OF_SERIES.get(series, "others")


def theme_of_question(key: str) -> str:
    """Return the theme of a question of a survey.

    >>> theme_of_question("fragility_jobs"), theme_of_question("age")
    ('fragilities', 'others')
    """
    return next((theme for start, theme in OF_QUESTIONS.items() if key.startswith(start)), "others")
