"""Which figures of an edition to read: one question, one category of each variable that cuts the sample, or all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.apps.observatory.editions.wording import category_said, variable_said
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, EntranceForm

QUESTION = "question"
WHOLE = "-"
"""Chosen where the sample is not cut by a variable."""


def field_of(variable: str) -> str:
    """Return the name under which a variable that cuts the sample is asked for."""
    return f"par-{variable}"


class FigureForm(EntranceForm):
    """Which figures to read; a choice that does not exist is told, and chooses nothing."""

    def __init__(self, edition: ShelvedEdition, asked: QueryDict | Mapping[str, str]) -> None:
        super().__init__(asked)
        self.edition = edition
        lang = language()
        questions = [(one.key, one.text.in_(lang)) for one in edition.questions]
        self._choose(QUESTION, _("Question"), [("", _("Toutes les questions")), *questions])
        for variable in edition.cuts:
            categories = [(code, category_said(edition, variable, code)) for code in edition.categories(variable)]
            choices = [("", _("Toutes les découpes")), (WHOLE, _("Sans cette découpe")), *categories]
            self._choose(field_of(variable), variable_said(edition, variable), choices)

    def _choose(self, name: str, label: Any, choices: list[tuple[str, Any]]) -> None:
        messages = {"invalid_choice": UNKNOWN_CHOICE}
        self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False, error_messages=messages)

    def figures(self) -> list[Figure]:
        """Return the figures that fit what was chosen, in the order of the edition."""
        self.is_valid()
        return [one for one in self.edition.figures if self._fits(one)]

    def _fits(self, figure: Figure) -> bool:
        wanted = self.cleaned_data.get(QUESTION)
        return (not wanted or figure.question == wanted) and all(
            self._cut_fits(figure.domains.get(variable), self.cleaned_data.get(field_of(variable)))
            for variable in self.edition.cuts
        )

    @staticmethod
    def _cut_fits(category: str | None, wanted: str | None) -> bool:
        return not wanted or category == wanted or (wanted == WHOLE and category is None)

    def query(self) -> str:
        """Return what was chosen, as the end of an address; nothing when nothing was."""
        chosen = QueryDict(mutable=True)
        chosen.update({name: value for name, value in self.cleaned_data.items() if value})
        return chosen.urlencode()
