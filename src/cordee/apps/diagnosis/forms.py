"""What visitors may send: each form is built from the release it asks about, and refuses the rest with a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import LONGEST_EVIDENCE, Mark, ShareLink
from cordee.apps.diagnosis.tokens import new_token
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import LEVELS, Instrument, Topic

DEFAULT_FORM = "express"
CHOICES = [*(str(level) for level in LEVELS), Mark.DONT_KNOW.value, Mark.NOT_APPLICABLE.value]
UNKNOWN_CHOICE = _("Ce choix n’existe pas : prenez l’un de ceux qui sont proposés.")


class StartForm(forms.Form):
    """Which form to answer, and five questions of context that may all be skipped."""

    def __init__(self, instrument: Instrument, lang: Lang, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        self.fields["form"] = _choice([(form.id, form.name.in_(lang)) for form in instrument.forms], required=True)
        for question in instrument.context:
            self.fields[f"context_{question.id}"] = _choice(
                [(choice.id, choice.name.in_(lang)) for choice in question.choices], required=False
            )
        self.fields["moves_on"] = forms.BooleanField(required=False)

    def context(self) -> dict[str, str]:
        """Return the questions of context that were answered."""
        asked = {question.id: self.cleaned_data.get(f"context_{question.id}") for question in self.instrument.context}
        return {question: choice for question, choice in asked.items() if choice}


class TopicForm(forms.Form):
    """The three facets of one topic. What is not sent is left as it was: a page may save one facet at a time.

    Whether a word may be quoted is sent as « no » then, when the box is ticked, « yes »: the last one counts, and a
    page that does not ask sends neither.

    A word left empty by someone who neither saw one nor typed one (« touched » is « no ») is not taken for an erasure:
    another device may have written it meanwhile.
    """

    def __init__(self, topic: Topic, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic = topic
        for item in topic.items:
            self.fields[item.facet] = _choice([(choice, choice) for choice in CHOICES], required=False)
            self.fields[evidence_name(item.facet)] = EvidenceField()
            for name in (released_name(item.facet), touched_name(item.facet)):
                self.fields[name] = _choice([("no", "no"), ("yes", "yes")], required=False)

    def answers(self, before: Given) -> dict[str, GivenAnswer]:
        """Return what was sent and is valid, item by item, over what was there before."""
        return {
            item.id: self._answer(item.facet, before.answer(item.id))
            for item in self.topic.items
            if self._concerns(item.facet)
        }

    def _answer(self, facet: str, before: GivenAnswer) -> GivenAnswer:
        choice = self._sent(facet) or before.choice
        evidence = self._sent(evidence_name(facet), before.evidence)
        if not evidence and self._sent(touched_name(facet)) == "no":
            return GivenAnswer.from_choice(choice, before.evidence, released=before.released)
        return GivenAnswer.from_choice(choice, evidence, released=self._released(facet, before.released))

    def _concerns(self, facet: str) -> bool:
        names = (facet, evidence_name(facet), released_name(facet))
        return any(name in self.cleaned_data and name in self.data for name in names)

    def _released(self, facet: str, otherwise: bool) -> bool:
        return self._sent(released_name(facet), "yes" if otherwise else "no") == "yes"

    def _sent(self, name: str, otherwise: str = "") -> str:
        sent = name in self.data and name in self.cleaned_data
        return str(self.cleaned_data[name]) if sent else otherwise


def evidence_name(facet: str) -> str:
    """Return the name of the field that holds the word of evidence on a facet."""
    return f"{facet}_evidence"


def released_name(facet: str) -> str:
    """Return the name of the field that says whether this word may be quoted."""
    return f"{facet}_released"


def touched_name(facet: str) -> str:
    """Return the name of the field that says whether there was a word on the page, or one was typed."""
    return f"{facet}_touched"


class EvidenceField(forms.CharField):
    """A few words in support of an answer; line breaks count for one character whatever the browser sends."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=True)
        self.validators = [
            ProhibitNullCharactersValidator(_("Ce texte contient un caractère invisible : effacez-le et retapez-le.")),
            MaxLengthValidator(
                LONGEST_EVIDENCE,
                _("%(limit_value)s caractères au plus, il y en a %(show_value)s : raccourcissez ce mot."),
            ),
        ]

    def to_python(self, value: object) -> str:
        """Write line breaks one way."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class ImportanceForm(forms.Form):
    """The topics that matter most, as many as wanted."""

    def __init__(self, topics: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"] = forms.MultipleChoiceField(
            choices=list(topics.items()), required=False, error_messages={"invalid_choice": UNKNOWN_CHOICE}
        )


class ShareForm(forms.Form):
    """How long a link lives, and whether it shows what was written in support of answers.

    The token is drawn when the form is shown and signed, so that sending the form twice makes one link.
    """

    days = forms.TypedChoiceField(
        coerce=int, choices=ShareLink.Days.choices, error_messages={"invalid_choice": UNKNOWN_CHOICE}
    )
    shows_evidence = forms.BooleanField(required=False)
    secret = forms.CharField(max_length=200)

    def clean_secret(self) -> str:
        """Return the token, if we drew it."""
        try:
            return _signer().unsign(self.cleaned_data["secret"])
        except BadSignature:
            raise ValidationError(_("Cette page a été modifiée : rechargez-la, puis recommencez.")) from None


def signed_token() -> str:
    """Draw the token of a link to come."""
    return _signer().sign(new_token())


def _signer() -> Signer:
    return Signer(salt="cordee.diagnosis.share")


def _choice(choices: list[tuple[str, str]], *, required: bool) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=choices,
        required=required,
        error_messages={"invalid_choice": UNKNOWN_CHOICE, "required": _("Choisissez une forme.")},
    )
