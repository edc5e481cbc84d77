"""What a partner may send about its side of the ledger: what it gives and receives, its choices, a comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.amounts import EUROS, HOURS, amount
from cordee.apps.evaluation.balance.words import DIRECTIONS, FAMILIES, LEVELS
from cordee.apps.evaluation.models import LedgerEntry, LedgerSide
from cordee.apps.organisations.forms.fields import EntranceForm, VersionedForm
from cordee.core.ledger import AMOUNTS, Family, Unit

NOT_SAID = ("", _("Je ne sais pas, ou pas encore"))
NEGATIVE = {"min_value": _("Un apport ne peut pas être négatif : ce qui revient se dit de l’autre côté.")}
UNITS = {Unit.EUROS: EUROS, Unit.HOURS: HOURS}


def level_field(label: Any) -> forms.TypedChoiceField:
    """Return a level from 0 to 4, which may be left open."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=[NOT_SAID, *((str(value), said) for value, said in LEVELS.items())],
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")},
    )


@dataclass(frozen=True)
class FamilyFields:
    """The fields of one family, as the page groups them."""

    name: Any
    hint: Any
    fields: tuple[Any, ...]


class EntryForm(VersionedForm):
    """What a partner gives another and receives from it, family by family."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for family in Family:
            for direction, says in DIRECTIONS.items():
                if family in AMOUNTS:
                    self.fields[f"{direction}_{family}_amount"] = amount(
                        _amount_label(direction, family), unit=UNITS[AMOUNTS[family]], error_messages=NEGATIVE
                    )
                self.fields[f"{direction}_{family}"] = level_field(says)

    @property
    def families(self) -> list[FamilyFields]:
        """Return the fields, family by family."""
        return [FamilyFields(words.name, words.hint, tuple(self._of(family))) for family, words in FAMILIES.items()]

    def _of(self, family: Family) -> list[Any]:
        names = [f"{direction}_{family}{end}" for direction in DIRECTIONS for end in ("_amount", "")]
        return [self[name] for name in names if name in self.fields]

    @staticmethod
    def initial_of(entry: LedgerEntry) -> dict[str, Any]:
        """Return what is kept now."""
        kept = {name: getattr(entry, name) for name in entry_columns()}
        return {**kept, "version": entry.version}


def entry_columns() -> list[str]:
    """Return the names of the columns of an entry that people write."""
    prefixes = tuple(f"{direction}_" for direction in DIRECTIONS)
    return [field.name for field in LedgerEntry._meta.fields if field.name.startswith(prefixes)]


def _amount_label(direction: str, family: Family) -> Any:
    labels = {
        ("given", Unit.EUROS): _("Nous donnons, en euros par an"),
        ("received", Unit.EUROS): _("Nous recevons, en euros par an"),
        ("given", Unit.HOURS): _("Nous donnons, en heures par an"),
        ("received", Unit.HOURS): _("Nous recevons, en heures par an"),
    }
    return labels[(direction, AMOUNTS[family])]


class ChoicesForm(VersionedForm):
    """Whether the name of a partner may stand by its figures, and its yearly money."""

    attributed = forms.TypedChoiceField(
        label=_("Votre nom peut-il figurer à côté de vos chiffres ?"),
        choices=[("yes", _("Oui, avec notre nom")), ("no", _("Non, sans notre nom"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez : rien n’est partagé sans votre réponse.")},
    )
    money_total = amount(
        _("Budget annuel de votre organisation pour cette alliance, en euros"),
        _("Toutes sources comprises. Il sert à dire si un partenaire apporte plus de la moitié de votre argent."),
        unit=EUROS,
    )

    @staticmethod
    def initial_of(side: LedgerSide) -> dict[str, Any]:
        """Return what is kept now."""
        chosen = {True: "yes", False: "no", None: ""}[side.attributed]
        return {"attributed": chosen, "money_total": side.money_total, "version": side.version}


class CommentForm(EntranceForm):
    """What explains the gap."""

    text = forms.CharField(
        label=_("Qu’est-ce qui explique l’écart ?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Les deux partenaires et toutes les personnes de l’alliance le liront, avec votre nom."),
        error_messages={"required": _("Écrivez quelques mots, même une question.")},
    )
