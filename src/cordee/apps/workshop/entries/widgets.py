"""Fields that hold several values, one a row, and fields that take what is written, right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

Choices = Sequence[tuple[str, str]]


class AsWritten(forms.CharField):
    """A field that keeps what is written: the lint says what is missing or wrong, and a draft may wait for it."""

    def validate(self, value: Any) -> None:
        """Accept nothing at all: `required` only tells the reader what will be asked in the end."""

    def clean(self, value: Any) -> str:
        """Write line breaks one way, whatever the browser sends."""
        return str(super().clean(value)).replace("\r\n", "\n").replace("\r", "\n")


class RowsInput(forms.Widget):
    """Several inputs of one name, under each other, with spare ones at the end; or as many drop-down lists."""

    template_name = "workshop/widgets/rows.html"

    def __init__(self, datalist: str = "", choices: Choices = ()) -> None:
        super().__init__()
        self.datalist, self.choices = datalist, choices
        self.spare = 1

    @property
    def is_hidden(self) -> bool:
        """It is seen."""
        return False

    def use_required_attribute(self, initial: Any) -> bool:
        """Leave no row marked as required: any of them may be empty."""
        return False

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Name the first row, so that a label and a link of the error summary reach it."""
        return id_

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return what every row holds."""
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Never omitted: no row at all is an empty list."""
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template the rows that are filled, and spare ones."""
        context = super().get_context(name, "", attrs)
        said = [one for one in value or [] if one]
        context["widget"] |= {
            "rows": [*said, *[""] * self.spare],
            "datalist": self.datalist,
            "is_invalid": bool((attrs or {}).get("aria-invalid")),
        }
        context["widget"]["choices"] = self.choices
        context["widget"]["unknown"] = [one for one in said if one not in dict(self.choices)] if self.choices else []
        return context


class Rows(forms.Field):
    """A list of lines or of ids."""

    widget = RowsInput

    def validate(self, value: Any) -> None:
        """Accept nothing at all."""

    def to_python(self, value: Any) -> list[str]:
        """Return the rows that say something."""
        rows = [str(row).strip() for row in value or []]
        for row in rows:
            ProhibitNullCharactersValidator()(row)
            if "\n" in row or "\r" in row:
                raise ValidationError("one line")
        return [row for row in rows if row]


class Choosing(forms.Select):
    """A drop-down list that still shows a value which is not among its choices, rather than losing it."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Add the value that is there to the choices."""
        known = {str(key) for key, _label in self.choices}
        foreign = [(one, one) for one in value if one and one not in known]
        shown, self.choices = self.choices, [*self.choices, *foreign]
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = shown
