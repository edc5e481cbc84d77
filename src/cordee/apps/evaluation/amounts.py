"""The one field where people write a figure: decimals and thousands in either way, a unit after it, bounds told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.core.amounts import read_amount, unit_fits, write_amount

Figure = Decimal | float
LARGEST = Decimal("999999999999.99")
"""The largest sum that the columns of euros and hours keep."""
EUROS, HOURS = "€", "h"


class AmountField(forms.CharField):
    """A figure as people type it; what cannot be kept is told in words, and what was typed stays in the field.

    With `decimals`, the figure is a Decimal kept exactly, with so many digits after the mark; without, a float.
    """

    default_error_messages = {
        "invalid": _("« %(found)s » n’est pas un nombre. Écrivez-le ainsi : 1 234,5."),
        "unit": _(
            "« %(found)s » n’est pas dans l’unité attendue, « %(unit)s ». Convertissez la valeur, ou retirez l’unité."
        ),
        "min_value": _("Ce nombre ne peut pas être négatif : écrivez 0 ou plus."),
        "max_value": _("Ce nombre est trop grand : vérifiez le nombre de zéros."),
        "decimals": _("Deux chiffres après la virgule suffisent."),
    }

    def __init__(
        self,
        *,
        unit: str = "",
        least: Figure | None = None,
        most: Figure | None = None,
        decimals: int | None = None,
        **options: Any,
    ) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{"max_length": 60, "widget": widget, **options})
        self.unit, self.least, self.most, self.decimals = unit, least, most, decimals

    def prepare_value(self, value: Any) -> Any:
        """Write a figure that is kept as its reader writes it, with every digit; what was typed stays as typed."""
        return write_amount(value, language()) if isinstance(value, Decimal | float | int) else value

    def clean(self, value: Any) -> Any:
        """Return the figure, None when nothing is written, or say what is wrong with it."""
        text = str(super().clean(value))
        if not text:
            return None
        amount = read_amount(text, language())
        if amount is None:
            raise self._told("invalid", found=text)
        if self.unit and not unit_fits(amount.unit, self.unit):
            raise self._told("unit", found=text, unit=self.unit)
        self._check_bounds(amount.value)
        return amount.value if self.decimals is None else self._exact(amount.value)

    def _check_bounds(self, figure: float) -> None:
        if self.least is not None and figure < self.least:
            raise self._told("min_value")
        if self.most is not None and figure > self.most:
            raise self._told("max_value")

    def _exact(self, figure: float) -> Decimal:
        exact = Decimal(repr(figure))
        kept = exact.quantize(Decimal(1).scaleb(-(self.decimals or 0)))
        if kept != exact:
            raise self._told("decimals")
        return kept

    def _told(self, code: str, **params: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)


def amount(label: Any, hint: Any = "", *, unit: str = "", most: Figure = LARGEST, **options: Any) -> AmountField:
    """Return a field for a sum that may be left empty: euros, hours or a count, never negative, two decimals."""
    given = {"required": False, **options}
    return AmountField(label=label, help_text=hint, unit=unit, least=Decimal(0), most=most, decimals=2, **given)
