"""Why an advice is given to this person, and what would make it disappear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor

from django.utils.translation import gettext as _

from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import Mark
from cordee.apps.diagnosis.sentences import Sentences, span_of
from cordee.core.cause_wording import CauseWording
from cordee.core.coherence import widest
from cordee.core.numerals import levels
from cordee.core.packs.instrument import FACETS, LEVELS, FacetId, Item, Topic
from cordee.core.packs.rules import Recommendation
from cordee.core.reading import Advice, Cause, Reading
from cordee.core.wording import fill


@dataclass(frozen=True)
class AnswerView:
    """One answer as a reader sees it."""

    item: str
    facet: FacetId
    facet_name: str
    question: str
    choice: str
    text: str
    evidence: str
    given: bool


def answer_view(sentences: Sentences, item: Item, given: Given) -> AnswerView:
    """Show the answer to one item: the name of its level and its words, or why there is none."""
    instrument, lang = sentences.pack.instrument, sentences.lang
    facet, answer = instrument.facet(item.facet), given.answer(item.id)
    choice, text = _("Sans réponse"), ""
    if answer.mark == Mark.ANSWERED and answer.level is not None:
        choice, text = f"{answer.level} {facet.levels[answer.level].in_(lang)}", item.levels[answer.level].in_(lang)
    elif answer.mark == Mark.DONT_KNOW:
        choice = instrument.dont_know.in_(lang)
    elif answer.mark == Mark.NOT_APPLICABLE:
        choice = instrument.not_applicable.in_(lang)
    return AnswerView(
        item=item.id,
        facet=item.facet,
        facet_name=facet.name.in_(lang),
        question=item.question.in_(lang),
        choice=choice,
        text=text,
        evidence=answer.evidence,
        given=answer.is_given,
    )


Show = Callable[[Item], AnswerView]
"""How the answer to an item is shown: that of one person, or the score of several."""


@dataclass(frozen=True)
class Reasons:
    """Speaks of the advice of one reading; `show` tells what was answered to the items that cause it."""

    sentences: Sentences
    reading: Reading
    show: Show

    def why(self, rule: Recommendation, topic: Topic, axis: str) -> str:
        """Return the pack's « why you », filled with the numbers of this reading."""
        return fill(rule.why.in_(self.sentences.lang), self._values(rule, topic, axis))

    def answers(self, advice: Advice) -> tuple[AnswerView, ...]:
        """Return the answers that cause an advice, each once."""
        items = self._items()
        causing = dict.fromkeys(item for cause in advice.causes for item in cause.items)
        return tuple(self.show(items[item]) for item in causing if item in items)

    def removals(self, advice: Advice) -> tuple[str, ...]:
        """Say, cause by cause, what would make it false; any one removes the advice. Progress comes first."""
        causes = sorted(advice.causes, key=lambda cause: cause.at_least is not None)
        return tuple(self._removal(cause) for cause in causes)

    def _removal(self, cause: Cause) -> str:
        """Name the level, and its words, from which a cause on an item no longer holds; other causes name a bound."""
        item = self._items().get(cause.subject)
        if cause.fact != "item" or item is None:
            return CauseWording(self.sentences.core).removal(cause)
        if cause.at_most is not None:
            level, sentence = floor(cause.at_most) + 1, _("si {question} montait à {level} : {words}")
        else:
            level, sentence = ceil(cause.at_least or 0.0) - 1, _("si {question} descendait à {level} : {words}")
        if level not in LEVELS:
            return CauseWording(self.sentences.core).removal(cause)
        quoted, lang = self.sentences.core.quoted, self.sentences.lang
        return sentence.format(
            question=quoted(item.question.in_(lang)),
            level=level,
            words=quoted(item.levels[level].in_(lang).rstrip(".")),
        )

    def _values(self, rule: Recommendation, topic: Topic, axis: str) -> dict[str, str]:
        """Give the named values of a text: scores of the axis' facets when it speaks of the axis, else the topic's."""
        facets = {facet: self.reading.overall.axis(axis).facets[facet].value for facet in FACETS}
        if "{axis}" not in rule.why.fr:
            items = {item.facet: item.score.value for item in self.reading.overall.items if item.topic == topic.id}
            facets = {facet: items.get(facet) for facet in FACETS}
        higher, lower = self._pair(rule, axis)
        values: dict[str, str] = {facet: self.sentences.score(value) for facet, value in facets.items()}
        return {
            **values,
            "higher": values[higher],
            "lower": values[lower],
            "gap": levels((facets[higher] or 0.0) - (facets[lower] or 0.0), self.sentences.lang),
            "topic": topic.name.in_(self.sentences.lang),
            "axis": self.sentences.core.axis(axis),
        }

    def _pair(self, rule: Recommendation, axis: str) -> tuple[FacetId, FacetId]:
        """Return the two facets that a rule compares, or the two that stand furthest apart."""
        patterns = {pattern.id: pattern for pattern in self.sentences.pack.scoring.patterns}
        for condition in rule.when:
            named = patterns.get(condition.pattern or "") or condition
            if named.higher and named.lower:
                return named.higher, named.lower
        reading = self.reading.overall.axis(axis)
        if span_of(reading) is None:
            return "vision", "means"
        return widest([reading.facets[facet].value or 0.0 for facet in FACETS])

    def _items(self) -> dict[str, Item]:
        items = self.sentences.pack.instrument.items_of(self.reading.form)
        return {item.id: item for item in items}
