"""What people may send about costs, results, frugality and valuation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cordee.apps.evaluation.amounts import EUROS, HOURS
from cordee.apps.evaluation.amounts import amount as amount_field
from cordee.apps.organisations.forms.fields import LineField, VersionedForm
from cordee.apps.organisations.models import Partner

NAMED = {"required": gettext_lazy("Donnez-lui un nom, en quelques mots.")}
SOURCED = {"required": gettext_lazy("Dites d’où il vient : sans source, personne ne peut en juger.")}
ENDS = {"_low": gettext_lazy("bas"), "": gettext_lazy("central"), "_high": gettext_lazy("haut")}
ASSUMPTIONS = {
    "proxy": gettext_lazy("Valeur d’une unité, en euros par an"),
    "deadweight": gettext_lazy("Poids mort : ce qui serait arrivé sans vous, en pourcentage"),
    "displacement": gettext_lazy("Déplacement : ce qui a été pris ailleurs, en pourcentage"),
    "attribution": gettext_lazy("Part due à d’autres, en pourcentage"),
    "drop_off": gettext_lazy("Érosion de l’effet, en pourcentage par an"),
    "duration": gettext_lazy("Durée de l’effet, en années"),
}
UNITS = {"proxy": EUROS, "duration": ""}
"""The unit of an assumption when it is no percentage."""
HIGHEST = {"proxy": 10**9, "duration": 50, "discount": 20}


class CostForm(VersionedForm):
    """A line of cost."""

    label = LineField(label=gettext_lazy("Quoi"), max_length=160, error_messages=NAMED)
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=gettext_lazy("Partenaire"), required=False, to_field_name="public"
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Nature"), choices=[("money", gettext_lazy("Argent")), ("hours", gettext_lazy("Heures"))]
    )
    amount = amount_field(gettext_lazy("Montant en euros"), unit=EUROS)
    hours = amount_field(gettext_lazy("Nombre d’heures"), unit=HOURS)
    hourly_cost = amount_field(
        gettext_lazy("Coût horaire déclaré, en euros"),
        gettext_lazy("Vide : les heures sont comptées, pas leur coût."),
        unit=EUROS,
    )
    hidden = forms.BooleanField(
        label=gettext_lazy("Coût caché"),
        required=False,
        help_text=gettext_lazy("Aucun compte ne le montre : dirigeants, bénévoles."),
    )
    year = forms.IntegerField(label=gettext_lazy("Année"), required=False, min_value=1900, max_value=2200)

    def clean(self) -> dict[str, Any]:
        """Ask for what the kind needs, and keep nothing else."""
        cleaned = super().clean() or self.cleaned_data
        wanted = "hours" if cleaned.get("kind") == "hours" else "amount"
        if cleaned.get(wanted) is None and wanted not in self.errors:
            self.add_error(wanted, _("Écrivez un nombre : sans lui, rien ne se calcule."))
        others = ("amount",) if wanted == "hours" else ("hours", "hourly_cost")
        return {**cleaned, **dict.fromkeys(others)}


class ResultForm(VersionedForm):
    """A result that is counted."""

    label = LineField(label=gettext_lazy("Résultat"), max_length=160, error_messages=NAMED)
    unit = LineField(
        label=gettext_lazy("Unité"), max_length=60, help_text=gettext_lazy("Par exemple : personne accompagnée.")
    )
    count = amount_field(gettext_lazy("Nombre"), gettext_lazy("Vide tant qu’il n’est pas connu."))


class NoteForm(VersionedForm):
    """What was done with less."""

    label = LineField(label=gettext_lazy("Ce qui a été fait avec moins"), max_length=500, error_messages=NAMED)


def _assumed(label: str, unit: str) -> forms.Field:
    """Return the field of an assumption, which says why it cannot stay empty."""
    field = amount_field(label, unit=unit, required=True)
    field.error_messages["required"] = _(
        "Écrivez un nombre : bas, central et haut montrent ce que le résultat doit à cette hypothèse. "
        "Si elle ne varie pas, écrivez trois fois le même."
    )
    return field


class AssumedForm(VersionedForm):
    """A form with assumptions, each low, central and high."""

    assumptions: dict[str, Any] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in self.assumptions.items():
            for end, which in ENDS.items():
                said = _("%(label)s (%(which)s)") % {"label": label, "which": which}
                self.fields[name + end] = _assumed(said, UNITS.get(name, "%"))

    def clean(self) -> dict[str, Any]:
        """Check that low ≤ central ≤ high, that shares are shares, that years are whole."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.assumptions:
            three = [value for value in (cleaned.get(name + end) for end in ENDS) if value is not None]
            if len(three) < len(ENDS):
                continue
            if three != sorted(three):
                self.add_error(name, _("Du plus petit au plus grand : bas, central, haut."))
            elif three[2] > HIGHEST.get(name, 100):
                self.add_error(name + "_high", _("C’est trop : au plus %(most)s.") % {"most": HIGHEST.get(name, 100)})
            elif name == "duration" and any(each % 1 for each in three):
                self.add_error(name, _("Des années entières."))
        return cleaned


class OutcomeForm(AssumedForm):
    """A change valued in euros."""

    label = LineField(label=gettext_lazy("Changement valorisé"), max_length=160, error_messages=NAMED)
    quantity = amount_field(gettext_lazy("Quantité"), required=True)
    source = LineField(label=gettext_lazy("Source de la valeur"), max_length=300, error_messages=SOURCED)
    assumptions = ASSUMPTIONS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["quantity"].error_messages["required"] = _(
            "Écrivez un nombre : la valeur d’une unité est multipliée par lui."
        )


class RateForm(AssumedForm):
    """The discount rate."""

    label = LineField(label=gettext_lazy("Source du taux"), max_length=300, error_messages=SOURCED)
    assumptions = {"discount": gettext_lazy("Taux d’actualisation, en pourcentage")}
