"""The three regimes in plain words, with the rule in numbers: said before sending, and in the letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.rules import DisclosureRule, rule_of


@dataclass(frozen=True)
class RegimeWords:
    """A regime as people read it: its name, who sees who answered what, and the sentences of its rule."""

    regime: Regime
    name: str
    promise: str
    rule: tuple[str, ...]


def words_of(campaign: Campaign) -> RegimeWords:
    """Return the words of the regime of a campaign, in the language on screen."""
    return regime_words(Regime(campaign.regime), rule_of(campaign), campaign.contact_name)


def all_words(campaign: Campaign) -> list[RegimeWords]:
    """Return the words of every regime, to choose one."""
    return [regime_words(regime, rule_of(campaign), campaign.contact_name) for regime in Regime]


def regime_words(regime: Regime, rule: DisclosureRule, facilitator: str) -> RegimeWords:
    """Say a regime with the numbers of a rule; `facilitator` is who runs the campaign, named where it matters."""
    sentences = () if regime is Regime.ATTRIBUTED else _rule_sentences(rule)
    return RegimeWords(
        regime, str(regime.label), PROMISES[regime](facilitator or _("la personne qui anime")), sentences
    )


def _attributed(facilitator: str) -> str:
    return _(
        "Toutes les personnes qui peuvent lire le résultat voient qui a répondu quoi. "
        "Répondre, c’est accepter que votre nom soit à côté de vos réponses."
    )


def _facilitator(facilitator: str) -> str:
    return _(
        "Seule une personne, {facilitator}, verra qui a répondu quoi. Toutes les autres ne verront que des groupes."
    ).format(facilitator=facilitator)


def _aggregate(facilitator: str) -> str:
    return _(
        "Personne ne verra qui a répondu quoi, pas même {facilitator}. Seuls des groupes assez grands sont montrés."
    ).format(facilitator=facilitator)


PROMISES: dict[Regime, Callable[[str], str]] = {
    Regime.ATTRIBUTED: _attributed,
    Regime.FACILITATOR: _facilitator,
    Regime.AGGREGATE: _aggregate,
}


def _rule_sentences(rule: DisclosureRule) -> tuple[str, ...]:
    """Say from how many answers something is shown."""
    return (
        _(
            "Un groupe n’est montré que s’il réunit au moins {people} réponses, ou les réponses d’au moins "
            "{organisations} organisations dont aucune n’en donne plus de {share} %."
        ).format(
            people=rule.fewest_respondents,
            organisations=rule.fewest_organisations,
            share=round(100 * rule.largest_share),
        ),
        _("Un groupe plus petit est lu avec un autre ; s’il ne peut pas l’être, il n’est pas montré."),
        _(
            "Les mots que vous ajoutez ne sont cités qu’à partir de {people} réponses à la même question, ou si vous "
            "l’acceptez vous-même."
        ).format(people=rule.fewest_for_verbatims),
    )
