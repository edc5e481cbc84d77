"""The rule of confidentiality in plain words, as whoever is about to answer reads it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.campaigns.bridge import rule_of
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.charts.numbers import Lang
from cordee.core.disclosure import Regime as CoreRegime
from cordee.core.disclosure_wording import regime_words


def promises_of(campaign: Campaign, lang: Lang) -> list[str]:
    """Return what is promised to whoever answers, the most important first."""
    fixed = _("Cette règle est fixée depuis le lancement\u202f: personne ne peut plus la changer.")
    rule = _sentences(regime_words(CoreRegime(campaign.regime), rule_of(campaign), lang))
    return [*rule, *_of_regime(Regime(campaign.regime)), fixed]


def _sentences(text: str) -> list[str]:
    return [f"{sentence}." for sentence in text.removesuffix(".").split(". ")]


def _of_regime(regime: Regime) -> list[str]:
    if regime is Regime.ATTRIBUTED:
        return [_("Répondre, c’est accepter que votre nom soit à côté de vos réponses.")]
    if regime is Regime.FACILITATOR:
        return [_("Les autres ne lisent que des groupes, jamais un nom.")]
    return [
        _("La personne qui anime voit combien de personnes ont répondu dans chaque cercle, jamais lesquelles."),
        _("À la clôture, ce qui relie votre nom à vos réponses est effacé."),
    ]
