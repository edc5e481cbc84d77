"""A paper questionnaire as it is typed in: one sign a question, and the words that were written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cordee.apps.diagnosis.asked import Asked
from cordee.apps.diagnosis.forms import EvidenceField
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Mark
from cordee.apps.diagnosis.operations import MATTERS_MOST
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import LEVELS, FacetId, Item, Topic

SIGNS = {
    **{str(level): str(level) for level in LEVELS},
    "n": Mark.DONT_KNOW.value,
    "s": Mark.NOT_APPLICABLE.value,
    "": Mark.UNANSWERED.value,
}
"""What one types → what it means; the same signs in every language, printed beside the fields."""
WRITTEN = {meaning: sign for sign, meaning in SIGNS.items()}


class SignField(forms.CharField):
    """One sign: a level, n or s; nothing where the paper is blank."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=True)

    def clean(self, value: Any) -> str:
        """Return what the sign means, as a form of answers writes it."""
        sign = str(super().clean(value)).lower()
        if sign not in SIGNS:
            raise ValidationError(_("Tapez un chiffre de 0 à 4, n ou s\u202f; laissez vide si le papier l’est."))
        return SIGNS[sign]


class PaperForm(forms.Form):
    """All the questions of one respondent, by the identifier of their item; `topics` are those that matter most."""

    def __init__(self, asked: Asked, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for item in asked.items:
            self.fields[item] = SignField()
            self.fields[words_name(item)] = EvidenceField()
        self.fields["topics"] = forms.MultipleChoiceField(
            required=False, choices=[(topic.id, topic.id) for topic in asked.topics]
        )

    def answers(self) -> dict[str, GivenAnswer]:
        """Return the questions typed right, blank ones included: what is on the screen is what is on the paper."""
        return {
            item: GivenAnswer.from_choice(self.cleaned_data[item], self.cleaned_data[words_name(item)])
            for item in self.asked.items
            if item in self.cleaned_data and words_name(item) in self.cleaned_data
        }


def words_name(item: str) -> str:
    """Return the name of the field that holds the words written beside a question."""
    return f"{item}.words"


@dataclass(frozen=True)
class Line:
    """One question on the screen: what to type, what was typed, what is wrong."""

    name: str
    facet: FacetId
    question: str
    typed: str
    error: str
    words_name: str
    words: str
    words_error: str


@dataclass(frozen=True)
class Sheet:
    """One topic on the screen."""

    id: str
    number: int
    name: str
    matters: bool
    lines: tuple[Line, ...]

    @property
    def has_words(self) -> bool:
        """Tell whether something was written beside one of the questions."""
        return any(line.words or line.words_error for line in self.lines)


def sheets_of(asked: Asked, given: Given, lang: Lang, form: PaperForm | None = None) -> list[Sheet]:
    """Describe the screen; a bound form brings what was typed and what is wrong."""
    return [_sheet(number, topic, given, lang, form) for number, topic in enumerate(asked.topics, 1)]


def faults_of(sheets: list[Sheet]) -> list[tuple[str, str]]:
    """Return what is wrong, each fault with the address of its field."""
    faults = []
    for sheet in sheets:
        for line in sheet.lines:
            where = f"{sheet.number}. {sheet.name}, {line.question}"
            faults += [(f"#{line.name}", f"{where} {line.error}")] if line.error else []
            faults += [(f"#{line.words_name}", f"{where} {line.words_error}")] if line.words_error else []
    return faults


def _sheet(number: int, topic: Topic, given: Given, lang: Lang, form: PaperForm | None) -> Sheet:
    chosen = form.data.getlist("topics") if form else _most(given)  # type: ignore[attr-defined]
    lines = tuple(_line(item, given, lang, form) for item in topic.items)
    return Sheet(topic.id, number, topic.name.in_(lang), topic.id in chosen, lines)


def _most(given: Given) -> list[str]:
    return [topic for topic, weight in given.importance.items() if weight == MATTERS_MOST]


def _line(item: Item, given: Given, lang: Lang, form: PaperForm | None) -> Line:
    answer, words = given.answer(item.id), words_name(item.id)
    choice = answer.choice or Mark.UNANSWERED.value
    return Line(
        name=item.id,
        facet=item.facet,
        question=item.question.in_(lang),
        typed=form.data.get(item.id, "") if form else WRITTEN[choice],
        error=_error(form, item.id),
        words_name=words,
        words=form.data.get(words, "") if form else answer.evidence,
        words_error=_error(form, words),
    )


def _error(form: PaperForm | None, name: str) -> str:
    return " ".join(str(error) for error in form.errors.get(name, [])) if form else ""
