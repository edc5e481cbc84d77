"""The words of the page: kinds of entries, facets and their values, in the language on screen."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import current_pack, language
from cordee.core.packs.pack import Pack

KINDS: Mapping[str, str | Promise] = {
    "terms": _("Mots"),
    "tools": _("Outils"),
    "stories": _("Récits"),
    "courses": _("Parcours d’apprentissage"),
    "steps": _("Étapes de parcours"),
    "impacts": _("Impacts"),
    "axes": _("Approches"),
    "cells": _("Référentiel"),
    "methods": _("Méthodes"),
    "doors": _("Portes de la boussole"),
    "help": _("Aide et méthode"),
    "pages": _("Pages"),
    "news": _("Actualités"),
}
"""The kinds that a provider may give; a new one takes its line here."""

FACETS: Mapping[str, str | Promise] = {
    "kind": _("Genre"),
    "medoc": _("M.E.D.O.C."),
    "approach": _("Approche"),
    "profile": _("Profil"),
    "time": _("Temps"),
    "difficulty": _("Difficulté"),
}
"""The facets of the page, in their order."""

_VALUES: Mapping[str, Mapping[str, str | Promise]] = {
    "kind": KINDS,
    "medoc": {
        "method": _("Méthodes"),
        "example": _("Exemples"),
        "data": _("Données"),
        "tool": _("Outils"),
        "skill": _("Compétences"),
    },
    "time": {
        "half_hour": _("Une demi-heure au plus"),
        "hour": _("Une heure au plus"),
        "half_day": _("Une demi-journée au plus"),
        "day": _("Une journée au plus"),
        "longer": _("Plus d’une journée"),
    },
    "difficulty": {"easy": _("Facile"), "practised": _("Avec de la pratique"), "expert": _("Pour spécialistes")},
}
_MOST_MINUTES = {"half_hour": 30, "hour": 60, "half_day": 240, "day": 480}


def time_of(minutes: int) -> str:
    """Return the value of the facet « time » for a duration.

    >>> time_of(30), time_of(31), time_of(481)
    ('half_hour', 'hour', 'longer')
    """
    return next((value for value, most in _MOST_MINUTES.items() if minutes <= most), "longer")


def value_labels(facet: str) -> dict[str, str]:
    """Return the words of the values of a facet, in the order in which they are shown."""
    if facet in _VALUES:
        return {value: str(label) for value, label in _VALUES[facet].items()}
    pack = current_pack()
    return _labels_in(pack, facet) if pack else {}


def _labels_in(pack: Pack, facet: str) -> dict[str, str]:
    """Read in the pack the words of approaches and profiles."""
    lang = language()
    if facet == "approach":
        return {axis.id: axis.name.in_(lang) for axis in pack.instrument.axes}
    questions = (question for question in pack.instrument.context if question.id == facet)
    return {choice.id: choice.name.in_(lang) for question in questions for choice in question.choices}
