"""What is typed at the door: an address, a code, a name."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    ConfirmReauthenticationCodeForm,
    RequestLoginCodeForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.sentences import PASSKEY_REFUSED

REQUIRED_CODE = _("Entrez le code à huit chiffres.")
# What the libraries raise on an answer that no device would give.
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, IndexError, struct.error, InvalidSignature)
NO_FACTOR = {"required": _("Entrez le code que votre application affiche.")}


if TYPE_CHECKING:
    Base = forms.Form
else:
    Base = object


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


class FactorForm(AuthenticateForm):
    """The second factor: a code of the application, or a recovery code."""

    code = CodeField(label=_("Code de votre application, ou code de secours"), error_messages=NO_FACTOR)


class ProofFactorForm(ReauthenticateForm):
    """The same, to prove oneself again."""

    code = CodeField(label=_("Code de votre application, ou code de secours"), error_messages=NO_FACTOR)


class ActivationForm(ActivateTOTPForm):
    """The first code of an application, which shows that it is linked."""

    code = CodeField(label=_("Code affiché par l’application"), error_messages=NO_FACTOR)


class DeviceAnswer(Base):
    """What a device answered; what cannot be read is refused like what is wrong."""

    def clean_credential(self) -> Any:
        """Return the passkey that answered."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (forms.ValidationError, *UNREADABLE):
            raise forms.ValidationError(PASSKEY_REFUSED) from None


class SignInPasskeyForm(DeviceAnswer, LoginWebAuthnForm):
    """The answer of a passkey that signs in alone."""


class FactorPasskeyForm(DeviceAnswer, AuthenticateWebAuthnForm):
    """The answer of a passkey used as second factor."""


class ProofPasskeyForm(DeviceAnswer, ReauthenticateWebAuthnForm):
    """The answer of a passkey that proves oneself again."""


class PasskeyForm(AddWebAuthnForm):
    """A name for a passkey, and what the browser says of it."""

    passwordless = None
    name = forms.CharField(
        label=_("Nom de cette clé"),
        help_text=_("Pour la reconnaître : « téléphone », « ordinateur du bureau »…"),
        max_length=60,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Check what the device answered."""
        try:
            return dict(super().clean())
        except (forms.ValidationError, *UNREADABLE):
            raise forms.ValidationError(PASSKEY_REFUSED) from None


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(
        label=_("Nom de cette clé"), max_length=60, error_messages={"required": _("Donnez-lui un nom.")}
    )


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
