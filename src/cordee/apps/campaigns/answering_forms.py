"""What respondents may send besides their answers: the organisation they answer from, when no invitation says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.models import Partner


class OrganisationForm(forms.Form):
    """One of the organisations of the alliance, named by its public identifier; with one only, it is chosen."""

    def __init__(self, partners: Iterable[Partner], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(partner.public): partner for partner in partners}
        choices = [(public, partner.organisation.name) for public, partner in self.partners.items()]
        self.fields["partner"] = forms.ChoiceField(
            label=_("Votre organisation"),
            choices=choices,
            initial=choices[0][0] if len(choices) == 1 else None,
            error_messages={
                "required": _("Choisissez l’organisation pour laquelle vous répondez."),
                "invalid_choice": _("Cette organisation n’est pas de l’alliance\u202f: prenez-en une de la liste."),
            },
        )

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Return the organisations that a page proposes."""
        return list(self.fields["partner"].choices)  # type: ignore[attr-defined]

    @property
    def partner(self) -> Partner:
        """Return the organisation chosen, once the form is valid."""
        return self.partners[self.cleaned_data["partner"]]
