"""Whose paper one is about to type in: by the code printed on it, or chosen in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.campaigns.models import CampaignCircle, Invitee
from cordee.apps.campaigns.paper_codes import is_code_of
from cordee.apps.organisations.models import Partner


class DeskForm(forms.Form):
    """A code or a choice leads to a person, or to a circle whose organisation must then be said."""

    code = forms.CharField(required=False, max_length=20)

    def __init__(
        self,
        people: Sequence[Invitee],
        circles: Sequence[CampaignCircle],
        partners: Sequence[Partner],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.public): one for one in people}
        self.circles = {str(one.public): one for one in circles}
        self.partners = {str(one.public): one for one in partners}
        self.fields["who"] = _choice([*self.people, *self.circles])
        self.fields["partner"] = _choice([*self.partners])

    def clean(self) -> dict[str, Any]:
        """Find whose paper it is; a code, when there is one, is what counts."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        code, who = cleaned["code"], cleaned["who"]
        found = self._coded(code) if code else [self.people.get(who) or self.circles.get(who)]
        cleaned["place"] = found[0] if len(found) == 1 else None
        if cleaned["place"] is None:
            wrong = _("Ce code n’est pas de ce 360°\u202f: vérifiez-le, ou choisissez dans la liste.")
            self.add_error("code", wrong if code else _("Tapez le code du papier, ou choisissez dans la liste."))
        elif isinstance(cleaned["place"], CampaignCircle) and not cleaned["partner"]:
            self.add_error("partner", _("Sans nom, il faut dire pour quelle organisation la personne répond."))
        return cleaned

    @property
    def place(self) -> Invitee | CampaignCircle:
        """Return the person or the circle, once the form is valid."""
        place: Invitee | CampaignCircle = self.cleaned_data["place"]
        return place

    @property
    def partner(self) -> Partner:
        """Return the organisation chosen, for a paper without name."""
        return self.partners[self.cleaned_data["partner"]]

    def _coded(self, code: str) -> list[Invitee | CampaignCircle]:
        """Return whoever has this code; two would be nobody, so that answers never go to the wrong place."""
        places: list[Invitee | CampaignCircle] = [*self.people.values(), *self.circles.values()]
        return [place for place in places if is_code_of(code, place.public)]


def _choice(values: Sequence[str]) -> forms.ChoiceField:
    return forms.ChoiceField(
        required=False,
        choices=[(value, value) for value in values],
        error_messages={"invalid_choice": _("Ce choix n’existe pas\u202f: prenez-en un de la liste.")},
    )
