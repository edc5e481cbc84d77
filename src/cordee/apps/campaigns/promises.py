"""The rule of confidentiality in plain words, as whoever is about to answer reads it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.regimes import words_of


def promises_of(campaign: Campaign) -> list[str]:
    """Return what is promised to whoever answers, the most important first."""
    words = words_of(campaign)
    fixed = _("Cette règle est fixée depuis le lancement\u202f: personne ne peut plus la changer.")
    followed = _("On voit combien de personnes ont répondu dans chaque cercle, jamais lesquelles.")
    cut = _("À la clôture, ce qui relie votre nom à vos réponses est effacé.")
    anonymous = [followed, cut] if words.regime is Regime.AGGREGATE else []
    return [words.promise, *words.rule, *anonymous, fixed]
