"""What a facilitator may send to invite people: a pasted list, or one person at a time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations.inviting import Person
from cordee.apps.campaigns.pasting import partners_of
from cordee.apps.campaigns.queries.preparing import circle_name
from cordee.apps.diagnosis.forms import UNKNOWN_CHOICE
from cordee.charts.numbers import Lang

LONGEST_PASTE = 200_000
SIGNS_OF_FORMULAS = ("=", "+", "-", "@")


class PasteForm(forms.Form):
    """A list of people, as it comes out of a spreadsheet."""

    people = forms.CharField(
        label=_("Coller des personnes"),
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_("Une personne par ligne : nom, courriel, organisation, cercle, langue (fr ou en, facultative)."),
        error_messages={"required": _("Collez au moins une ligne.")},
    )


class PersonForm(forms.Form):
    """One person to invite. Without an address they answer on paper, or by the link of their circle."""

    name = forms.CharField(label=_("Nom"), max_length=150, error_messages={"required": _("Donnez un nom.")})
    email = forms.EmailField(
        label=_("Courriel"),
        required=False,
        help_text=_("Vide pour une personne qui répondra sur papier."),
        error_messages={"invalid": _("Cette adresse ne semble pas complète : nom@exemple.org.")},
    )

    def __init__(self, campaign: Campaign, lang: Lang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign = campaign
        self.circles = {one.circle: one for one in campaign.circles.order_by("position", "pk")}
        self.partners = {str(one.public): one for one in partners_of(campaign)}
        self.fields["organisation"] = self._choice(
            _("Organisation"), [(public, one.organisation.name) for public, one in self.partners.items()]
        )
        self.fields["circle"] = self._choice(
            _("Cercle"), [(key, circle_name(one, lang)) for key, one in self.circles.items()]
        )
        self.fields["lang"] = self._choice(_("Langue"), list(settings.LANGUAGES))
        self.fields["lang"].initial = lang

    def _choice(self, label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=label,
            choices=choices,
            error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez.")},
        )

    def clean(self) -> dict[str, Any]:
        """Refuse someone who is already in that circle, and a name that a spreadsheet would run."""
        cleaned = super().clean() or {}
        email, circle = cleaned.get("email"), self.circles.get(cleaned.get("circle", ""))
        if email and circle and circle.invitees.filter(email__iexact=email).exists():
            self.add_error("email", _("Cette personne est déjà invitée dans ce cercle."))
        if cleaned.get("name", "").startswith(SIGNS_OF_FORMULAS):
            self.add_error("name", _("Retirez le signe du début : un tableur le prendrait pour une formule."))
        return cleaned

    def person(self) -> Person:
        """Return who is to be invited."""
        sent = self.cleaned_data
        return Person(
            sent["name"],
            sent["email"],
            self.circles[sent["circle"]],
            self.partners[sent["organisation"]],
            sent["lang"],
        )


class OrganisationForm(forms.Form):
    """An organisation to add as a partner, by its name."""

    organisation_name = forms.CharField(
        label=_("Ajouter une organisation partenaire"),
        max_length=160,
        error_messages={"required": _("Donnez son nom.")},
    )
