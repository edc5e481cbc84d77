"""What people write about an effect: what changes, for whom, how sure it is, and what they claim of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models import Confidence, Effect, Level, Sign
from cordee.apps.organisations.forms.fields import LineField, VersionedForm, choice, listed
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

EXPECTED = (("yes", _("Attendu")), ("no", _("Inattendu")))


def _words(label: Any, hint: Any, most: int = 1000) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, max_length=most, required=False, widget=area)


def _percent(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=100, help_text=_("De 0 à 100, seulement si vous le savez.")
    )


class EffectForm(VersionedForm):
    """An effect, qualified; only its title and its place are asked for."""

    title = LineField(
        label=_("L’effet, en une phrase"), max_length=200, error_messages={"required": _("Dites-le en une phrase.")}
    )
    impact = choice([], required=True, label=_("Sur quoi ?"))
    level = choice(Level.choices, required=True, label=_("Chez qui ?"))
    sign = choice(Sign.choices, required=True, label=_("En bien ou en mal ?"))
    expected = choice(EXPECTED, required=True, label=_("L’attendiez-vous ?"))
    what_changes = _words(_("Ce qui change"), _("Avant, maintenant, à quoi on le voit."), 2000)
    for_whom = LineField(label=_("Pour qui"), max_length=300, required=False)
    confidence = listed(Confidence.choices, label=_("Sur quoi cela repose"))
    confidence_reason = LineField(label=_("Pourquoi ce choix"), max_length=500, required=False)
    claimed = _words(_("Ce que les partenaires pensent y avoir apporté"), _("Une contribution, pas toute la cause."))
    claimed_share = _percent(_("Leur part du changement, en %"))
    deadweight = _words(_("Ce qui serait arrivé de toute façon"), _("Sans l’alliance, que se serait-il passé ?"))
    deadweight_share = _percent(_("Cette part, en %"))
    others = _words(_("Ce que d’autres y ont apporté"), _("Qui d’autre a agi dans le même sens ?"))
    others_share = _percent(_("La part des autres, en %"))
    displacement = _words(_("Ce qui a seulement été déplacé"), _("Un gain ici est-il une perte ailleurs ?"))
    displacement_share = _percent(_("La part déplacée, en %"))

    def __init__(self, *args: Any, words: Pack, **options: Any) -> None:
        super().__init__(*args, **options)
        lang: Lang = "en" if get_language() == "en" else "fr"
        self.fields["impact"].choices = [(one.id, one.name.in_(lang)) for one in words.impacts]  # type: ignore[attr-defined]

    @staticmethod
    def initial_of(effect: Effect) -> dict[str, Any]:
        """Return what is kept now."""
        names = [name for name in EffectForm.base_fields if name != "expected"]
        return {**{name: getattr(effect, name) for name in names}, "expected": "yes" if effect.expected else "no"}


class RemoveForm(VersionedForm):
    """Why an effect leaves the matrix."""

    reason = LineField(
        label=_("Pourquoi"), max_length=500, error_messages={"required": _("Dites pourquoi, en une phrase.")}
    )
