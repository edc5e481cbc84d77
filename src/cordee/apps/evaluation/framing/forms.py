"""What people write in a framing: moments, grounds, lessons, and the pages of the frame."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.amounts import EUROS, HOURS, amount
from cordee.apps.evaluation.framing import queries
from cordee.apps.evaluation.models import Evaluation, Ground, KeyMoment, Means, Stakeholder, Step
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, LineField, VersionedForm, choice, day
from cordee.apps.organisations.goals import GOALS, goal_name
from cordee.core.goal_targets import check_targets, goal_of
from cordee.core.known_dates import DateFault, read_past

DATE_FAULTS: dict[DateFault, str | Promise] = {
    DateFault.UNREADABLE: _("Écrivez une année (2021), un mois (03/2021) ou un jour (14/03/2021)."),
    DateFault.NOT_IN_CALENDAR: _("Cette date n’est pas dans le calendrier : vérifiez le mois et le jour."),
    DateFault.FUTURE: _(
        "Cette date est à venir : ici on relit ce qui a déjà eu lieu. Ce qui est prévu va dans le calendrier du cadre."
    ),
}
MOST_MONEY, MOST_HOURS, MOST_HOURLY = Decimal("999999999.99"), Decimal("999999.99"), Decimal("99999.99")
"""What the columns of the means hold."""


class PastField(LineField):
    """The date of something that already happened: a year, a month or a day; kept as ISO."""

    def clean(self, value: object) -> str:
        """Return the date as it is kept, or say what is wrong with it."""
        text = str(super().clean(value))
        if not text:
            return ""
        read = read_past(text, timezone.localdate())
        if read.fault:
            raise ValidationError(str(DATE_FAULTS[read.fault]))
        return read.value


def words(label: Any, rows: int, most: int, hint: Any = "", **options: Any) -> forms.CharField:
    """Return a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most, widget=widget, **options)


class FramingForm(VersionedForm):
    """A row of the framing; `chips` are the fields shown as a few choices side by side."""

    chips: tuple[str, ...] = ()

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.evaluation = evaluation

    @classmethod
    def initial_of(cls, row: Any) -> dict[str, Any]:
        """Return what is kept now of a row."""
        return {name: getattr(row, name) for name in (*cls.base_fields, "version") if hasattr(row, name)}


class MomentForm(FramingForm):
    """A moment that counted."""

    chips = ("kind",)
    happened = PastField(
        label=_("Quand"),
        max_length=20,
        help_text=_("Une année, un mois ou un jour : 2021, 03/2021 ou 14/03/2021."),
        error_messages={"required": _("Dites au moins l’année : elle suffit.")},
    )
    title = LineField(
        label=_("Titre"),
        max_length=160,
        error_messages={"required": _("Donnez-lui quelques mots, par exemple « Premier atelier commun ».")},
    )
    kind = choice(KeyMoment.Kind.choices, label=_("Ce que c’était"), required=True)
    story = words(_("Ce qui s’est passé"), 5, 3000, _("Les faits d’abord, puis ce que cela a changé pour vous."))
    met = LineField(
        label=_("Personnes ou organisations rencontrées"),
        required=False,
        max_length=500,
        help_text=_("Ne nommez une personne que si elle en est d’accord."),
    )
    evidence = forms.ChoiceField(
        label=_("Pièce qui le montre"), required=False, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(evaluation, *args, **options)
        kept = [(str(one.public), one.title) for one in queries.evidence_of(evaluation)]
        self.fields["evidence"].choices = [("", _("Aucune pour l’instant")), *kept]  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, row: KeyMoment) -> dict[str, Any]:
        """Return what is kept now, the piece by its public identifier."""
        return {**super().initial_of(row), "evidence": str(row.evidence.public) if row.evidence else ""}


class GroundForm(FramingForm):
    """A fragility, or a transition."""

    chips = ("kind", "goals")
    kind = choice(Ground.Kind.choices, label=_("De quoi s’agit-il ?"), required=True)
    title = LineField(
        label=_("En quelques mots"),
        max_length=160,
        error_messages={"required": _("Nommez-la, par exemple « Jeunes sans moyen de transport ».")},
    )
    known = words(_("Ce que l’on en sait"), 4, 3000, _("Dites aussi ce que l’on ne sait pas."))
    figure = LineField(
        label=_("Un chiffre"), required=False, max_length=300, help_text=_("Avec ce qu’il compte, où et qui.")
    )
    source = forms.URLField(
        label=_("Adresse de la source"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Cette adresse est incomplète. Exemple : https://www.insee.fr/…")},
    )
    dated = PastField(label=_("Date du chiffre"), required=False, max_length=20)
    goals = forms.TypedMultipleChoiceField(
        label=_("Objectifs de développement durable"),
        choices=[(number, GOALS[number]) for number in GOALS],
        coerce=int,
        required=False,
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )
    targets = LineField(
        label=_("Cibles de ces objectifs"),
        required=False,
        max_length=300,
        help_text=_("Leurs codes officiels, séparés par des virgules : 11.2, 1.a. Leur objectif est ajouté."),
    )

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(evaluation, *args, **options)
        self.fields["goals"].choices = [(number, goal_name(number)) for number in GOALS]  # type: ignore[attr-defined]

    def clean_targets(self) -> str:
        """Check the codes against the official list, and write them one way."""
        checked = check_targets(self.cleaned_data["targets"])
        if checked.unknown:
            raise ValidationError(
                _("Aucune des 169 cibles officielles n’a ce code : %(codes)s. Exemple : 11.2."),
                params={"codes": ", ".join(checked.unknown)},
            )
        return ", ".join(checked.codes)

    def clean(self) -> dict[str, Any]:
        """Ask for a source where there is a figure; add the goals of the targets."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("figure") and not cleaned.get("source") and "source" not in self.errors:
            self.add_error("source", _("Un chiffre a besoin de sa source : donnez l’adresse où on peut le vérifier."))
        said = {goal_of(code) for code in check_targets(cleaned.get("targets", "")).codes}
        cleaned["goals"] = sorted({*cleaned.get("goals", []), *said})
        return cleaned

    @classmethod
    def initial_of(cls, row: Ground) -> dict[str, Any]:
        """Return what is kept now, the codes of the targets on one line."""
        return {**super().initial_of(row), "targets": ", ".join(row.targets)}


class StakeholderForm(FramingForm):
    """Somebody whom the evaluation concerns."""

    chips = ("place",)
    name = LineField(
        label=_("Qui"),
        max_length=160,
        help_text=_("Un groupe, une organisation ou une fonction plutôt qu’une personne."),
        error_messages={"required": _("Dites de qui il s’agit.")},
    )
    place = choice(Stakeholder.Place.choices, label=_("Sa place dans l’évaluation"), required=True)
    expects = words(_("Ce qu’il en attend"), 3, 1000)


class StepForm(FramingForm):
    """A step of the calendar."""

    chips = ("phase",)
    what = LineField(
        label=_("Étape"), max_length=200, error_messages={"required": _("Dites en quelques mots ce qui se fera.")}
    )
    phase = choice(Step.Phase.choices, label=_("Quand, par rapport à l’action"), required=True)
    starts_on = day(_("Début"))
    ends_on = day(_("Fin"))
    who = LineField(label=_("Qui s’en charge"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before its beginning."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("La fin vient avant le début : échangez-les, ou corrigez l’une des deux."))
        return cleaned


class MeansForm(FramingForm):
    """What is given to the evaluation."""

    what = LineField(
        label=_("Quoi"),
        max_length=160,
        help_text=_("Par exemple : « Entretiens », « Réunions du comité », « Graphiste »."),
        error_messages={"required": _("Dites à quoi servent ces moyens.")},
    )
    partner = forms.ChoiceField(
        label=_("Apporté par"), required=False, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )
    money = amount(_("Argent (euros)"), unit=EUROS, most=MOST_MONEY)
    hours = amount(_("Heures prévues"), unit=HOURS, most=MOST_HOURS)
    hidden_hours = amount(
        _("Heures cachées"),
        _("Préparer, relire, se déplacer, attendre : le temps que personne ne compte, souvent celui des dirigeants."),
        unit=HOURS,
        most=MOST_HOURS,
    )
    hourly_cost = amount(
        _("Coût d’une heure (euros), tel que vous le déclarez"),
        _("Vide, ces heures sont comptées, mais n’entrent dans aucun montant."),
        unit=EUROS,
        most=MOST_HOURLY,
    )

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(evaluation, *args, **options)
        partners = [(str(one.public), one.organisation.name) for one in queries.parties_of(evaluation)]
        self.fields["partner"].choices = [("", _("Tous ensemble")), *partners]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Count what was left empty as nothing; ask for at least something."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("money", "hours", "hidden_hours"):
            if name not in self.errors:
                cleaned[name] = cleaned.get(name) or Decimal(0)
        if not self.errors and not (cleaned["money"] or cleaned["hours"] or cleaned["hidden_hours"]):
            self.add_error("money", _("Indiquez de l’argent ou des heures : sinon rien n’est apporté."))
        return cleaned

    @classmethod
    def initial_of(cls, row: Means) -> dict[str, Any]:
        """Return what is kept now, the partner by its public identifier."""
        return {**super().initial_of(row), "partner": str(row.partner.public) if row.partner else ""}
