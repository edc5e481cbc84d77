"""Fields of the entrance: lines of words, numbers that are checked, a territory found by name; forms with a version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cordee.apps.organisations.territories import Territory, search, territory
from cordee.core.folding import folded
from cordee.core.identifiers import Checked, told

OPEN = ("", _("Non précisé"))
UNKNOWN_CHOICE = _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")


class LineField(forms.CharField):
    """Words on one line: line breaks and repeated spaces count for one space."""

    def to_python(self, value: object) -> str:
        """Write the line one way."""
        return " ".join(str(super().to_python(value)).split())


def choice(choices: Sequence[tuple[str, Any]], *, required: bool = False, **options: Any) -> forms.ChoiceField:
    """Return a choice among a few, with words that say what to do."""
    messages = {"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez une réponse.")}
    return forms.ChoiceField(choices=choices, required=required, error_messages=messages, **options)


def optional(choices: Sequence[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """Return a choice that may be left open, and taken back once made."""
    return choice([*choices, OPEN], initial="", **options)


def listed(choices: Sequence[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """Return the same choice for a list that unfolds, where what is said first comes first."""
    return choice([OPEN, *choices], initial="", **options)


def day(label: Any, hint: Any = "") -> forms.DateField:
    """Return a date, that a browser helps to pick and that may also be typed."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": _("Cette date n’existe pas. Écrivez-la ainsi : 31/12/2026.")},
    )


class NumberField(forms.CharField):
    """An optional number that names an organisation, read and checked by the pure floor."""

    def __init__(self, check: Callable[[str], Checked], **options: Any) -> None:
        super().__init__(required=False, max_length=40, **options)
        self._check = check

    def clean(self, value: object) -> str:
        """Return the number as it is kept, or say what is wrong and what to do."""
        text = str(super().clean(value))
        if not text:
            return ""
        checked = self._check(text)
        if checked.message:
            raise ValidationError(told(checked.message).in_("en" if get_language() == "en" else "fr"))
        return checked.value


class EntranceForm(forms.Form):
    """A form whose fields carry their bare names, so that messages lead to them."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s", "label_suffix": "", **options})


class VersionedForm(EntranceForm):
    """A form about a row that others may change meanwhile: it carries the version that was on screen."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def values(self) -> dict[str, Any]:
        """Return what was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class TerritoryForm(EntranceForm):
    """A form with a territory: words that are searched, then a choice among those found.

    One territory answers: it is taken. Several do: the page comes back with the list, and nothing typed is lost. With
    scripts, the list comes while typing.
    """

    territory = forms.CharField(
        label=_("Territoire"),
        required=False,
        max_length=120,
        help_text=_(
            "Une commune, une intercommunalité, un département, une région, ou un code : Lyon, 69123, Bretagne."
        ),
    )
    territory_choice = forms.CharField(required=False, max_length=30)

    def __init__(self, *args: Any, **options: Any) -> None:
        initial = dict(options.pop("initial", None) or {})
        kept = territory(initial.get("territory", ""))
        initial.update(territory=kept.said if kept else "", territory_choice=kept.key if kept else "")
        super().__init__(*args, initial=initial, **options)

    def clean(self) -> dict[str, Any]:
        """Put the key of the territory in place of the words."""
        cleaned = super().clean() or self.cleaned_data
        text, chosen = cleaned.get("territory", ""), cleaned.pop("territory_choice", "")
        if text:
            try:
                cleaned["territory"] = meant(text, chosen).key
            except ValidationError as error:
                self.add_error("territory", error)
        return cleaned

    @property
    def territories(self) -> list[Territory]:
        """Return what the list under the field offers: the one kept, then those that the words being typed may mean."""
        text, kept = str(self["territory"].value() or ""), self._kept
        settled = kept is not None and kept.said == text
        found = search(text) if self.is_bound and not settled else []
        return [kept, *found] if kept is not None and settled else found

    @property
    def territory_chosen(self) -> str:
        """Return the key of the territory chosen so far; the only one that answers is chosen."""
        found = self.territories
        return found[0].key if len(found) == 1 else str(self["territory_choice"].value() or "")

    @property
    def _kept(self) -> Territory | None:
        return territory(str(self["territory_choice"].value() or ""))


def meant(text: str, chosen: str) -> Territory:
    """Return the territory that words mean, with the help of a choice in the list; say what to do otherwise.

    The only one of that whole name is meant, whatever others begin alike.
    """
    kept = territory(chosen)
    found = search(text, most=60)
    if kept and (kept in found or kept.said == text):
        return kept
    if not found:
        raise ValidationError(
            _("Aucun territoire ne s’appelle ainsi. Essayez le début de son nom, ou son code : 69123, 2A.")
        )
    whole = [place for place in found if folded(text) in (folded(place.said), place.code.lower())]
    if len(whole) == 1:
        return whole[0]
    if len(found) > 1:
        raise ValidationError(_("Plusieurs territoires répondent à ces mots. Choisissez le vôtre dans la liste."))
    return found[0]
