"""What is said of an organisation, and of its place in an alliance."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.forms.fields import (
    EntranceForm,
    LineField,
    NumberField,
    TerritoryForm,
    VersionedForm,
    choice,
    day,
    listed,
    optional,
)
from cordee.apps.organisations.models import Objective, Organisation, Partner, Profile, Size
from cordee.core import identifiers

DESCRIBED = ("name", "profile", "size", "siren", "rna", "territory")
PLACED = ("objective", "joined_on", "left_on")


class OrganisationForm(VersionedForm, TerritoryForm):
    """What an organisation is: only its name is asked for."""

    name = LineField(
        label=_("Nom de l’organisation"), max_length=160, error_messages={"required": _("Écrivez son nom.")}
    )
    profile = listed(Profile.choices, label=_("Type"))
    size = listed(Size.choices, label=_("Nombre de salariés ou d’agents"))
    siren = NumberField(
        identifiers.siren,
        label=_("SIREN"),
        help_text=_("9 chiffres. Il évite de confondre deux organisations du même nom."),
    )
    rna = NumberField(
        identifiers.rna,
        label=_("Numéro RNA"),
        help_text=_("Pour une association : W et 9 chiffres, sur le récépissé de la préfecture."),
    )

    field_order = DESCRIBED

    @classmethod
    def initial_of(cls, organisation: Organisation) -> dict[str, Any]:
        """Return what the page shows of an organisation."""
        return {name: getattr(organisation, name) for name in (*DESCRIBED, "version")}


class NewPartnerForm(EntranceForm):
    """A partner to bring in: an organisation already known to the person, or a new one."""

    name = LineField(label=_("Nom de l’organisation"), required=False, max_length=160)
    profile = listed(Profile.choices, label=_("Type"))
    siren = NumberField(identifiers.siren, label=_("SIREN"), help_text=_("9 chiffres, si vous l’avez sous la main."))
    objective = optional(Objective.choices, label=_("Ce qui vient en premier pour elle"))

    def __init__(self, known: list[Organisation], taken: list[Organisation], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {str(one.public): one for one in known}
        self.taken = taken
        self.fields["name"].required = not known
        self.fields["name"].error_messages["required"] = _("Écrivez son nom.")
        self.fields["organisation"] = choice(
            [(public, one.name) for public, one in self.known.items()], label=_("Organisations que vous connaissez")
        )

    @property
    def organisation_choices(self) -> list[tuple[str, str]]:
        """Return the organisations that may be chosen."""
        return [(public, one.name) for public, one in self.known.items()]

    def clean(self) -> dict[str, Any]:
        """Ask for one organisation, and refuse one that is there under another name."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("organisation") and not cleaned.get("name") and "organisation" not in self.errors:
            self.add_error(
                "name", ValidationError(_("Nommez l’organisation, ou choisissez-en une que vous connaissez déjà."))
            )
        same = self._same_number(cleaned.get("siren", ""))
        if same and not cleaned.get("organisation"):
            self.add_error("siren", self._twice(same))
        return cleaned

    def _same_number(self, number: str) -> Organisation | None:
        everybody = [*self.taken, *self.known.values()]
        return next((one for one in everybody if number and one.siren == number), None)

    def _twice(self, same: Organisation) -> ValidationError:
        if same in self.taken:
            return ValidationError(
                _("Ce SIREN est celui de « %(name)s », déjà partenaire."), params={"name": same.name}
            )
        return ValidationError(
            _("Ce SIREN est celui de « %(name)s » : choisissez-la plutôt dans la liste."), params={"name": same.name}
        )

    @property
    def organisation(self) -> Organisation | dict[str, Any]:
        """Return the organisation chosen, or what is said of the new one."""
        chosen = self.known.get(self.cleaned_data["organisation"])
        return chosen or {name: self.cleaned_data[name] for name in ("name", "profile", "siren")}


class PlaceForm(VersionedForm):
    """What comes first for a partner, since when it is there, and when it leaves."""

    objective = optional(Objective.choices, label=_("Ce qui vient en premier pour elle"))
    joined_on = day(_("Entrée dans l’alliance"))
    left_on = day(
        _("Départ"),
        _("Ses réponses passées restent dans les résultats ; elle n’est plus proposée pour la suite."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a departure before the arrival."""
        cleaned = super().clean() or self.cleaned_data
        joined, left = cleaned.get("joined_on"), cleaned.get("left_on")
        if joined and left and left < joined:
            self.add_error("left_on", ValidationError(_("Le départ vient avant l’entrée : vérifiez les deux dates.")))
        return cleaned

    @classmethod
    def initial_of(cls, partner: Partner) -> dict[str, Any]:
        """Return what the page shows of a partner."""
        return {name: getattr(partner, name) for name in (*PLACED, "version")}
