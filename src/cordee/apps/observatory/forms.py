"""What a reader may ask of the registry: some figures among all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.published.registry import published_figures, worded
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, EntranceForm
from cordee.core.published import PublishedFigure


class ChoiceForm(EntranceForm):
    """A form made of choices among the figures; one that does not exist is told."""

    def choose(self, name: str, label: Any, choices: list[Any], *, required: bool = False) -> None:
        """Add a choice."""
        messages = {"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez un chiffre.")}
        self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=required, error_messages=messages)


class SortingForm(ChoiceForm):
    """Which figures to read: one public, one programme, one year, or all."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        figures = published_figures()
        lang = language()
        publics = sorted({(worded("population", one.population).in_(lang), one.population) for one in figures})
        programmes = sorted({one.programme for one in figures})
        years = sorted({one.year for one in figures}, reverse=True)
        self.choose("public", _("Public interrogé"), [("", _("Tous")), *((value, name) for name, value in publics)])
        self.choose("programme", _("Programme"), [("", _("Tous")), *((one, one) for one in programmes)])
        self.choose("annee", _("Année"), [("", _("Toutes")), *((str(one), str(one)) for one in years)])

    def sort(self) -> list[PublishedFigure]:
        """Return the figures that fit what was chosen; a choice that does not exist chooses nothing."""
        self.is_valid()
        chosen = self.cleaned_data
        return [
            one
            for one in published_figures()
            if chosen.get("public") in (None, "", one.population)
            and chosen.get("programme") in (None, "", one.programme)
            and chosen.get("annee") in (None, "", str(one.year))
        ]
