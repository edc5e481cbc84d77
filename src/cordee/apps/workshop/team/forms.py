"""What a publisher writes to name somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.queries import account_of
from cordee.apps.workshop.models import EditorRole


class EditorForm(forms.Form):
    """The address of an account, and what its owner may do."""

    email = forms.EmailField(
        label=_("Adresse e-mail de son compte"),
        help_text=_("La personne doit s’être connectée au moins une fois à ce site."),
        error_messages={
            "required": _("Écrivez l’adresse de la personne."),
            "invalid": _("Cette adresse est incomplète : il manque le @ ou ce qui l’entoure."),
        },
    )
    role = forms.ChoiceField(
        label=_("Ce qu’elle pourra faire"),
        choices=EditorRole.choices,
        help_text=_(
            "Rédaction : modifier les brouillons, relire les propositions, demander une publication. "
            "Publication : approuver aussi ce qu’une autre personne a demandé, et nommer l’équipe."
        ),
        error_messages={"invalid_choice": _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")},
    )

    def clean_email(self) -> Any:
        """Return the account behind the address."""
        account: Account | None = account_of(self.cleaned_data["email"])
        if account is None:
            raise ValidationError(
                _("Aucun compte n’a cette adresse : demandez à la personne de se connecter une fois, puis revenez.")
            )
        return account
