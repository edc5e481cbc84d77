"""What people may send to the judgement: cells chosen, words of a rubric, a judgement, a dissent, limits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.judgement.words import USUAL_LIMITS
from cordee.apps.evaluation.models import Mark
from cordee.apps.evaluation.models.judgement import LONGEST_WORDS
from cordee.apps.organisations.forms.fields import EntranceForm, LineField, VersionedForm, choice


def words(label: Any, hint: Any = "", *, required: bool = True, most: int = LONGEST_WORDS) -> forms.CharField:
    """Return a field for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Écrivez au moins une phrase.")},
    )


def marks(label: Any, *, required: bool = True) -> forms.ChoiceField:
    """Return the choice among the four levels and « on ne peut pas encore juger »."""
    return choice(Mark.choices, required=required, label=label, widget=forms.RadioSelect)


class CellsForm(EntranceForm):
    """The cells of the référentiel that will be judged."""

    def __init__(self, *args: Any, cells: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["cells"] = forms.MultipleChoiceField(
            label=_("Ce que vous voulez juger"),
            choices=cells,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Cochez au moins une question.")},
        )


class RubricForm(VersionedForm):
    """The words of a rubric."""

    question = LineField(label=_("Question"), max_length=300)
    criteria = words(_("À quoi juger"), _("Un critère par ligne."))
    evidence = words(_("Ce qui le montrerait"), _("Une preuve possible par ligne."), required=False)
    level_1 = words(_("Niveau 1"), most=400)
    level_2 = words(_("Niveau 2"), most=400)
    level_3 = words(_("Niveau 3"), most=400)
    level_4 = words(_("Niveau 4"), most=400)


class AgreementForm(EntranceForm):
    """How the rubrics were agreed."""

    how = LineField(
        label=_("Comment en êtes-vous convenus ?"),
        max_length=300,
        help_text=_("Par exemple : « réunion du 12 mars, les trois partenaires présents »."),
        error_messages={"required": _("Dites en une phrase quand, et avec qui.")},
    )


class DraftForm(VersionedForm):
    """A judgement being written: anything may still be missing."""

    mark = marks(_("Votre niveau"), required=False)
    reasons = words(_("Vos raisons"), required=False)
    evidence = words(_("Ce sur quoi vous vous appuyez"), _("Faits, chiffres, paroles, documents."), required=False)


class JudgementForm(DraftForm):
    """A judgement that is given: a level and the reasons for it."""

    mark = marks(_("Votre niveau"))
    reasons = words(_("Vos raisons"))


class CommonForm(VersionedForm):
    """What all say together."""

    mark = marks(_("Niveau commun"))
    reasons = words(_("Raisons, telles que vous en êtes convenus"))
    limits = words(_("Limites de ce jugement"), required=False)


class DissentForm(VersionedForm):
    """A partner that does not join the common judgement."""

    mark = marks(_("Le niveau de votre organisation"))
    words = words(_("Vos mots"))


class LimitsForm(VersionedForm):
    """What the evaluation cannot say."""

    usual = forms.MultipleChoiceField(
        label=_("Limites habituelles"), choices=USUAL_LIMITS, required=False, widget=forms.CheckboxSelectMultiple
    )
    words = words(_("Autres limites, dans vos mots"), required=False)


def initial_of(form: type[VersionedForm], row: Any) -> dict[str, Any]:
    """Return what a row keeps now, for the fields of a form."""
    return {name: getattr(row, name) for name in form.base_fields}
