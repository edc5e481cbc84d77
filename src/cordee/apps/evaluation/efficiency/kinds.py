"""The kinds of rows that the efficiency holds: their word in addresses, their table, their form, how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from cordee.apps.evaluation.efficiency import forms
from cordee.apps.evaluation.models import CostLine, DiscountRate, FrugalityNote, ResultCount, ValuedOutcome


@dataclass(frozen=True, kw_only=True)
class RowKind:
    """A kind of row: its key in code, its word in an address, which is in the language of the page, what it is for."""

    key: str
    word: Any
    title: Any
    purpose: Any
    model: Any
    form: Any
    most: int


COST = RowKind(
    key="cost",
    word=pgettext_lazy("address", "cout"),
    title=gettext_lazy("Coût"),
    purpose=gettext_lazy("L’argent et les heures, même celles qu’aucun compte ne montre."),
    model=CostLine,
    form=forms.CostForm,
    most=500,
)
RESULT = RowKind(
    key="result",
    word=pgettext_lazy("address", "resultat"),
    title=gettext_lazy("Résultat"),
    purpose=gettext_lazy("Ce que l’alliance produit et qui se compte, là où un coût par unité a un sens."),
    model=ResultCount,
    form=forms.ResultForm,
    most=50,
)
FRUGALITY = RowKind(
    key="frugality",
    word=pgettext_lazy("address", "frugalite"),
    title=gettext_lazy("Frugalité"),
    purpose=gettext_lazy("Ce que vous avez fait avec moins, en une phrase."),
    model=FrugalityNote,
    form=forms.NoteForm,
    most=50,
)
VALUE = RowKind(
    key="value",
    word=pgettext_lazy("address", "valeur"),
    title=gettext_lazy("Changement valorisé"),
    purpose=gettext_lazy("Facultatif : un changement traduit en euros, avec chacune de ses hypothèses."),
    model=ValuedOutcome,
    form=forms.OutcomeForm,
    most=20,
)
RATE = RowKind(
    key="rate",
    word=pgettext_lazy("address", "taux"),
    title=gettext_lazy("Taux d’actualisation"),
    purpose=gettext_lazy("Facultatif : ce que vaut aujourd’hui un euro de l’an prochain."),
    model=DiscountRate,
    form=forms.RateForm,
    most=1,
)
KINDS: Mapping[str, RowKind] = {kind.key: kind for kind in (COST, RESULT, FRUGALITY, VALUE, RATE)}


def kind_named(word: str) -> RowKind | None:
    """Return the kind that a word names in the language on screen, or nothing."""
    return next((kind for kind in KINDS.values() if str(kind.word) == word), None)
