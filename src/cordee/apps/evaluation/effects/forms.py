"""What people write about an effect: what changes, for whom, how sure it is, and what they claim of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.grouping import FieldGroup, GroupPlan, grouped
from cordee.apps.evaluation.models import Confidence, Effect, Illustration, Level, Sign
from cordee.apps.evidence.forms import FileForm
from cordee.apps.library.addresses import language
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, VersionedForm, choice, day, listed
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


GROUPS = (
    GroupPlan(_("L’effet"), ("title", "impact", "level", "sign", "expected")),
    GroupPlan(
        _("Ce qui change, et pour qui"),
        ("what_changes", "for_whom", "confidence", "confidence_reason"),
        _("La confiance se dit à part : elle ne dépend pas de la taille de l’effet."),
    ),
    GroupPlan(
        _("Contribution : votre part, et celle des autres"),
        (
            *("claimed", "claimed_share", "deadweight", "deadweight_share"),
            *("others", "others_share", "displacement", "displacement_share"),
        ),
        _("Des estimations, à discuter ensemble. Laissez vide ce que vous ne savez pas : vide n’est pas zéro."),
        folds=True,
    ),
)


class EffectForm(VersionedForm):
    """An effect, qualified; only its title and its place are asked for."""

    chips = ("impact", "level", "sign", "expected")

    title = LineField(
        label=_("L’effet, en une phrase"), max_length=200, error_messages={"required": _("Dites-le en une phrase.")}
    )
    impact = choice([], required=True, label=_("Sur quoi ?"))
    level = choice(Level.choices, required=True, label=_("Chez qui ?"))
    sign = choice(Sign.choices, required=True, label=_("En bien ou en mal ?"))
    expected = choice(EXPECTED, required=True, label=_("L’attendiez-vous ?"))
    what_changes = _words(_("Ce qui change"), _("Avant, maintenant, à quoi on le voit."), 2000)
    for_whom = LineField(label=_("Pour qui"), max_length=300, required=False)
    confidence = listed(Confidence.choices, label=_("Sur quoi cela repose"))
    confidence_reason = LineField(label=_("Pourquoi ce choix"), max_length=500, required=False)
    claimed = _words(_("Ce que les partenaires pensent y avoir apporté"), _("Une contribution, pas toute la cause."))
    claimed_share = _percent(_("Leur part du changement, en %"))
    deadweight = _words(_("Ce qui serait arrivé de toute façon"), _("Sans l’alliance, que se serait-il passé ?"))
    deadweight_share = _percent(_("Cette part, en %"))
    others = _words(_("Ce que d’autres y ont apporté"), _("Qui d’autre a agi dans le même sens ?"))
    others_share = _percent(_("La part des autres, en %"))
    displacement = _words(_("Ce qui a seulement été déplacé"), _("Un gain ici est-il une perte ailleurs ?"))
    displacement_share = _percent(_("La part déplacée, en %"))

    def __init__(self, *args: Any, words: Pack, **options: Any) -> None:
        super().__init__(*args, **options)
        lang: Lang = language()
        self.fields["impact"].choices = [(one.id, one.name.in_(lang)) for one in words.impacts]  # type: ignore[attr-defined]

    @property
    def field_groups(self) -> list[FieldGroup]:
        """Return the fields as the page groups them."""
        return grouped(self, GROUPS)

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


SHOWING = (
    GroupPlan(_("Ce que vous montrez"), ("kind", "words", "who", "dated", "file", "keeps_place")),
    GroupPlan(
        _("L’accord de la personne"),
        ("consent_by", "consent_on", "consent_how", "consent_scope"),
        _("Sans lui, rien n’est montré. La personne peut le reprendre à tout moment."),
    ),
)


class IllustrationForm(EntranceForm, FileForm):
    """Words, and a file if there is one, with the consent that allows to show them."""

    chips = ("kind", "consent_scope")

    kind = choice(Illustration.Kind.choices, required=True, label=_("Que montrez-vous ?"))
    words = forms.CharField(
        label=_("Ce qui est dit, ou ce qu’on y voit"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Écrivez ce qui est dit, ou ce qu’on y voit.")},
    )
    who = LineField(
        label=_("De qui, dans les mots que la personne a choisis"),
        max_length=200,
        error_messages={"required": _("Dites de qui cela vient : un prénom, une fonction, ou « anonyme ».")},
    )
    dated = day(_("Quand"))
    consent_by = LineField(
        label=_("Qui a donné son accord"),
        max_length=200,
        error_messages={"required": _("Dites qui a donné son accord : sans accord, rien n’est montré.")},
    )
    consent_on = day(_("Quel jour"))
    consent_how = LineField(
        label=_("Comment : de vive voix, par écrit, par un formulaire"),
        max_length=300,
        error_messages={"required": _("Dites comment l’accord a été donné.")},
    )
    consent_scope = choice(Illustration.Scope.choices, required=True, label=_("Accord pour"))
    field_order = ("kind", "words", "who", "dated", "consent_by", "consent_on", "consent_how", "consent_scope", "file")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].required = False
        self.fields["consent_on"].required = True
        self.fields["consent_on"].error_messages["required"] = _("Dites quel jour l’accord a été donné.")

    @property
    def field_groups(self) -> list[FieldGroup]:
        """Return the fields as the page groups them."""
        return grouped(self, SHOWING)

    def clean_consent_on(self) -> date:
        """Refuse a consent that is still to come."""
        given: date = self.cleaned_data["consent_on"]
        if given > timezone.localdate():
            raise forms.ValidationError(_("Cette date est à venir : écrivez le jour où l’accord a été donné."))
        return given

    def clean(self) -> dict[str, Any]:
        """Ask for the file of a photograph or of a document."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") in ("photo", "document") and not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choisissez un fichier."))
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """Return what a row keeps, without the file."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("file", "keeps_place")}


class WithdrawForm(EntranceForm):
    """What is said of a consent taken back."""

    note = LineField(label=_("Un mot pour la trace"), max_length=300, required=False)
