"""The kinds of rows that the efficiency holds: their word in addresses, their table, their form, how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from cordee.apps.evaluation.efficiency import forms
from cordee.apps.evaluation.models import CostLine, DiscountRate, FrugalityNote, ResultCount, ValuedOutcome


@dataclass(frozen=True)
class RowKind:
    """A kind of row: its key in code, its word in an address, which is in the language of the page."""

    key: str
    word: Any
    title: Any
    model: Any
    form: Any
    most: int


KINDS: Mapping[str, RowKind] = {
    kind.key: kind
    for kind in (
        RowKind("cost", pgettext_lazy("address", "cout"), gettext_lazy("Coût"), CostLine, forms.CostForm, 500),
        RowKind(
            "result", pgettext_lazy("address", "resultat"), gettext_lazy("Résultat"), ResultCount, forms.ResultForm, 50
        ),
        RowKind(
            "frugality",
            pgettext_lazy("address", "frugalite"),
            gettext_lazy("Frugalité"),
            FrugalityNote,
            forms.NoteForm,
            50,
        ),
        RowKind(
            "value",
            pgettext_lazy("address", "valeur"),
            gettext_lazy("Changement valorisé"),
            ValuedOutcome,
            forms.OutcomeForm,
            20,
        ),
        RowKind(
            "rate",
            pgettext_lazy("address", "taux"),
            gettext_lazy("Taux d’actualisation"),
            DiscountRate,
            forms.RateForm,
            1,
        ),
    )
}
