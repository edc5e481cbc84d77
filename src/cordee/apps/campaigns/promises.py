"""The rule of confidentiality in plain words, as whoever is about to answer reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Regime

DEFAULTS = {"fewest_respondents": 5, "fewest_organisations": 3, "largest_share": 0.85, "fewest_for_verbatims": 10}
"""The thresholds of `core.disclosure.DisclosureRule`, for a campaign whose rule was kept without them."""


def promises_of(regime: str, rule: Mapping[str, Any]) -> list[str]:
    """Return what is promised to whoever answers, the most important first."""
    by_regime = {
        Regime.ATTRIBUTED: _attributed,
        Regime.FACILITATOR: _facilitator,
        Regime.AGGREGATE: _aggregate,
    }
    fixed = _("Cette règle est fixée depuis le lancement\u202f: personne ne peut plus la changer.")
    return [*by_regime[Regime(regime)](), *_thresholds(regime, {**DEFAULTS, **rule}), fixed]


def _attributed() -> list[str]:
    return [
        _("Vos réponses sont signées\u202f: qui peut lire le résultat verra ce que vous avez répondu, avec votre nom."),
        _("Peuvent le lire\u202f: les personnes de l’alliance, et celles qui sont invitées à répondre."),
    ]


def _facilitator() -> list[str]:
    return [
        _("Seule la personne qui anime verra vos réponses avec votre nom."),
        _("Tous les autres ne lisent que des groupes."),
    ]


def _aggregate() -> list[str]:
    return [
        _("Personne ne verra qui a répondu quoi, pas même la personne qui anime."),
        _(
            "Elle peut voir si vous avez répondu, pour vous le rappeler. À la clôture, ce fil entre vous et vos "
            "réponses est coupé."
        ),
    ]


def _thresholds(regime: str, rule: Mapping[str, Any]) -> list[str]:
    """Who reads names needs no threshold; everybody else reads groups that are large enough."""
    if regime == Regime.ATTRIBUTED:
        return []
    return [
        _(
            "Un résultat n’apparaît que s’il rassemble au moins {people} personnes, ou {organisations} organisations "
            "dont aucune ne fait plus de {share}\u202f% des réponses."
        ).format(
            people=rule["fewest_respondents"],
            organisations=rule["fewest_organisations"],
            share=round(100 * rule["largest_share"]),
        ),
        _(
            "Vos remarques ne sont citées que parmi celles d’au moins {people} personnes, ou si vous l’acceptez\u202f; "
            "jamais avec votre nom."
        ).format(people=rule["fewest_for_verbatims"]),
    ]
