"""What a reader writes to propose something, and what is said about it."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from cordee.apps.workshop.models import LONGEST_TEXT, Proposal

UNKNOWN_CHOICE = _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")


class Signed(forms.Form):
    """A form that carries the identifier of what it makes: sending it twice makes one thing."""

    secret = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def clean_secret(self) -> uuid.UUID | None:
        """Return the identifier of what is to come, if we drew it."""
        if not self.cleaned_data["secret"]:
            return None
        try:
            return uuid.UUID(_signer().unsign(self.cleaned_data["secret"]))
        except (BadSignature, ValueError):
            raise ValidationError(_("Cette page a été modifiée : rechargez-la, puis recommencez.")) from None


def signed_identifier() -> str:
    """Draw the identifier of what is to come."""
    return _signer().sign(str(uuid.uuid4()))


def _signer() -> Signer:
    return Signer(salt="cordee.workshop.proposal")


class ProposalForm(Signed):
    """A proposal, in plain words."""

    kind = forms.ChoiceField(
        label=_("Ce que vous proposez"),
        choices=Proposal.Kind.choices,
        error_messages={"required": _("Dites ce que vous proposez."), "invalid_choice": UNKNOWN_CHOICE},
    )
    title = forms.CharField(
        label=_("En quelques mots"),
        max_length=200,
        help_text=_("Le nom de l’outil, de l’alliance, le mot, ou ce qui est à corriger."),
        error_messages={"required": _("Donnez un nom à votre proposition.")},
    )
    what = forms.CharField(
        label=_("Dites-nous tout"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "À quoi cela sert, qui l’a essayé et quand, ce qui a marché ou non. Pour une correction : "
            "ce qui est écrit, ce qui serait juste. N’écrivez pas le nom d’une personne sans son accord."
        ),
        error_messages={"required": _("Décrivez ce que vous proposez : quelques phrases suffisent.")},
    )
    source = forms.CharField(
        label=_("Adresse d’une page qui le montre"),
        max_length=500,
        widget=forms.URLInput(attrs={"inputmode": "url"}),
        help_text=_("Nous ne publions rien sans source que chacun peut relire. Commence par https://."),
        error_messages={
            "required": _("Donnez l’adresse d’une page publique : sans source, nous ne pouvons rien publier.")
        },
    )
    lang = forms.ChoiceField(
        label=_("Langue de votre texte"), choices=settings.LANGUAGES, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )

    def clean_what(self) -> str:
        """Write line breaks one way."""
        return str(self.cleaned_data["what"]).replace("\r\n", "\n")

    def clean_source(self) -> str:
        """Accept the public page of a site, and nothing that a browser could run."""
        written = str(self.cleaned_data["source"]).strip()
        try:
            parts = urlsplit(written)
        except ValueError:
            parts = urlsplit("")
        is_web = (
            parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not any(map(str.isspace, written))
        )
        if not is_web:
            raise ValidationError(_("Écrivez l’adresse entière de la page, comme https://exemple.org/page."))
        return written

    @property
    def written(self) -> dict[str, Any]:
        """Return what was written, without the identifier."""
        return {key: value for key, value in self.cleaned_data.items() if key != "secret"}


class NoteForm(Signed):
    """A word on a proposal."""

    text = forms.CharField(
        label=_("Votre mot"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={"required": _("Écrivez quelques mots avant d’envoyer.")},
    )

    def clean_text(self) -> str:
        """Write line breaks one way."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class MoveForm(Signed):
    """What an editor decides, with a word; declining owes a reason, and asking for more owes a question."""

    state = forms.ChoiceField(
        label=_("Décision"),
        error_messages={"required": _("Choisissez une décision."), "invalid_choice": UNKNOWN_CHOICE},
    )
    text = forms.CharField(
        label=_("Ce que vous dites à la personne"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Obligatoire pour demander des précisions ou pour décliner."),
    )
    version = forms.ChoiceField(
        label=_("Publiée dans la version"), required=False, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )

    def __init__(self, steps: list[tuple[str, str]], versions: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = steps  # type: ignore[attr-defined]
        self.fields["version"].choices = [("", "—"), *((one, one) for one in versions)]  # type: ignore[attr-defined]
        if Proposal.State.PUBLISHED not in dict(steps):
            del self.fields["version"]

    def clean(self) -> dict[str, Any]:
        """Ask for the words, or the version, that a decision owes."""
        given = super().clean() or {}
        state = given.get("state")
        given["text"] = str(given.get("text") or "").replace("\r\n", "\n").strip()
        if state in (Proposal.State.MORE, Proposal.State.DECLINED) and not given["text"]:
            self.add_error("text", _("Dites pourquoi : la personne lira ces mots."))
        if state == Proposal.State.PUBLISHED and not given.get("version"):
            self.add_error("version", _("Choisissez la version où la proposition est publiée."))
        return given
