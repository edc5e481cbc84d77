"""What people write of an indicator: what it is, a value, two dates, a table of values."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.amounts import AmountField
from cordee.apps.evaluation.grouping import FieldGroup, GroupPlan, grouped
from cordee.apps.evaluation.indicators import permissions, queries
from cordee.apps.evaluation.indicators.bridge import impacts_of
from cordee.apps.evaluation.models import Evaluation, Indicator, Sureness
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.evidence.forms import FileForm
from cordee.apps.evidence.models import Evidence
from cordee.apps.evidence.queries import evidence_of
from cordee.apps.library.addresses import language
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, VersionedForm, choice, day, listed
from cordee.core.pasted import folded

FIELDS = (
    "name", "impact", "level", "effect", "unit", "baseline", "baseline_on", "target", "target_on", "source",
    "owner_name", "owner_email", "owner_partner", "next_on", "collect", "groups", "headline",
)  # fmt: skip


GROUPS = (
    GroupPlan(_("L’indicateur"), ("name", "impact", "level", "effect", "unit")),
    GroupPlan(_("D’où l’on part, où l’on va"), ("baseline", "baseline_on", "target", "target_on")),
    GroupPlan(
        _("Qui le relève, et quand"),
        ("source", "owner_name", "owner_email", "owner_partner", "next_on", "collect"),
        _("Sans source, sans responsable ou sans prochaine date, un indicateur reste vide."),
    ),
    GroupPlan(_("Sa place parmi les autres"), ("groups", "headline")),
)


class IndicatorForm(EntranceForm):
    """An indicator as people describe it."""

    chips = ("impact", "level")

    name = LineField(
        label=_("Ce qui est compté"), max_length=160, error_messages={"required": _("Nommez ce que vous comptez.")}
    )
    impact = choice([], required=True, label=_("Impact"))
    level = choice(Indicator.Concerns.choices, required=True, label=_("Concerne"))
    effect = listed([], label=_("Effet qu’il mesure"))
    unit = LineField(
        label=_("Unité"),
        max_length=60,
        help_text=_("Par exemple : € par an, personnes, jours."),
        error_messages={"required": _("Sans unité, un chiffre ne dit rien : écrivez-la.")},
    )
    baseline = AmountField(
        label=_("Valeur de départ"), required=False, help_text=_("Sans elle, aucun progrès ne se calcule.")
    )
    baseline_on = day(_("Relevée le"))
    target = AmountField(label=_("Cible"), required=False, help_text=_("Sous le départ si le chiffre doit baisser."))
    target_on = day(_("À atteindre le"))
    source = LineField(label=_("Source"), max_length=300, required=False, help_text=_("D’où viendra le chiffre."))
    owner_name = LineField(label=_("Qui le relève"), max_length=120, required=False)
    owner_email = forms.EmailField(
        label=_("Son adresse e-mail"),
        required=False,
        help_text=_("Elle reçoit un rappel une semaine avant, le jour même et une semaine après."),
        error_messages={"invalid": _("Cette adresse est incomplète : il manque le @ ou ce qui l’entoure.")},
    )
    owner_partner = listed([], label=_("Son organisation"))
    next_on = day(_("Prochaine date"), _("Le jour où relever la prochaine valeur."))
    collect = forms.CharField(
        label=_("Comment le relever"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    groups = LineField(
        label=_("Groupes à distinguer"),
        max_length=300,
        required=False,
        help_text=_("Séparés par des virgules : femmes, hommes."),
    )
    headline = forms.BooleanField(label=_("Parmi les sept indicateurs clés"), required=False)

    def __init__(self, *args: Any, evaluation: Evaluation, public: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._evaluation, self._public = evaluation, public
        for name in ("baseline", "target"):
            cast("AmountField", self.fields[name]).unit = self.data.get("unit", "")
        self._offer("impact", [(str(one.id), one.name.in_(language())) for one in impacts_of(evaluation)])
        effects = evaluation.effects.order_by("title", "pk")
        self._offer("effect", [("", _("Aucun en particulier")), *((str(one.public), one.title) for one in effects)])
        partners = [(str(one.public), one.organisation.name) for one in partners_of(evaluation)]
        self._offer("owner_partner", [("", _("Aucune en particulier")), *partners])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean_headline(self) -> bool:
        """Refuse an eighth headline."""
        wanted = bool(self.cleaned_data["headline"])
        others = queries.headlines_but(self._evaluation, self._public) if wanted else 0
        if wanted and not permissions.may_headline(others).allowed:
            raise ValidationError(
                _("Sept indicateurs clés sont déjà choisis. Retirez-en un de la sélection, puis revenez ici.")
            )
        return wanted

    @property
    def field_groups(self) -> list[FieldGroup]:
        """Return the fields as the page groups them."""
        return grouped(self, GROUPS)

    @property
    def said(self) -> dict[str, Any]:
        """Return what was written, without the version."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class IndicatorChangeForm(IndicatorForm, VersionedForm):
    """The same, for an indicator that others may be changing; its unit stays once values are written in it."""

    def __init__(self, *args: Any, indicator: Indicator, **options: Any) -> None:
        super().__init__(*args, evaluation=indicator.evaluation, public=indicator.public, **options)
        self._kept_unit, self._values = indicator.unit, indicator.values.count()
        if self._values:
            self.fields["unit"].help_text = _("Des valeurs sont relevées dans cette unité : elle ne change plus.")

    def clean_unit(self) -> str:
        """Refuse another unit for values that are there: they would say something else."""
        unit = str(self.cleaned_data["unit"])
        if folded(unit) != folded(self._kept_unit) and not permissions.may_change_unit(self._values).allowed:
            words = ngettext(
                "%(count)s valeur est relevée en « %(unit)s » : une autre unité lui ferait dire autre chose. "
                "Remettez « %(unit)s », et ajoutez un nouvel indicateur pour compter autrement.",
                "%(count)s valeurs sont relevées en « %(unit)s » : une autre unité leur ferait dire autre chose. "
                "Remettez « %(unit)s », et ajoutez un nouvel indicateur pour compter autrement.",
                self._values,
            )
            raise ValidationError(words, params={"count": self._values, "unit": self._kept_unit})
        return unit


def initial_of(indicator: Indicator) -> dict[str, Any]:
    """Return an indicator as its form shows it."""
    shown = {name: getattr(indicator, name) for name in FIELDS if name not in ("effect", "owner_partner")}
    effect, partner = indicator.effect, indicator.owner_partner
    return {
        **shown,
        "effect": str(effect.public) if effect else "",
        "owner_partner": str(partner.public) if partner else "",
        "version": indicator.version,
    }


VALUE_GROUPS = (
    GroupPlan(_("La valeur"), ("on", "value", "group")),
    GroupPlan(_("Ce qui la soutient"), ("confidence", "note", "evidence", "file", "keeps_place")),
)


class ValueForm(EntranceForm, FileForm):
    """A figure on a day, with the piece that shows it: one that the alliance keeps, or a new file."""

    chips = ("confidence",)

    on = day(_("Date du relevé"))
    value = AmountField(label=_("Valeur"), error_messages={"required": _("Écrivez la valeur. Inconnue n’est pas 0.")})
    group = listed([], label=_("Groupe"))
    note = LineField(label=_("D’où vient ce chiffre"), max_length=300, required=False)
    confidence = choice(Sureness.choices, required=True, label=_("Degré de confiance"), initial=Sureness.DECLARED)

    upload: UploadedFile | None = None
    place_may_stay = False
    evidence = listed([], label=_("Une pièce déjà gardée qui le montre"))
    field_order = ("on", "value", "group", "note", "confidence", "evidence", "file", "keeps_place")

    def __init__(self, indicator: Indicator, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._offer_pieces(evidence_of(indicator.evaluation.alliance))
        self.fields["on"].required = True
        self.fields["on"].error_messages["required"] = _("Dites quel jour la valeur a été relevée.")
        value = cast("AmountField", self.fields["value"])
        value.unit, value.help_text = indicator.unit, indicator.unit
        names = [("", _("Ensemble")), *((name, name) for name in indicator.group_names)]
        cast("forms.ChoiceField", self.fields["group"]).choices = names

    def _offer_pieces(self, pieces: list[Evidence]) -> None:
        self._pieces = {str(one.public): one for one in pieces}
        names = [("", _("Aucune pour l’instant")), *((public, one.title) for public, one in self._pieces.items())]
        cast("forms.ChoiceField", self.fields["evidence"]).choices = names
        if not pieces:
            del self.fields["evidence"]
        self.fields["file"].required = False
        self.fields["file"].label = _("Ou un nouveau fichier") if pieces else _("Un fichier qui le montre")

    @property
    def field_groups(self) -> list[FieldGroup]:
        """Return the fields as the page groups them."""
        return grouped(self, VALUE_GROUPS)

    def clean(self) -> dict[str, Any]:
        """Ask for one piece, not two; put the piece in place of its identifier, and the file aside."""
        cleaned = super().clean() or self.cleaned_data
        self.upload, self.place_may_stay = cleaned.pop("file", None), bool(cleaned.pop("keeps_place", False))
        cleaned["evidence"] = self._pieces.get(cleaned.get("evidence", ""))
        if cleaned["evidence"] and self.upload:
            self.add_error("file", _("Une seule pièce par valeur : retirez ce fichier, ou la pièce choisie au-dessus."))
        return cleaned

    def clean_on(self) -> Any:
        """Refuse a day that has not come."""
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Ce jour n’est pas encore venu : une valeur se relève, elle ne se prévoit pas."))
        return day


class DatesForm(EntranceForm):
    """Two days to compare."""

    first = day(_("Première date"))
    second = day(_("Seconde date"))


class ImportForm(EntranceForm):
    """A table of values, pasted or in a file."""

    text = forms.CharField(
        label=_("Valeurs"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Une ligne par valeur : indicateur, date, valeur, groupe. Collez depuis un tableur."),
    )
    file = forms.FileField(label=_("Ou un fichier CSV ou XLSX"), required=False)
