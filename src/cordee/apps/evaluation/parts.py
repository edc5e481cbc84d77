"""The parts of an evaluation, in the order in which partners meet them: each says where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance.standing import standing as balance_standing
from cordee.apps.evaluation.begun import begun_parts
from cordee.apps.evaluation.effects.standing import standing as effects_standing
from cordee.apps.evaluation.efficiency.standing import standing as efficiency_standing
from cordee.apps.evaluation.framing.standing import standing as framing_standing
from cordee.apps.evaluation.indicators.standing import standing as indicators_standing
from cordee.apps.evaluation.judgement.standing import standing as judgement_standing
from cordee.apps.evaluation.relations.standing import standing as relations_standing


@dataclass(frozen=True)
class Part:
    """A part: its address, its name, what it is for, and a function that says in a few words where it stands."""

    url_name: str
    label: Any
    purpose: Any
    standing: Callable[[OpenedEvaluation], str]


@dataclass(frozen=True)
class PartCard:
    """A part as the page of an evaluation shows it to its reader."""

    label: str
    purpose: str
    url: str
    standing: str
    begun: bool
    is_next: bool


PARTS: tuple[Part, ...] = (
    Part(
        "framing",
        gettext_lazy("Le cadre"),
        gettext_lazy("Relire le chemin, relier au territoire, et s’accorder par écrit sur ce que l’on évalue."),
        framing_standing,
    ),
    Part(
        "effects",
        gettext_lazy("Effets"),
        gettext_lazy("Ce que l’alliance change, pour qui, en bien ou en mal, attendu ou non."),
        effects_standing,
    ),
    Part(
        "indicators",
        gettext_lazy("Indicateurs"),
        gettext_lazy("Ce qui est compté, par qui, quand, et ce qu’on peut en lire aujourd’hui."),
        indicators_standing,
    ),
    Part(
        "balance",
        gettext_lazy("Équilibre"),
        gettext_lazy("Ce que chacun dit donner et recevoir : chaque partenaire remplit son côté, puis on compare."),
        balance_standing,
    ),
    Part(
        "efficiency",
        gettext_lazy("Efficience"),
        gettext_lazy("Le coût complet, temps caché compris, et ce qu’il donne."),
        efficiency_standing,
    ),
    Part(
        "relations",
        gettext_lazy("Relations"),
        gettext_lazy(
            "La confiance et la valeur que les partenaires se reconnaissent, et le réseau qu’elles dessinent."
        ),
        relations_standing,
    ),
    Part(
        "judgement",
        gettext_lazy("Jugement"),
        gettext_lazy("Convenir des critères, juger chacun de son côté, puis ensemble, en gardant les désaccords."),
        judgement_standing,
    ),
)


def cards_of(opened: OpenedEvaluation) -> list[PartCard]:
    """Return the parts of an evaluation, each with where it stands; the first that nobody began comes next."""
    begun = begun_parts(opened.evaluation)
    following = next((part.url_name for part in PARTS if part.url_name not in begun), None)
    return [
        PartCard(
            label=str(part.label),
            purpose=str(part.purpose),
            url=opened.url(part.url_name),
            standing=part.standing(opened),
            begun=part.url_name in begun,
            is_next=part.url_name == following,
        )
        for part in PARTS
    ]


def summary_of(cards: list[PartCard]) -> str:
    """Say how many parts were begun, and that their order is not an obligation."""
    begun = sum(card.begun for card in cards)
    if not begun:
        return _("Rien n’est encore commencé. L’ordre ci-dessous est celui du terrain ; rien n’oblige à tout remplir.")
    if begun == len(cards):
        return _("Toutes les parties sont commencées : le rapport dit ce qu’elles permettent de lire.")
    return ngettext(
        "{count} partie commencée sur {all}. L’ordre est une proposition ; rien n’oblige à tout remplir.",
        "{count} parties commencées sur {all}. L’ordre est une proposition ; rien n’oblige à tout remplir.",
        begun,
    ).format(count=begun, all=len(cards))


def tabs_of(opened: OpenedEvaluation) -> list[tuple[str, str]]:
    """Return the way to each part, for the bar that stands above all of them."""
    return [
        (_("Vue d’ensemble"), opened.url("overview")),
        *((str(part.label), opened.url(part.url_name)) for part in PARTS),
    ]


def around(opened: OpenedEvaluation) -> dict[str, Any]:
    """Return what every page of an evaluation is drawn with."""
    return {
        "opened": opened,
        "evaluation": opened.evaluation,
        "alliance": opened.alliance,
        "tabs": tabs_of(opened),
    }
