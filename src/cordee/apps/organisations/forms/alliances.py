"""What is said of an alliance, and what it agrees to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.forms.fields import (
    UNKNOWN_CHOICE,
    EntranceForm,
    LineField,
    TerritoryForm,
    VersionedForm,
    choice,
    day,
    optional,
)
from cordee.apps.organisations.goals import GOALS, goal_name
from cordee.apps.organisations.models import Alliance, AllianceStage, Organisation, PartnershipType
from cordee.core.folding import folded

NEW = "new"


class AllianceForm(TerritoryForm):
    """What an alliance is: only its name is asked for."""

    name = LineField(
        label=_("Nom de l’alliance"),
        max_length=160,
        error_messages={"required": _("Donnez-lui un nom, même provisoire : il pourra changer.")},
    )
    purpose = forms.CharField(
        label=_("Raison d’être"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ce que vous voulez changer ensemble, et pour qui, en une ou deux phrases."),
    )
    started_on = day(_("Début"), _("Le jour où vous avez commencé à agir ensemble, même à peu près."))
    stage = optional(AllianceStage.choices, label=_("Où en est-elle ?"))
    partnership_types = forms.MultipleChoiceField(
        label=_("De quels types est-elle ?"),
        choices=PartnershipType.choices,
        required=False,
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    goals = forms.TypedMultipleChoiceField(
        label=_("Objectifs de développement durable"),
        choices=[(number, name) for number, name in GOALS.items()],
        coerce=int,
        required=False,
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )

    field_order = ("name", "purpose", "started_on", "stage", "partnership_types", "goals", "territory")

    @property
    def goal_choices(self) -> list[tuple[int, str]]:
        """Return the seventeen goals with their numbers."""
        return [(number, goal_name(number)) for number in GOALS]


class FoundingForm(AllianceForm):
    """A new alliance, and the organisation of the person who makes it: one of theirs, or a new one that they name."""

    organisation_name = LineField(
        label=_("Nom de votre organisation"),
        required=False,
        max_length=160,
        help_text=_("Elle sera le premier partenaire de l’alliance. Vous pourrez la décrire ensuite."),
        error_messages={"required": _("Nommez votre organisation : une alliance en a au moins une.")},
    )

    def __init__(self, mine: list[Organisation], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mine = {str(one.public): one for one in mine}
        self.fields["organisation_name"].required = not mine
        self.fields["organisation"] = choice(
            [*((public, one.name) for public, one in self.mine.items()), (NEW, _("Une autre, que j’écris ici"))],
            label=_("Votre organisation"),
            initial=next(iter(self.mine), NEW),
        )

    def clean(self) -> dict[str, Any]:
        """Ask for one organisation: chosen, or named."""
        cleaned = super().clean()
        if self._chosen(cleaned) is None and not cleaned.get("organisation_name") and not self._is_said():
            self.add_error("organisation_name", self.fields["organisation_name"].error_messages["required"])
        return cleaned

    def _is_said(self) -> bool:
        return bool({"organisation", "organisation_name"} & set(self.errors))

    def _chosen(self, cleaned: dict[str, Any]) -> Organisation | None:
        """Return the organisation meant: a name that was typed counts more than a choice made beforehand."""
        typed = folded(cleaned.get("organisation_name", ""))
        if typed:
            return next((one for one in self.mine.values() if folded(one.name) == typed), None)
        return self.mine.get(cleaned.get("organisation") or "")

    @property
    def organisation(self) -> Organisation | str:
        """Return the organisation chosen, or the name of the new one."""
        return self._chosen(self.cleaned_data) or str(self.cleaned_data["organisation_name"])

    @property
    def alliance_values(self) -> dict[str, Any]:
        """Return what is said of the alliance."""
        return {name: self.cleaned_data[name] for name in AllianceForm.field_order}


class AllianceChangeForm(VersionedForm, AllianceForm):
    """What is said of an alliance, to change."""

    @classmethod
    def initial_of(cls, alliance: Alliance) -> dict[str, Any]:
        """Return what the page shows of an alliance."""
        return {name: getattr(alliance, name) for name in (*AllianceForm.field_order, "version")}


class ConsentForm(EntranceForm):
    """What an alliance agrees to: three separate things, each taken back as easily as it is given."""

    benchmark = forms.BooleanField(
        label=_("Nos résultats peuvent entrer dans les quartiles"),
        required=False,
        help_text=_(
            "Vos scores, sans aucun nom, servent à dire où se situent les alliances comparables : le quart le plus "
            "bas, la moitié, le quart le plus haut. Rien n’est montré tant que dix alliances au moins n’ont pas dit "
            "oui, et jamais un classement."
        ),
    )
    peer = forms.BooleanField(
        label=_("Notre alliance peut être montrée comme un pair"),
        required=False,
        help_text=_(
            "Une alliance qui vous ressemble, un stade en dessous du vôtre, peut voir votre nom, votre raison d’être "
            "et votre territoire, pour vous demander conseil. Jamais vos réponses ni vos scores."
        ),
    )

    barometer = forms.BooleanField(
        label=_("Nos résultats peuvent entrer, sans nous nommer, dans le baromètre de maturité"),
        required=False,
        help_text=_(
            "La page publique compte les alliances à chaque stade d’une approche. Vos résultats n’y entrent "
            "qu’avec ceux de neuf autres au moins, d’un seul bloc, et ne peuvent pas s’y lire seuls : ni votre nom, ni "
            "vos réponses, ni votre région."
        ),
    )

    @property
    def agreed(self) -> dict[str, bool]:
        """Return each consent under the name of its date."""
        return {f"{name}_consent_at": bool(self.cleaned_data[name]) for name in self.fields}
