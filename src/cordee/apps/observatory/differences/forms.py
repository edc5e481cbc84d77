"""Which comparisons to read: a question, then what is compared."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.differences.addresses import COMPARED, QUESTION
from cordee.apps.observatory.differences.sets import sets_of
from cordee.apps.observatory.differences.telling import set_name
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.forms import ChoiceForm


class ComparisonForm(ChoiceForm):
    """A question of an edition and one of its sets; what does not exist is told, and the first is shown.

    `shown` is the set to show; nothing when the edition compares nothing.
    """

    def __init__(self, edition: ShelvedEdition, asked: QueryDict, **options: Any) -> None:
        self.question = edition.question(asked.get(QUESTION, "")) or edition.questions[0]
        self.sets = sets_of(edition, self.question)
        wanted = asked.get(COMPARED) or next((one.key for one in self.sets), "")
        self.shown = next((one for one in self.sets if one.key == wanted), next(iter(self.sets), None))
        super().__init__({QUESTION: asked.get(QUESTION) or self.question.key, COMPARED: wanted}, **options)
        questions = [(one.key, one.text.in_(language())) for one in edition.questions]
        self.choose(QUESTION, _("Question"), questions, required=True)
        self.choose(COMPARED, _("Ce qui est comparé"), [(one.key, set_name(one)) for one in self.sets], required=True)
