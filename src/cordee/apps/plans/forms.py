"""What people write in a plan: an action, where it stands, which ones to show."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.models import Alliance, Partner
from cordee.apps.plans import queries
from cordee.apps.plans.changes import FIELDS
from cordee.apps.plans.models import Action, Effort

UNKNOWN_CHOICE = _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")
REQUIRED = {"required": _("Dites en une phrase ce qui est à faire.")}


class DayInput(forms.DateInput):
    """A day, by the calendar of the browser."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PartnerChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the partners of an alliance, known by its public identifier."""

    def label_from_instance(self, obj: Partner) -> str:
        """Return the name of a partner."""
        return obj.organisation.name

    def to_python(self, value: Any) -> Partner | None:
        """Return the partner chosen; what is no identifier at all is a choice that does not exist."""
        try:
            return cast("Partner | None", super().to_python(value))
        except ValidationError:
            raise ValidationError(UNKNOWN_CHOICE, code="invalid_choice") from None


class ActionForm(forms.Form):
    """An action as people write it."""

    title = forms.CharField(label=_("Action"), max_length=200, error_messages=REQUIRED)
    details = forms.CharField(
        label=_("Précisions"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    due_on = forms.DateField(
        label=_("Échéance"),
        required=False,
        widget=DayInput(),
        error_messages={"invalid": _("Écrivez un jour qui existe, comme 2026-11-30.")},
    )
    partner = PartnerChoice(
        queryset=Partner.objects.none(),
        label=_("Organisation"),
        required=False,
        to_field_name="public",
        empty_label=_("Aucune en particulier"),
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    owner_name = forms.CharField(label=_("Qui la porte"), max_length=120, required=False)
    owner_email = forms.EmailField(
        label=_("Son adresse e-mail"),
        required=False,
        help_text=_("Elle reçoit trois rappels : une semaine avant, le jour même, une semaine après. Rien de plus."),
        error_messages={"invalid": _("Cette adresse est incomplète : il manque le @ ou ce qui l’entoure.")},
    )
    effort = forms.ChoiceField(
        label=_("Effort"),
        required=False,
        choices=[("", _("Pas encore estimé")), *Effort.choices],
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    version = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    secret = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, alliance: Alliance, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("PartnerChoice", self.fields["partner"]).queryset = queries.partners_of(alliance)

    @property
    def written(self) -> dict[str, Any]:
        """Return what was written in the action."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def clean_details(self) -> str:
        """Write line breaks one way, whatever the browser sends."""
        return str(self.cleaned_data["details"]).replace("\r\n", "\n")

    def clean_secret(self) -> uuid.UUID | None:
        """Return the identifier of an action to come, if we drew it."""
        if not self.cleaned_data["secret"]:
            return None
        try:
            return uuid.UUID(_signer().unsign(self.cleaned_data["secret"]))
        except (BadSignature, ValueError):
            raise ValidationError(_("Cette page a été modifiée : rechargez-la, puis recommencez.")) from None


def values_of(action: Action) -> dict[str, Any]:
    """Return an action as its form shows it."""
    shown = {name: getattr(action, name) for name in FIELDS if name != "partner"}
    return {**shown, "partner": action.partner.public if action.partner else None, "version": action.version}


def signed_identifier() -> str:
    """Draw the identifier of an action to come: sending the form twice makes one action."""
    return _signer().sign(str(uuid.uuid4()))


def _signer() -> Signer:
    return Signer(salt="cordee.plans.action")


class StatusForm(forms.Form):
    """Where an action stands, with a word."""

    status = forms.ChoiceField(
        label=_("Où en est-on ?"),
        choices=Action.Status.choices,
        error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez où en est l’action.")},
    )
    note = forms.CharField(
        label=_("Un mot pour les autres"),
        max_length=500,
        required=False,
        validators=[ProhibitNullCharactersValidator()],
        help_text=_("Ce qui a été fait, ce qui bloque, pourquoi on arrête."),
    )


class FilterForm(forms.Form):
    """Which actions to show. A choice that does not exist shows everything."""

    WHEN = (
        ("", _("Toutes les échéances")),
        ("late", _("En retard")),
        ("month", _("D’ici 30 jours")),
        ("none", _("Sans date")),
    )

    status = forms.ChoiceField(
        label=_("État"), required=False, choices=[("", _("Tous les états")), *Action.Status.choices]
    )
    when = forms.ChoiceField(label=_("Échéance"), required=False, choices=WHEN)
    partner = PartnerChoice(
        queryset=Partner.objects.none(),
        label=_("Organisation"),
        required=False,
        to_field_name="public",
        empty_label=_("Toutes les organisations"),
    )

    def __init__(self, alliance: Alliance, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("PartnerChoice", self.fields["partner"]).queryset = queries.partners_of(alliance)

    def chosen(self, name: str) -> Any:
        """Return what was chosen, or nothing when it is not among the choices."""
        return None if name in self.errors else self.cleaned_data.get(name)
