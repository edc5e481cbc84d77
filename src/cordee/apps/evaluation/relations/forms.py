"""What people may send about relations: what a tie is, what a partner says of another, whether its name may appear."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models import RelationAnswer, Standing
from cordee.apps.evaluation.relations.wording import ITEM_WORDS, LEVEL_WORDS
from cordee.apps.organisations.forms.fields import EntranceForm, VersionedForm, choice
from cordee.core.network import ITEMS, TRUST, VALUE

UNKNOWN = "unknown"


class OpeningForm(EntranceForm):
    """From which mean two partners are said to be tied."""

    level = choice(
        [("1", _("1 : un peu")), ("2", _("2 : assez")), ("3", _("3 : beaucoup"))],
        required=True,
        label=_("À partir de quelle moyenne parle-t-on d’un lien ?"),
        initial="2",
        widget=forms.RadioSelect,
    )


class AboutForm(VersionedForm):
    """What a partner says of another: whether they work together and, if so, six levels."""

    standing = choice(Standing.choices, required=True, label=_("Travaillez-vous ensemble ?"))
    reliability, openness, shared_mission, influence, involvement, resources = (
        choice(LEVEL_WORDS, label=ITEM_WORDS[item]) for item in ITEMS
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a level of trust and one of value when they work together, « I do not know » everywhere else."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("standing") == Standing.TOGETHER:
            for items in (TRUST, VALUE):
                if not any(cleaned.get(item) for item in items):
                    self.add_error(items[0], _("Répondez à une ligne au moins : « Je ne sais pas » est une réponse."))
        return cleaned

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the items under the name of what they speak of."""
        return [
            (str(_("Confiance")), [self[item] for item in TRUST]),
            (str(_("Valeur")), [self[item] for item in VALUE]),
        ]

    @staticmethod
    def initial_of(row: RelationAnswer) -> dict[str, Any]:
        """Return what is kept now; an item without a level is one that is not known, once the line was answered."""
        unsaid = UNKNOWN if row.standing == Standing.TOGETHER else ""
        levels = {item: unsaid if getattr(row, item) is None else str(getattr(row, item)) for item in ITEMS}
        return {"standing": row.standing, **levels, "version": row.version}


class GivingForm(EntranceForm):
    """Whether the scores may bear the name of the partner that gave them."""

    agrees = choice(
        [
            ("yes", _("Oui, si l’autre partenaire l’accepte aussi")),
            ("no", _("Non, nos notes ne comptent que mêlées à d’autres")),
        ],
        required=True,
        label=_("Vos notes peuvent-elles être montrées avec le nom de votre structure ?"),
        widget=forms.RadioSelect,
    )
