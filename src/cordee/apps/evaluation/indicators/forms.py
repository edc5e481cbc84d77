"""What people write of an indicator: what it is, a value, two dates, a table of values."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.amounts import AmountField
from cordee.apps.evaluation.indicators import permissions, queries
from cordee.apps.evaluation.indicators.bridge import impacts_of
from cordee.apps.evaluation.models import Evaluation, Indicator, Sureness
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.library.addresses import language
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, VersionedForm, choice, day, listed

FIELDS = (
    "name", "impact", "level", "effect", "unit", "baseline", "baseline_on", "target", "target_on", "source",
    "owner_name", "owner_email", "owner_partner", "next_on", "collect", "groups", "headline",
)  # fmt: skip


class IndicatorForm(EntranceForm):
    """An indicator as people describe it."""

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
    def said(self) -> dict[str, Any]:
        """Return what was written, without the version."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class IndicatorChangeForm(IndicatorForm, VersionedForm):
    """The same, for an indicator that others may be changing."""


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


class ValueForm(EntranceForm):
    """A figure on a day."""

    on = day(_("Date du relevé"))
    value = AmountField(label=_("Valeur"), error_messages={"required": _("Écrivez la valeur. Inconnue n’est pas 0.")})
    group = listed([], label=_("Groupe"))
    note = LineField(label=_("D’où vient ce chiffre"), max_length=300, required=False)
    confidence = choice(Sureness.choices, required=True, label=_("Confiance"), initial=Sureness.DECLARED)

    def __init__(self, indicator: Indicator, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].required = True
        self.fields["on"].error_messages["required"] = _("Dites quel jour la valeur a été relevée.")
        value = cast("AmountField", self.fields["value"])
        value.unit, value.help_text = indicator.unit, indicator.unit
        names = [("", _("Ensemble")), *((name, name) for name in indicator.group_names)]
        cast("forms.ChoiceField", self.fields["group"]).choices = names

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
