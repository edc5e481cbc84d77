"""What editors write around a draft: its title, a version and a note, a reason, a workbook."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from cordee.core.packs.text import VERSION


class BeginForm(forms.Form):
    """What a new draft is called; the hidden identifier makes two clicks one draft."""

    title = forms.CharField(
        label=_("Ce que vous préparez"),
        max_length=120,
        help_text=_("Quelques mots pour vous y retrouver : « Outils du printemps »."),
        error_messages={"required": _("Donnez un titre à ce brouillon.")},
    )
    secret = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def clean_secret(self) -> uuid.UUID | None:
        """Return the identifier of the draft to come, if we drew it."""
        if not self.cleaned_data["secret"]:
            return None
        try:
            return uuid.UUID(_signer().unsign(self.cleaned_data["secret"]))
        except (BadSignature, ValueError):
            raise ValidationError(_("Cette page a été modifiée : rechargez-la, puis recommencez.")) from None


def signed_identifier() -> str:
    """Draw the identifier of a draft to come."""
    return _signer().sign(str(uuid.uuid4()))


def _signer() -> Signer:
    return Signer(salt="cordee.workshop.draft")


class AskForm(forms.Form):
    """The version to publish, and what it brings in both languages."""

    version = forms.CharField(
        label=_("Numéro de version"),
        max_length=20,
        validators=[RegexValidator(VERSION, _("Trois nombres séparés par des points, comme 1.2.0."))],
        error_messages={"required": _("Donnez un numéro de version.")},
    )
    french = forms.CharField(
        label=_("Ce qu’elle apporte, en français"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "fr"}),
        error_messages={"required": _("Dites en une phrase ce que cette version apporte.")},
    )
    english = forms.CharField(
        label=_("Ce qu’elle apporte, en anglais"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "en"}),
        error_messages={"required": _("Dites-le aussi en anglais : les deux langues vont ensemble.")},
    )

    def clean_french(self) -> str:
        """Write line breaks one way."""
        return one_way(self.cleaned_data["french"])

    def clean_english(self) -> str:
        """Write line breaks one way."""
        return one_way(self.cleaned_data["english"])


def one_way(text: Any) -> str:
    """Write line breaks one way, whatever the browser sends."""
    return str(text).replace("\r\n", "\n").strip()


class RefusalForm(forms.Form):
    """Why a publication is refused."""

    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("La personne qui l’a demandée lira ces mots : dites ce qui manque."),
        error_messages={"required": _("Dites pourquoi : sans raison, personne ne sait quoi corriger.")},
    )


class WorkbookForm(forms.Form):
    """A workbook, the revision it was made from, and whether its words win where others changed the same place."""

    file = forms.FileField(
        label=_("Classeur (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Celui que vous avez emporté d’ici, complété. 5 Mo au plus."),
        error_messages={
            "required": _("Choisissez le classeur à reprendre."),
            "empty": _("Ce fichier est vide : choisissez-en un autre."),
            "missing": _("Choisissez le classeur à reprendre."),
            "invalid": _("Choisissez le classeur à reprendre."),
        },
    )
    seen = forms.TypedChoiceField(
        label=_("Révision dont il est parti"),
        coerce=int,
        help_text=_("Le nom du fichier la donne : « …-r12.xlsx » est parti de la révision 12."),
        error_messages={"invalid_choice": _("Cette révision n’existe pas : choisissez-en une de la liste.")},
    )
    mine_wins = forms.BooleanField(
        label=_("Où quelqu’un a changé la même chose, garder les mots du classeur"), required=False
    )

    def __init__(self, latest: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"seen": latest}, **kwargs})
        choices = [(number, _("Révision %(number)s") % {"number": number}) for number in range(latest, 0, -1)]
        self.fields["seen"].choices = choices  # type: ignore[attr-defined]
