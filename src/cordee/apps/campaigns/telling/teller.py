"""What every section of a told result needs: the reading, its plan, the names of circles, the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cordee.apps.campaigns.telling.account import LayerLine
from cordee.apps.diagnosis.reasons import AnswerView
from cordee.apps.diagnosis.sentences import Sentences
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate as Charted
from cordee.charts.readings import Missing
from cordee.charts.readings import Reading as ChartReading
from cordee.core.disclosure import DisclosureRule, Plan
from cordee.core.disclosure.plan import JOINED
from cordee.core.disclosure_wording import group_name, masked_item_words
from cordee.core.estimates import Estimate, Refusal
from cordee.core.numerals import number
from cordee.core.packs.instrument import FACETS, FacetId, Item
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, ItemReading, Reading, ScopeReading
from cordee.core.voices import AxisVoice
from cordee.core.wording import UNKNOWN, estimate_words, refusal_words


@dataclass(frozen=True)
class Teller:
    """Speaks of one published reading in the language on screen; `day` is the one on which it was closed."""

    pack: Pack
    reading: Reading
    plan: Plan
    rule: DisclosureRule
    lang: Lang
    day: date
    circle_names: Mapping[str, str]
    organisation_names: Mapping[str, str]

    @cached_property
    def sentences(self) -> Sentences:
        """The words that every reading shares."""
        return Sentences(self.pack, self.lang, self.day)

    def circle(self, circle: str) -> str:
        """Return the name of one circle, as the campaign calls it."""
        return self.circle_names.get(circle, circle)

    def scope_name(self, label: str | None) -> str:
        """Return the name of a scope of the reading: a circle, several read together, or all of them."""
        if label is None:
            return self.sentences.core.circle(None)
        return group_name(label.split(JOINED), self.circle, self.lang)

    def organisation(self, organisation: str) -> str:
        """Return the name of an organisation."""
        return self.organisation_names.get(organisation, organisation)

    def estimate(self, estimate: Estimate) -> str:
        """Write a score with its interval where it is known."""
        return estimate_words(estimate, self.lang)

    def charted(self, estimate: Estimate) -> ChartReading:
        """Return an estimate as a figure places it, or why it has no place."""
        if estimate.value is None:
            return Missing(self.why_missing(estimate))
        return Charted(estimate.value, estimate.lower, estimate.upper)

    def why_missing(self, estimate: Estimate) -> str:
        """Say why there is no value, as a part of a sentence."""
        words = refusal_words(estimate.refused or Refusal.NO_ANSWER, self.lang).rstrip(".")
        return words[:1].lower() + words[1:]

    def scores_of(self, item: Item) -> AnswerView:
        """Show what several people answered to an item: their score with its interval, or why there is none."""
        read = self.reading.overall.item(item.id)
        facet = self.pack.instrument.facet(item.facet).name.in_(self.lang)
        known = read.score.value is not None
        choice = self.estimate(read.score) if known else masked_item_words(self.rule, self.lang)
        return AnswerView(item.id, item.facet, facet, item.question.in_(self.lang), choice, "", "", given=known)

    def layer_line(self, who: str, axis: AxisReading | AxisVoice) -> LayerLine:
        """Write what one voice says of an axis."""
        vision, action, means = (self.estimate(axis.facets[facet]) for facet in FACETS)
        note = "" if axis.maturity.value is not None else self.sentences.refusal(axis.maturity)
        return LayerLine(who, self.estimate(axis.maturity), (vision, action, means), note)

    def item_name(self, item: ItemReading) -> str:
        """Name an item by its facet and topic."""
        return self.sentences.core.item(item.item)

    def question(self, item: str) -> str:
        """Return the question of an item."""
        return self.sentences.core.placed(item)[1].question.in_(self.lang)

    def decimals(self, value: float | None, decimals: int = 2) -> str:
        """Write a statistic, or a dash when there is none."""
        return UNKNOWN if value is None else number(value, self.lang, decimals)

    def facet(self, facet: FacetId) -> str:
        """Return the name of a facet."""
        return self.sentences.core.facet(facet)

    def scopes(self) -> tuple[ScopeReading, ...]:
        """Return the circles of the reading, in their order."""
        return self.reading.circles
