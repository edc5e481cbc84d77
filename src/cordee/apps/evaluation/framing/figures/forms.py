"""Which figures are looked at, and which of them are taken: choices among what is offered now, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models import Ground
from cordee.apps.library.addresses import language
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, EntranceForm
from cordee.core.territory_figure import OfferedFigure, TerritoryFigure


class SortingForm(EntranceForm):
    """Which figures to look at: a theme, a territory, or all."""

    def __init__(self, offered: Sequence[OfferedFigure], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = offered
        themes = dict.fromkeys((one.theme, one.theme_name) for one in offered)
        places = dict.fromkeys((one.figure.territory, one.figure.place.in_(language())) for one in offered)
        self.fields["theme"] = _choice(_("Thème"), [("", _("Tous")), *themes])
        self.fields["territoire"] = _choice(_("Territoire"), [("", _("Tous")), *places])

    def sort(self) -> list[OfferedFigure]:
        """Return the figures that fit what was chosen; a choice that does not exist chooses nothing."""
        self.is_valid()
        theme, place = (self.cleaned_data.get(name, "") for name in ("theme", "territoire"))
        return [one for one in self.offered if theme in ("", one.theme) and place in ("", one.figure.territory)]

    @property
    def narrows(self) -> bool:
        """Tell whether something was chosen."""
        return self.is_valid() and any(self.cleaned_data.values())


class TakingForm(EntranceForm):
    """The figures that are taken, and the fragility or transition that they shed light on."""

    def __init__(self, offered: Sequence[OfferedFigure], grounds: Sequence[Ground], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_key = {one.figure.key: one.figure for one in offered}
        self.by_public = {str(one.public): one for one in grounds}
        self.fields["figures"] = forms.MultipleChoiceField(
            label=_("Chiffres à reprendre"),
            choices=[(key, key) for key in self.by_key],
            error_messages={
                "required": _("Cochez au moins un chiffre."),
                "invalid_choice": _(
                    "Un de ces chiffres n’est plus proposé : son édition a pu être retirée. Cochez-le à nouveau "
                    "s’il est encore dans la liste."
                ),
            },
        )
        lights = [("", _("Aucune ligne en particulier")), *((key, one.title) for key, one in self.by_public.items())]
        self.fields["ground"] = _choice(_("Ce que ces chiffres éclairent"), lights)

    @property
    def taken(self) -> list[TerritoryFigure]:
        """Return the figures that were chosen, once the form is valid."""
        return [self.by_key[key] for key in self.cleaned_data["figures"]]

    @property
    def ground(self) -> Ground | None:
        """Return what they shed light on, if anything was named."""
        return self.by_public.get(self.cleaned_data["ground"])


def _choice(label: Any, choices: list[Any]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, required=False, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )
