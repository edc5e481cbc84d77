"""The kinds of rows that the efficiency holds: the word of their address, their table, their form, how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from cordee.apps.evaluation.efficiency import forms
from cordee.apps.evaluation.models import CostLine, DiscountRate, FrugalityNote, ResultCount, ValuedOutcome


@dataclass(frozen=True)
class RowKind:
    """A kind of row."""

    word: str
    title: Any
    model: Any
    form: Any
    most: int


KINDS: Mapping[str, RowKind] = {
    kind.word: kind
    for kind in (
        RowKind("cout", gettext_lazy("Coût"), CostLine, forms.CostForm, 500),
        RowKind("resultat", gettext_lazy("Résultat"), ResultCount, forms.ResultForm, 50),
        RowKind("frugalite", gettext_lazy("Frugalité"), FrugalityNote, forms.NoteForm, 50),
        RowKind("valeur", gettext_lazy("Changement valorisé"), ValuedOutcome, forms.OutcomeForm, 20),
        RowKind("taux", gettext_lazy("Taux d’actualisation"), DiscountRate, forms.RateForm, 1),
    )
}
