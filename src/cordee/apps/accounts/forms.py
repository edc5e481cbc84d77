"""What is typed at the door: an address, a code, a name."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    ConfirmReauthenticationCodeForm,
    RequestLoginCodeForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account

REQUIRED_CODE = _("Entrez le code à huit chiffres.")


class AddressField(forms.EmailField):
    """An e-mail address; it is written in small letters everywhere."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Votre adresse e-mail"))
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email"}),
            error_messages={
                "required": _("Entrez votre adresse e-mail."),
                "invalid": _("Cette adresse semble incomplète : vérifiez-la, par exemple nom@exemple.fr."),
            },
            **options,
        )

    def clean(self, value: Any) -> str:
        """Return the address in small letters."""
        return str(super().clean(value)).lower()


class CodeField(forms.CharField):
    """A code to copy: phones show digits, and fill it in by themselves when they can."""

    def __init__(self, **options: Any) -> None:
        attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "class": "code-input"}
        options.setdefault("error_messages", {"required": REQUIRED_CODE})
        super().__init__(max_length=20, widget=forms.TextInput(attrs=attributes), **options)


class SignInForm(RequestLoginCodeForm):
    """The address to send a code to."""

    email = AddressField()


class CodeForm(ConfirmLoginCodeForm):
    """The code that the address received."""

    code = CodeField(label=_("Code à huit chiffres"))


class AddressCodeForm(ConfirmEmailVerificationCodeForm):
    """The code that an added address received."""

    code = CodeField(label=_("Code à huit chiffres"))


class ProofCodeForm(ConfirmReauthenticationCodeForm):
    """The code that proves oneself again."""

    code = CodeField(label=_("Code à huit chiffres"))


class AddAddressForm(AddEmailForm):
    """An address to add to one's account."""

    email = AddressField(label=_("Adresse à ajouter"))


class AccountForm(forms.ModelForm[Account]):
    """How to call and to write to somebody."""

    class Meta:
        model = Account
        fields = ("name", "lang")
        labels = {"name": _("Votre nom"), "lang": _("Langue des courriels")}
        help_texts = {"name": _("Tel que vos partenaires le verront.")}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class DeletionForm(forms.Form):
    """The tick that makes a deletion meant."""

    understood = forms.BooleanField(
        label=_("J’ai compris : mon compte ne pourra pas être rouvert"),
        error_messages={"required": _("Cochez cette case pour supprimer votre compte.")},
    )
