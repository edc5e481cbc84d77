"""What an analyst writes and sends: titles, microdata, a design and what goes with it, a request, a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory.models import LONGEST_ID, LONGEST_TITLE
from cordee.apps.observatory.surveys.operations import refuse_name
from cordee.core.packs.text import Text
from cordee.stats.faults import SurveyRefused
from cordee.stats.sources.source import KINDS

LONGEST_TEXT = 400_000
"""Signs of a design, of a dictionary or of margins: far more than a survey of a thousand questions needs."""
LICENCES = (
    ("etalab-2.0", _("Licence ouverte 2.0 (Etalab)")),
    ("CC-BY-4.0", _("Creative Commons Attribution 4.0")),
    ("ODbL-1.0", _("Open Database License 1.0")),
)


class TwoTitles(forms.Form):
    """A title in both languages."""

    title_fr = forms.CharField(
        label=_("Titre en français"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Écrivez le titre en français.")},
    )
    title_en = forms.CharField(
        label=_("Titre en anglais"),
        max_length=LONGEST_TITLE,
        help_text=_("L’édition se lit dans les deux langues."),
        error_messages={"required": _("Écrivez le titre en anglais.")},
    )

    @property
    def title(self) -> Text:
        """The title."""
        return Text(fr=self.cleaned_data["title_fr"], en=self.cleaned_data["title_en"])


class BeginForm(TwoTitles):
    """A survey to begin."""

    edition = forms.CharField(
        label=_("Nom de l’édition"),
        max_length=LONGEST_ID,
        help_text=_("Il fera son adresse, et ne changera plus : minuscules, chiffres et tirets, comme citoyens-2024."),
        error_messages={"required": _("Donnez un nom à l’édition.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_edition(self) -> str:
        """Refuse a name that is taken, or that is none."""
        edition = str(self.cleaned_data["edition"])
        try:
            refuse_name(edition)
        except SurveyRefused:
            raise ValidationError(
                _("Ce nom est déjà pris, ou contient autre chose que des minuscules, des chiffres et des tirets.")
            ) from None
        return edition


class DataForm(forms.Form):
    """A file of microdata."""

    file = forms.FileField(
        label=_("Microdonnées"),
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        error_messages={
            "required": _("Choisissez un fichier."),
            "missing": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "CSV, Parquet, XLSX, SPSS (.sav) ou Stata (.dta), %(megabytes)s Mo au plus. "
            "Au-delà, la commande « cordee survey » n’a pas de limite."
        ) % {"megabytes": settings.SURVEY_MOST_BYTES // 1_000_000}

    def clean_file(self) -> Any:
        """Refuse a file of a kind that is not read."""
        upload = self.cleaned_data["file"]
        if Path(upload.name or "").suffix.lower() not in KINDS:
            raise ValidationError(
                _("Ce genre de fichier ne se lit pas : donnez un .csv, .parquet, .xlsx, .sav ou .dta.")
            )
        return upload


def _text(label: Any, help_text: Any, rows: int, missing: Any = None) -> forms.CharField:
    """A file as text: optional, unless there is something to say when it is missing."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=missing is not None,
        error_messages={"required": missing},
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": rows, "class": "code-field", "spellcheck": "false", "wrap": "off"}),
    )


class TextsForm(forms.Form):
    """The design, the dictionary and the margins."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    design = _text(
        _("Plan"),
        _("design.yaml : poids, strates, grappes, calage, et ce qu’il faut estimer."),
        22,
        _("Écrivez le plan."),
    )
    dictionary = _text(
        _("Dictionnaire"),
        _("dictionary.yaml, si le plan le nomme : la question exacte, l’échelle, la base, les codes sans réponse."),
        14,
    )
    margins = _text(
        _("Marges"),
        _(
            "margins.csv, si le plan demande un calage : variable,category,total à la première ligne. "
            "Une ligne sans modalité donne le total d’un nombre."
        ),
        10,
    )

    def clean(self) -> dict[str, Any]:
        """Write every line end alike: a text and the file it came from are then the same."""
        for name in ("design", "dictionary", "margins"):
            self.cleaned_data[name] = str(self.cleaned_data.get(name) or "").replace("\r\n", "\n").replace("\r", "\n")
        return self.cleaned_data


class AskForm(forms.Form):
    """What publishing needs to know."""

    licence = forms.ChoiceField(label=_("Licence des chiffres"), choices=LICENCES)
    data_public = forms.BooleanField(
        label=_("Joindre les microdonnées à l’édition"),
        required=False,
        help_text=_(
            "Seulement si elles peuvent être lues par tous, et pour toujours. Sans elles, l’édition donne leur "
            "empreinte : qui les a peut refaire chaque chiffre."
        ),
    )


class ReasonForm(forms.Form):
    """Why a request is refused."""

    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Dites pourquoi : la personne qui a demandé le lira.")},
    )


class WithdrawForm(forms.Form):
    """Why an edition is withdrawn, in both languages."""

    reason_fr = forms.CharField(
        label=_("Raison, en français"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Dites pourquoi, en français.")},
    )
    reason_en = forms.CharField(
        label=_("Raison, en anglais"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Dites pourquoi, en anglais.")},
    )

    @property
    def reason(self) -> Text:
        """The reason."""
        return Text(fr=self.cleaned_data["reason_fr"], en=self.cleaned_data["reason_en"])
