"""What a facilitator may send while preparing: each form refuses with a remedy and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.campaigns.days import closing_after
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Regime
from cordee.apps.campaigns.operations.preparation import CircleChoice
from cordee.apps.diagnosis.forms import UNKNOWN_CHOICE
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import Instrument

MOST_CIRCLES = 12
REMINDERS = ((14, _("14 jours avant")), (7, _("7 jours avant")), (2, _("2 jours avant")), (0, _("le dernier jour")))
MISSING = _("À remplir.")


class TitleForm(forms.Form):
    """The title of a campaign and the form of the questionnaire."""

    title = forms.CharField(
        label=_("Titre"),
        max_length=160,
        help_text=_("Les personnes invitées le liront. Par exemple : « Notre alliance, deux ans après »."),
        error_messages={"required": _("Donnez un titre.")},
    )

    def __init__(self, instrument: Instrument, lang: Lang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(form.id, form.name.in_(lang)) for form in instrument.forms]
        self.fields["form"] = forms.ChoiceField(
            label=_("Forme"),
            choices=choices,
            error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez une forme.")},
        )


@dataclass(frozen=True)
class CircleRow:
    """A circle as the page proposes it: kept or not, with the fields of its names."""

    circle: str
    summary: str
    kept: forms.BoundField
    name_fr: forms.BoundField
    name_en: forms.BoundField
    is_self: bool


class CirclesForm(forms.Form):
    """The circles: those kept, their names, which one looks at itself, and one more of one's own."""

    own_fr = forms.CharField(label=_("Nom en français"), max_length=80, required=False)
    own_en = forms.CharField(label=_("Nom en anglais"), max_length=80, required=False)
    self_circle = forms.CharField(required=False, max_length=80)

    def __init__(self, campaign: Campaign, instrument: Instrument, lang: Lang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summaries = {circle.id: circle.summary.in_(lang) for circle in instrument.circles}
        chosen = list(campaign.circles.order_by("position", "pk"))
        self.known = {circle.circle: (circle.name_fr, circle.name_en, True) for circle in chosen}
        for circle in instrument.circles:
            self.known.setdefault(circle.id, (circle.name.fr, circle.name.en, False))
        self.own_circle = next((circle.circle for circle in chosen if circle.is_self), "")
        for identifier, (name_fr, name_en, kept) in self.known.items():
            shown = name_en if lang == "en" else name_fr
            self.fields[f"kept_{identifier}"] = forms.BooleanField(label=shown, required=False, initial=kept)
            self.fields[f"fr_{identifier}"] = _name_field(_("Nom en français"), name_fr)
            self.fields[f"en_{identifier}"] = _name_field(_("Nom en anglais"), name_en)

    def rows(self) -> Iterator[CircleRow]:
        """Return the circles to show, with what was typed."""
        chosen = self.data.get("self_circle", "") if self.is_bound else self.own_circle
        for identifier in self.known:
            yield CircleRow(
                identifier,
                self.summaries.get(identifier, ""),
                self[f"kept_{identifier}"],
                self[f"fr_{identifier}"],
                self[f"en_{identifier}"],
                identifier == chosen,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse no circle, too many, two of the same name, and a name in one language only."""
        cleaned = super().clean() or {}
        for identifier in self.known:
            if cleaned.get(f"kept_{identifier}"):
                for lang in ("fr", "en"):
                    if not cleaned.get(f"{lang}_{identifier}"):
                        self.add_error(f"{lang}_{identifier}", MISSING)
        if bool(cleaned.get("own_fr")) != bool(cleaned.get("own_en")):
            self.add_error("own_en" if cleaned.get("own_fr") else "own_fr", _("Donnez les deux noms."))
        self._refuse_numbers(cleaned)
        return cleaned

    def _refuse_numbers(self, cleaned: dict[str, Any]) -> None:
        names = [name.casefold() for name in (choice.name_fr for choice in self.choices_in(cleaned)) if name]
        if not names:
            raise ValidationError(_("Gardez au moins un cercle."))
        if len(names) > MOST_CIRCLES:
            raise ValidationError(_("%(most)s cercles au plus : regroupez-en."), params={"most": MOST_CIRCLES})
        if len(set(names)) < len(names):
            raise ValidationError(_("Deux cercles portent le même nom : changez l’un des deux."))

    def choices_in(self, cleaned: dict[str, Any]) -> list[CircleChoice]:
        """Return the circles kept, in order, then the new one."""
        own = cleaned.get("self_circle", "")
        kept = [
            CircleChoice(one, cleaned.get(f"fr_{one}", ""), cleaned.get(f"en_{one}", ""), is_self=one == own)
            for one in self.known
            if cleaned.get(f"kept_{one}")
        ]
        if cleaned.get("own_fr") and cleaned.get("own_en"):
            kept.append(CircleChoice("", cleaned["own_fr"], cleaned["own_en"]))
        return kept


def _name_field(label: Any, initial: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=80, required=False, initial=initial)


class TopicsForm(forms.Form):
    """Which topics each circle is asked, among those of the form."""

    def __init__(
        self, circles: list[CampaignCircle], topics: list[tuple[str, str]], lang: Lang, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.circles = circles
        for circle in circles:
            self.fields[f"topics_{circle.circle}"] = forms.MultipleChoiceField(
                label=circle.name_en if lang == "en" else circle.name_fr,
                choices=topics,
                initial=circle.topics or [topic for topic, _name in topics],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Gardez au moins un sujet.")},
            )

    def split(self) -> dict[str, list[str]]:
        """Return the topics of each circle."""
        return {circle.circle: self.cleaned_data[f"topics_{circle.circle}"] for circle in self.circles}


class RegimeForm(forms.Form):
    """Who will see who answered what."""

    regime = forms.ChoiceField(
        label=_("Régime"),
        choices=Regime.choices,
        error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez un régime.")},
    )


class DayInput(forms.DateInput):
    """A day, chosen with the calendar of the browser."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DaysForm(forms.Form):
    """When the campaign opens, its last day, and the reminders."""

    opens_on = forms.DateField(
        label=_("Jour d’ouverture"),
        required=False,
        widget=DayInput(),
        help_text=_("Les invitations partent ce jour-là à 8 h. Laissez vide pour ouvrir au moment du lancement."),
    )
    last_day = forms.DateField(
        label=_("Dernier jour pour répondre"),
        widget=DayInput(),
        help_text=_("Inclus : les réponses s’arrêtent à minuit, heure de Paris. Deux à trois semaines suffisent."),
        error_messages={"required": _("Choisissez le dernier jour.")},
    )
    reminder_days = forms.TypedMultipleChoiceField(
        label=_("Rappels à ceux qui n’ont pas terminé"),
        coerce=int,
        choices=REMINDERS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ils partent à 9 h, chacun une seule fois."),
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse days that are over, and a last day before the first."""
        cleaned = super().clean() or {}
        opens_on, last_day = cleaned.get("opens_on"), cleaned.get("last_day")
        if opens_on and opens_on < timezone.localdate():
            self.add_error("opens_on", _("Ce jour est passé : choisissez un jour à venir, ou laissez vide."))
        if last_day and opens_on and last_day < opens_on:
            self.add_error("last_day", _("C’est avant l’ouverture : choisissez un jour qui vient après."))
        return cleaned

    def clean_last_day(self) -> date:
        """Refuse a day that is over."""
        return _still_to_come(self.cleaned_data["last_day"])


def _still_to_come(day: date) -> date:
    if closing_after(day) <= timezone.now():
        raise ValidationError(_("Ce jour est passé : choisissez aujourd’hui ou un jour à venir."))
    return day


class LastDayForm(forms.Form):
    """Another last day, once launched."""

    last_day = forms.DateField(
        label=_("Nouveau dernier jour"), widget=DayInput(), error_messages={"required": _("Choisissez un jour.")}
    )

    def clean_last_day(self) -> date:
        """Refuse a day that is over."""
        return _still_to_come(self.cleaned_data["last_day"])


class WordsForm(forms.Form):
    """A word to those invited, and who answers their questions."""

    message = forms.CharField(
        label=_("Votre mot aux personnes invitées"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Pourquoi ce 360°, pourquoi maintenant, ce que vous en ferez. 2 000 caractères au plus."),
    )
    contact_name = forms.CharField(
        label=_("Qui invite"), max_length=120, error_messages={"required": _("Dites qui invite.")}
    )
    contact_email = forms.EmailField(
        label=_("À qui poser une question"),
        help_text=_("Cette adresse figure dans les lettres, et les réponses à ces lettres y arrivent."),
        error_messages={"required": _("Donnez une adresse."), "invalid": _("Cette adresse ne semble pas complète.")},
    )


class ConfirmForm(forms.Form):
    """A box to tick before something that cannot be undone."""

    sure = forms.BooleanField(error_messages={"required": _("Cochez la case pour confirmer.")})
