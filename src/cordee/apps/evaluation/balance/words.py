"""The words of the ledger: families, levels, quantities, reasons; in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cordee.apps.evaluation.balance.permissions import Why
from cordee.apps.evaluation.models import LedgerSide
from cordee.apps.library.addresses import language
from cordee.core.ledger import AMOUNTS, Balance, Family, Gap, Refusal, Statement, Unit
from cordee.core.ledger_points import OneWay, Point, Silence, Weight, WordsApart
from cordee.core.numerals import number, percent


@dataclass(frozen=True)
class FamilyWords:
    """The name of a family, and what to think of when filling it."""

    name: Any
    hint: Any


FAMILIES: Mapping[Family, FamilyWords] = {
    Family.MONEY: FamilyWords(gettext_lazy("Argent"), gettext_lazy("Subventions, dons, achats, prises en charge.")),
    Family.TIME: FamilyWords(
        gettext_lazy("Temps"), gettext_lazy("Salariés, dirigeants, bénévoles : le temps caché compte aussi.")
    ),
    Family.SKILLS: FamilyWords(
        gettext_lazy("Compétences"), gettext_lazy("Ce que l’on sait faire et que l’on met au service de l’autre.")
    ),
    Family.NETWORK: FamilyWords(gettext_lazy("Réseau"), gettext_lazy("Les portes ouvertes, les personnes présentées.")),
    Family.RECOGNITION: FamilyWords(
        gettext_lazy("Reconnaissance"), gettext_lazy("La crédibilité, la visibilité, le nom de l’autre cité.")
    ),
    Family.DATA: FamilyWords(
        gettext_lazy("Données"), gettext_lazy("Les connaissances de terrain, les études, les chiffres partagés.")
    ),
}
DIRECTIONS: Mapping[str, Any] = {"given": gettext_lazy("Nous donnons"), "received": gettext_lazy("Nous recevons")}
LEVELS: Mapping[int, Any] = {
    0: gettext_lazy("0 · rien"),
    1: gettext_lazy("1 · un peu"),
    2: gettext_lazy("2 · une vraie part"),
    3: gettext_lazy("3 · beaucoup"),
    4: gettext_lazy("4 · décisif"),
}


def quantity(value: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """Write a quantity with its unit."""
    decimals = 0 if value == value.to_integral_value() else 2
    written = number(float(value), language(), decimals, signed=signed)
    if unit is Unit.EUROS:
        sign = written[0] if written[0] in "+−" else ""
        return sign + _("%(amount)s €") % {"amount": written.removeprefix(sign)}
    if unit is Unit.HOURS:
        return _("%(amount)s h") % {"amount": written}
    return _("%(level)s niv.") % {"level": written} if signed else _("niveau %(level)s") % {"level": written}


def said(family: Family, statement: Statement) -> str:
    """Write what was said: the amount, the level, both; a dash when nothing was."""
    parts = []
    if statement.amount is not None:
        parts.append(quantity(statement.amount, AMOUNTS[family]))
    if statement.level is not None:
        parts.append(quantity(Decimal(statement.level), Unit.LEVEL))
    return ", ".join(parts) or "–"


def gap_words(gap: Gap, giver: str, receiver: str) -> str:
    """Write a difference, or why there is none."""
    if gap.value is not None and gap.unit is not None:
        return quantity(gap.value, gap.unit, signed=True)
    return refusal_words(gap.refused or Refusal.BOTH_MISSING, giver, receiver)


def refusal_words(refused: Refusal, giver: str, receiver: str) -> str:
    """Say why two words cannot be compared: who said nothing, or that they share no unit."""
    words = {
        Refusal.GIVEN_MISSING: _("%(name)s ne l’a pas dit") % {"name": giver},
        Refusal.RECEIVED_MISSING: _("%(name)s ne l’a pas dit") % {"name": receiver},
        Refusal.BOTH_MISSING: _("non renseigné"),
        Refusal.NO_COMMON_UNIT: _("pas la même unité"),
    }
    return words[refused]


def silent_words(refused: Refusal) -> str:
    """Say it in a matrix, whose rows name who gives and who receives already."""
    words = {
        Refusal.GIVEN_MISSING: _("non dit par qui donne"),
        Refusal.RECEIVED_MISSING: _("non dit par qui reçoit"),
        Refusal.BOTH_MISSING: _("non renseigné"),
        Refusal.NO_COMMON_UNIT: _("pas la même unité"),
    }
    return words[refused]


def own_refusal_words(refused: Refusal) -> str:
    """Say why the asymmetry of a partner cannot be said: both words are its own."""
    words = {
        Refusal.GIVEN_MISSING: _("ce qui est donné n’est pas dit"),
        Refusal.RECEIVED_MISSING: _("ce qui est reçu n’est pas dit"),
        Refusal.BOTH_MISSING: _("non renseigné"),
        Refusal.NO_COMMON_UNIT: _("pas la même unité"),
    }
    return words[refused]


def point_words(point: Point, names: Mapping[str, str]) -> str:
    """Say a point of discussion in a sentence, true of the figures, that asks rather than judges."""
    if isinstance(point, WordsApart):
        return _apart_words(point, names)
    if isinstance(point, OneWay):
        values = {"family": family_name(point.family), "a": names[point.giver], "b": names[point.receiver]}
        return _("%(family)s : %(a)s donne à %(b)s, et rien ne revient. Est-ce voulu ?") % values
    if isinstance(point, Silence):
        values = {"a": names[point.silent], "b": names[point.about]}
        return _("%(a)s n’a rien dit de %(b)s, qui parle pourtant de leurs échanges. Qu’y a-t-il à en dire ?") % values
    return _weight_words(point, names)


def _apart_words(point: WordsApart, names: Mapping[str, str]) -> str:
    values = {
        "family": family_name(point.family),
        "a": names[point.giver],
        "b": names[point.receiver],
        "gap": quantity(abs(point.value), point.unit) if point.unit is not Unit.LEVEL else levels_apart(point.value),
    }
    if point.value > 0:
        return _("%(family)s : %(a)s dit donner davantage que %(b)s ne dit recevoir (écart : %(gap)s).") % values
    return _("%(family)s : %(b)s dit recevoir davantage que %(a)s ne dit donner (écart : %(gap)s).") % values


def levels_apart(value: Decimal) -> str:
    """Write how many levels separate two words."""
    count = int(abs(value))
    return _("1 niveau") if count == 1 else _("%(count)d niveaux") % {"count": count}


def _weight_words(point: Weight, names: Mapping[str, str]) -> str:
    values = {
        "a": names[point.funder],
        "b": names[point.funded],
        "share": percent(float(point.share), language()),
        "known": point.known,
        "of": point.of,
    }
    if point.basis == "declared":
        return (
            _("%(a)s apporte %(share)s du budget que %(b)s déclare : ce poids pèse-t-il sur les décisions ?") % values
        )
    return (
        _(
            "%(a)s apporte %(share)s de l’argent que %(b)s dit recevoir des partenaires "
            "(montants connus : %(known)d sur %(of)d) : ce poids pèse-t-il sur les décisions ?"
        )
        % values
    )


def family_name(family: Family) -> str:
    """Return the name of a family."""
    return str(FAMILIES[family].name)


def why_words(why: Why) -> str:
    """Say why something is refused, with what to do."""
    words = {
        Why.NO_PARTNER: _(
            "Votre rôle ne dit pas au nom de quel partenaire vous parlez. Demandez à une personne qui anime "
            "l’alliance de le préciser : chacun écrit pour son organisation, et pour elle seule."
        ),
        Why.NOT_TAKING_PART: _("Votre organisation a quitté l’alliance : elle ne remplit plus ce registre."),
        Why.SHARED_ALREADY: _("Votre côté est partagé. Pour le corriger, reprenez-le d’abord."),
        Why.NOT_SHARED: _("Votre côté est encore un brouillon : vous pouvez le modifier."),
        Why.CONSENT_NOT_CHOSEN: _("Dites d’abord si votre nom peut figurer à côté de vos chiffres."),
        Why.NOTHING_SAID: _("Votre côté est vide : remplissez au moins une case avant de partager."),
        Why.COUNTS_ARE_OUT: _(
            "Des comptes sans nom sont déjà publiés : comparer un avant et un après révélerait ce que vous changez. "
            "Parlez-en de vive voix, ou ouvrez une nouvelle évaluation."
        ),
        Why.COUPLE_HIDDEN: _(
            "Ces deux côtés ne peuvent pas être lus ensemble : les deux partenaires doivent avoir partagé le leur, "
            "et accepté que leur nom y figure."
        ),
        Why.ONLY_OBSERVES: _("Votre rôle est d’observer : vous lisez tout, sans rien changer."),
        Why.NO_ROOM: _("Cette conversation est déjà longue : continuez-la de vive voix."),
    }
    return words[why]


def sum_words(balance: Balance) -> str:
    """Write a sum with how many couples it holds."""
    values = {
        "sum": quantity(balance.value, balance.unit, signed=True),
        "counted": balance.counted,
        "of": balance.of,
    }
    return _("%(sum)s (%(counted)d sur %(of)d)") % values


def nothing_to_add() -> str:
    """Say why there is no sum."""
    return _("rien à additionner")


def standing_words(shared: int, of: int) -> str:
    """Say how many partners have shared their side."""
    if of < 2:
        return _("Il faut au moins deux partenaires.")
    if not shared:
        return _("Personne n’a encore partagé son côté.")
    return ngettext("%(shared)d côté partagé sur %(of)d.", "%(shared)d côtés partagés sur %(of)d.", shared) % {
        "shared": shared,
        "of": of,
    }


def points_counted(count: int) -> str:
    """Say how many points of discussion the shared sides give."""
    if not count:
        return _("Les côtés partagés se rejoignent : aucun écart notable entre eux.")
    return ngettext(
        "La comparaison des côtés partagés donne %(count)d point de discussion.",
        "La comparaison des côtés partagés donne %(count)d points de discussion.",
        count,
    ) % {"count": count}


def working_definition() -> str:
    """Say which thresholds are ours."""
    return _(
        "Définition de travail : un écart est notable à partir d’un niveau sur quatre, ou d’un quart du plus grand "
        "des deux montants ; un partenaire pèse quand il apporte plus de la moitié de l’argent d’un autre."
    )


def state_words(side: LedgerSide | None) -> str:
    """Say where a side stands, without what it says."""
    if side is None:
        return _("Pas commencé")
    if side.shared_at is None:
        return _("Brouillon")
    return _("Partagé, corrigé après comparaison") if side.corrected_at else _("Partagé")


def unit_name(unit: Unit) -> str:
    """Return the name of a unit."""
    return {Unit.EUROS: _("euros"), Unit.HOURS: _("heures"), Unit.LEVEL: _("niveaux")}[unit]


def left_out(count: int) -> str:
    """Say how many rows a table does not hold."""
    return ngettext(
        "Les plus grands écarts sont montrés ; %(count)d ligne n’y tient pas.",
        "Les plus grands écarts sont montrés ; %(count)d lignes n’y tiennent pas.",
        count,
    ) % {"count": count}
