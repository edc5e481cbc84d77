"""What people write on the pages of the frame: its purpose, what it looks at, its questions; what a partner learns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.framing.bridge import cells_of, question_ids
from cordee.apps.evaluation.framing.forms import FramingForm, words
from cordee.apps.evaluation.framing.queries import page_of
from cordee.apps.evaluation.models import Evaluation, Scope
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.addresses import language
from cordee.apps.organisations.forms.fields import UNKNOWN_CHOICE, LineField


class LessonForm(FramingForm):
    """What a partner learns for its own position."""

    text = words(
        _("Ce que nous en apprenons pour notre propre place"),
        8,
        4000,
        _("Ce qui nous conforte, ce qui nous déplace, ce que nous ferons autrement."),
    )


class PurposeForm(FramingForm):
    """To whom the evaluation speaks, and for which decision."""

    readers = LineField(
        label=_("À qui s’adresse-t-elle ?"),
        required=False,
        max_length=500,
        help_text=_("Les personnes qui la liront vraiment : un comité, un financeur, les équipes."),
    )
    decision = LineField(
        label=_("Pour quelle décision ?"),
        required=False,
        max_length=500,
        help_text=_("Ce qui sera décidé grâce à elle, et quand. Sans décision, mieux vaut attendre."),
    )
    reason = words(_("Pourquoi maintenant ?"), 4, 3000)


def several(label: Any, choices: list[tuple[str, str]], hint: Any = "") -> forms.MultipleChoiceField:
    """Return a field where several choices may be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": UNKNOWN_CHOICE},
    )


class ScopeForm(FramingForm):
    """The objects, the approaches and the methods, in the words of the référentiel."""

    chips = ("objects_chosen", "approaches")

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(evaluation, *args, **options)
        pack, lang = words_of(evaluation), language()
        objects = [(one.id, one.name.in_(lang)) for one in pack.objects]
        approaches = [(one.id, one.name.in_(lang)) for one in pack.instrument.axes]
        methods = [(one.id, one.name.in_(lang)) for one in pack.methods]
        self.fields["objects_chosen"] = several(_("Ce que vous regardez"), objects, _("Un ou deux suffisent souvent."))
        self.fields["approaches"] = several(
            _("Par quelles approches"), approaches, _("Deux ou trois approches bien tenues valent mieux que sept.")
        )
        self.fields["methods"] = several(_("Avec quelles méthodes"), methods)

    @classmethod
    def initial_of(cls, row: Scope) -> dict[str, Any]:
        """Return what is kept now."""
        names = ("objects_chosen", "approaches", "methods", "version")
        return {name: getattr(row, name) for name in names}


class QuestionsForm(FramingForm):
    """The questions of the cells that were chosen, to tick, and those that partners add."""

    own = words(_("Vos propres questions"), 4, 4000, _("Une par ligne."))

    def __init__(self, evaluation: Evaluation, *args: Any, **options: Any) -> None:
        super().__init__(evaluation, *args, **options)
        self.groups = groups_of(evaluation)
        offered = [pair for _label, pairs in self.groups for pair in pairs]
        self.fields["chosen"] = several(_("Questions proposées par le référentiel"), offered)

    @classmethod
    def initial_of(cls, row: Any) -> dict[str, Any]:
        """Return what is kept now, without the questions of cells that are no longer chosen."""
        offered = {name for _label, pairs in groups_of(row.evaluation) for name, _text in pairs}
        return {
            "own": row.own,
            "chosen": [name for name in row.chosen if name in offered],
            "version": row.version,
        }


def groups_of(evaluation: Evaluation) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the questions that may be chosen, under « approach × object »."""
    pack, lang = words_of(evaluation), language()
    objects = {one.id: one.name.in_(lang) for one in pack.objects}
    return [
        (
            f"{pack.instrument.axis(cell.approach).name.in_(lang)} × {objects[cell.object]}",
            [(name, text.in_(lang)) for name, text in zip(question_ids(cell), cell.questions, strict=True)],
        )
        for cell in cells_of(pack, page_of(Scope, evaluation))
    ]
