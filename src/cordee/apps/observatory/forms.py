"""What a reader may ask of the registry: some figures among all, or two of them side by side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.published.registry import published_figures, worded
from cordee.apps.observatory.published.telling import told, value_of
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, EntranceForm
from cordee.core.published import PublishedFigure
from cordee.core.punctuation import named


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


class PairForm(ChoiceForm):
    """Two figures to set side by side."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("Choisissez")), *_by_series(published_figures())]
        self.choose("a", _("Un chiffre"), choices, required=True)
        self.choose("b", _("Un autre"), choices, required=True)

    def clean(self) -> dict[str, Any]:
        """Refuse the same figure twice."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("a") and cleaned.get("a") == cleaned.get("b"):
            self.add_error("b", _("C’est le même chiffre : choisissez-en un autre."))
        return cleaned


def _by_series(figures: Iterable[PublishedFigure]) -> list[tuple[str, list[tuple[str, str]]]]:
    lang = language()
    return [
        (worded("series", series).in_(lang), [(one.id, _label(one)) for one in group])
        for series, group in groupby(figures, key=lambda one: one.series)
    ]


def _label(figure: PublishedFigure) -> str:
    said = told(figure)
    return (
        named(f"{said.where} — {said.question}", value_of(figure), language())
        if language() == "fr"
        else (f"{said.where} — {said.question}: {value_of(figure)}")
    )
