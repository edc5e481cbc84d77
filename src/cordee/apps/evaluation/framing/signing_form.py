"""What a person sends to sign a version: their name, and the hash of what they have before their eyes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.forms.fields import EntranceForm, LineField


class SignForm(EntranceForm):
    """A signature."""

    name = LineField(
        label=_("Votre nom"),
        max_length=160,
        help_text=_("Il sera gardé avec le jour et l’empreinte de cette version."),
        error_messages={"required": _("Écrivez votre nom : une signature a besoin d’une personne.")},
    )
    agrees = forms.BooleanField(
        label=_("J’ai lu cette version et je l’accepte au nom de mon organisation"),
        error_messages={"required": _("Cochez cette case si vous êtes d’accord ; sinon, demandez un changement.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
