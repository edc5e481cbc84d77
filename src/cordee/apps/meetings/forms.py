"""What people may send to a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.meetings.agendas import FEWEST_MINUTES, MOST_MINUTES
from cordee.apps.meetings.operations.preparing import Appointment
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, choice
from cordee.core.agenda import LONGEST, SHORTEST, USUAL

LEVELS = [(str(level), str(level)) for level in range(5)]
DONT_KNOW = "dont_know"
APART = "apart"
"""The room agrees that it does not agree: a choice to be made, never the one a form opens on."""


class AppointmentForm(EntranceForm):
    """When, where and for how long."""

    day = forms.DateField(
        label=_("Jour"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={
            "required": _("Choisissez le jour de la séance."),
            "invalid": _("Cette date n’existe pas. Écrivez-la ainsi : 31/12/2026."),
        },
    )
    hour = forms.TimeField(
        label=_("Heure de début"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H:%M:%S", "%Hh%M"],
        error_messages={
            "required": _("Choisissez l’heure de début."),
            "invalid": _("Cette heure n’existe pas. Écrivez-la ainsi : 14:30."),
        },
    )
    minutes = forms.IntegerField(
        label=_("Durée en minutes"),
        initial=USUAL,
        min_value=SHORTEST,
        max_value=LONGEST,
        help_text=_("De 45 à 180 minutes ; 90 suffisent pour trois à cinq sujets."),
        error_messages={
            "required": _("Écrivez une durée, de 45 à 180 minutes."),
            "invalid": _("Écrivez une durée, de 45 à 180 minutes."),
            "min_value": _("Une séance dure au moins 45 minutes."),
            "max_value": _("Une séance dure au plus 180 minutes : au-delà, faites-en deux."),
        },
    )
    place = LineField(label=_("Lieu"), required=False, max_length=200)

    @property
    def appointment(self) -> Appointment:
        """Return what was chosen."""
        day: date = self.cleaned_data["day"]
        hour: time = self.cleaned_data["hour"]
        begins = timezone.make_aware(datetime.combine(day, hour))
        return Appointment(begins, self.cleaned_data["minutes"], self.cleaned_data["place"])


class SlotForm(EntranceForm):
    """How long a moment lasts, and a word about it."""

    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=FEWEST_MINUTES,
        max_value=MOST_MINUTES,
        error_messages={
            "required": _("Écrivez un nombre de minutes."),
            "invalid": _("Écrivez un nombre de minutes."),
            "min_value": _("Un moment dure au moins une minute : pour le retirer, il y a un bouton."),
            "max_value": _("Un moment dure au plus 120 minutes."),
        },
    )
    note = forms.CharField(
        label=_("Un mot pour vous en souvenir"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, slot: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{slot}-%s", **options})


class NoteForm(EntranceForm):
    """What was said in a moment; `seen` is what the page showed."""

    note = forms.CharField(
        label=_("Notes de ce moment"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    seen = forms.CharField(required=False, max_length=8000, widget=forms.HiddenInput, strip=True)

    def clean(self) -> dict[str, Any]:
        """Write the ends of lines one way, so that what was seen can be compared."""
        cleaned = super().clean() or self.cleaned_data
        return {name: value.replace("\r\n", "\n") for name, value in cleaned.items()}


class AttendeesForm(EntranceForm):
    """Who is in the room."""

    attendees = forms.CharField(
        label=_("Personnes présentes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Une par ligne. Elles paraissent au compte rendu, sans lien avec leurs votes."),
    )


def agreed_level(chosen: str) -> int | None:
    """Return the level that a room chose, or None when it chose to stay apart."""
    return None if chosen == APART else int(chosen)


class ConsensusForm(EntranceForm):
    """What the room agrees on about a question, one level or none."""

    item = forms.CharField(widget=forms.HiddenInput, max_length=80)
    level = forms.TypedChoiceField(
        label=_("Niveau sur lequel vous vous accordez"),
        choices=[("", _("Choisissez")), (APART, _("D’accord pour ne pas l’être")), *LEVELS],
        coerce=agreed_level,
        error_messages={"required": _("Choisissez un niveau, ou « D’accord pour ne pas l’être ».")},
    )
    text = forms.CharField(
        label=_("En vos mots"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ce que vous avez compris ensemble, ou ce qui vous sépare encore."),
    )

    def say(self, levels: Iterable[str]) -> ConsensusForm:
        """Write each level in the words of the question."""
        field = self.fields["level"]
        said = [(str(level), f"{level} · {text}") for level, text in enumerate(levels)]
        field.choices = [*field.choices[:2], *said]  # type: ignore[attr-defined]
        return self


class DissentForm(EntranceForm):
    """A voice that does not join, with its reason."""

    reason = forms.CharField(
        label=_("Raison"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Écrivez la raison : c’est elle qui fera avancer la prochaine discussion.")},
    )
    level = forms.TypedChoiceField(
        label=_("Niveau que cette voix donnerait"),
        choices=[("", _("Non précisé")), *LEVELS],
        required=False,
        coerce=int,
        empty_value=None,
    )
    signed = LineField(
        label=_("Signée par"), required=False, max_length=160, help_text=_("Seulement si la personne le souhaite.")
    )


class ActionForm(EntranceForm):
    """An action to add to the plan; `public` names it before it is sent, so that a double click adds one."""

    public = forms.UUIDField(required=False, widget=forms.HiddenInput)
    title = LineField(
        label=_("Ce que vous allez faire"),
        max_length=200,
        error_messages={"required": _("Écrivez l’action en une phrase.")},
    )
    owner_name = LineField(label=_("Qui s’en charge"), required=False, max_length=120)
    due_on = forms.DateField(
        label=_("Pour quand"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": _("Cette date n’existe pas. Écrivez-la ainsi : 31/12/2026.")},
    )


class VoteForm(EntranceForm):
    """A vote: the ballot that was on screen, and a level or « does not know »."""

    ballot = forms.UUIDField()
    level = choice([*LEVELS, (DONT_KNOW, DONT_KNOW)], required=True)

    @property
    def chosen(self) -> int | None:
        """Return the level, None for « does not know »."""
        said = self.cleaned_data["level"]
        return None if said == DONT_KNOW else int(said)
