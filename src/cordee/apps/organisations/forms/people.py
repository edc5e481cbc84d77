"""Who is invited to an alliance, and what roles become."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.forms.fields import EntranceForm, choice
from cordee.apps.organisations.models import AllianceRole, OrganisationMember, Partner, RoleKind
from cordee.apps.organisations.operations.people import Offer


class RoleForm(EntranceForm):
    """What a person does in an alliance, and for which partner."""

    kind = choice(RoleKind.choices, required=True, label=_("Rôle"))

    def __init__(self, partners: list[Partner], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.partners = {str(one.public): one for one in partners}
        self.fields["partner"] = choice(
            [
                ("", _("Aucune en particulier")),
                *((public, one.organisation.name) for public, one in self.partners.items()),
            ],
            label=_("Pour quelle organisation ?"),
        )

    @property
    def partner(self) -> Partner | None:
        """Return the partner chosen, or nothing."""
        return self.partners.get(self.cleaned_data["partner"])


class InvitationForm(RoleForm):
    """An address, a role, a language: a link leaves for it."""

    email = forms.EmailField(
        label=_("Adresse e-mail"),
        error_messages={
            "required": _("Écrivez l’adresse de la personne à inviter."),
            "invalid": _("Cette adresse n’est pas complète. Exemple : prenom.nom@exemple.fr."),
        },
    )
    lang = choice([(code, name) for code, name in settings.LANGUAGES], required=True, label=_("Langue du courriel"))

    field_order = ("email", "kind", "partner", "lang")

    def __init__(self, people: list[AllianceRole], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {role.account.email.lower() for role in people}

    def clean_email(self) -> str:
        """Refuse the address of someone who is there."""
        email = str(self.cleaned_data["email"])
        if email.lower() in self.people:
            raise ValidationError(
                _("Cette personne est déjà dans l’alliance : changez plutôt son rôle, dans la liste.")
            )
        return email

    @property
    def offer(self) -> Offer:
        """Return what the invitation offers."""
        return Offer(self.cleaned_data["email"], self.cleaned_data["kind"], self.cleaned_data["lang"], self.partner)


class RoleChangeForm(RoleForm):
    """Another role for someone; `seen` is the role that was on the page."""

    seen = choice(RoleKind.choices, required=True)


class MembershipForm(EntranceForm):
    """What becomes of a person of an organisation."""

    OUT = "out"
    role = choice([*OrganisationMember.Role.choices, (OUT, OUT)], required=True)
