"""Which comparisons to read: a question, then what is compared."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.differences.addresses import COMPARED, QUESTION
from cordee.apps.observatory.differences.sets import compared_questions, sets_of
from cordee.apps.observatory.differences.telling import set_name
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.forms import ChoiceForm


class ComparisonForm(ChoiceForm):
    """A question that an edition compares, and one of its sets; what does not exist is told, and the first is shown.

    IndexError when the edition compares nothing: `compared_questions` tells.
    """

    def __init__(self, edition: ShelvedEdition, asked: QueryDict, **options: Any) -> None:
        questions = compared_questions(edition)
        self.question = next((one for one in questions if one.key == asked.get(QUESTION)), questions[0])
        sets = sets_of(edition, self.question)
        wanted = asked.get(COMPARED) or sets[0].key
        self.shown = next((one for one in sets if one.key == wanted), sets[0])
        super().__init__({QUESTION: asked.get(QUESTION) or self.question.key, COMPARED: wanted}, **options)
        self.choose(QUESTION, _("Question"), [(one.key, one.text.in_(language())) for one in questions], required=True)
        self.choose(COMPARED, _("Ce qui est comparé"), [(one.key, set_name(one)) for one in sets], required=True)
