"""What the numbers of a reading say, in French and in English: refusals, intervals, patterns, headline."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cordee.core.disclosure.plan import JOINED
from cordee.core.disclosure_wording import group_name
from cordee.core.estimates import Estimate, Refusal
from cordee.core.numerals import bounds, levels, number, short
from cordee.core.packs.instrument import FACETS, FacetId, Item, Topic
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.core.packs.rules import AlignedPattern, GapPattern
from cordee.core.packs.text import Lang
from cordee.core.raters import AxisAgreement, ItemAgreement
from cordee.core.reading import AxisReading, Headline, PatternReading

UNKNOWN = "–"

REFUSALS: Mapping[Refusal, Said] = {
    Refusal.NO_ANSWER: Said("Personne n’a choisi de niveau.", "Nobody chose a level."),
    Refusal.UNDER_HALF: Said(
        "Moins de la moitié des questions de cette approche ont une réponse.",
        "Fewer than half of the questions of this approach have an answer.",
    ),
    Refusal.FACET_MISSING: Said("Une des trois facettes n’a pas de réponse.", "One of the three facets has no answer."),
    Refusal.CIRCLE_MISSING: Said(
        "Il manque l’un des deux regards à comparer.", "One of the two views to compare is missing."
    ),
    Refusal.TOO_FEW_RESPONDENTS: Said(
        "Trop peu de personnes ont répondu pour donner un intervalle.",
        "Too few people answered to give an interval.",
    ),
    Refusal.NO_SPREAD_KNOWN: Said(
        "Une seule voix parle pour l’un des cercles : on ne peut pas dire à quel point elle varierait.",
        "One voice alone speaks for one of the circles: how much it might vary cannot be told.",
    ),
    Refusal.TOO_FEW_COMMON: Said(
        "Trop peu de questions ont été répondues par les mêmes personnes.",
        "Too few questions were answered by the same people.",
    ),
}

_BRACED = re.compile(r"\{(\w+)\}")


def refusal_words(reason: Refusal, lang: Lang) -> str:
    """Say why a number is not given.

    >>> refusal_words(Refusal.NO_ANSWER, "en")
    'Nobody chose a level.'
    """
    return REFUSALS[reason].in_(lang)


def interval_words(estimate: Estimate, lang: Lang, *, signed: bool = False) -> str:
    """Say between what and what a number lies, or why that cannot be said.

    >>> interval_words(Estimate(2.0, 9, 0.3, 1.31, 2.69, 8), "fr")
    'entre 1,3 et 2,7'
    """
    reason = estimate.refused or estimate.interval_refused
    if reason:
        return refusal_words(reason, lang)
    if estimate.lower is None or estimate.upper is None:
        return UNKNOWN
    low, high = number(estimate.lower, lang, signed=signed), number(estimate.upper, lang, signed=signed)
    return f"entre {low} et {high}" if lang == "fr" else f"between {low} and {high}"


def estimate_words(estimate: Estimate, lang: Lang, *, signed: bool = False) -> str:
    """Write a number with its interval where it is known: « 2,0 [1,3 à 2,7] »; a dash where there is no number.

    >>> estimate_words(Estimate(2.0, 9, 0.3, 1.31, 2.69, 8), "en"), estimate_words(Estimate(2.0, 1), "fr")
    ('2.0 [1.3 to 2.7]', '2,0')
    """
    if estimate.value is None:
        return UNKNOWN
    written = number(estimate.value, lang, signed=signed)
    if estimate.lower is None or estimate.upper is None:
        return written
    return f"{written} [{bounds(estimate.lower, estimate.upper, lang, signed=signed)}]"


def item_agreement_words(agreement: ItemAgreement, lang: Lang) -> str:
    """Say whether people agree on an item, with r*wg, which may be negative."""
    if agreement.refused or agreement.rwg is None:
        return refusal_words(Refusal.TOO_FEW_RESPONDENTS, lang) if agreement.refused else UNKNOWN
    said = Said("accord", "agreement") if agreement.agrees else Said("désaccord", "disagreement")
    return f"{said.in_(lang)} (r*wg {number(agreement.rwg, lang, 2)})"


def axis_agreement_words(agreement: AxisAgreement, lang: Lang) -> str:
    """Say how alike people order the items of an axis: Krippendorff's alpha and the reliability of their mean."""
    if agreement.refused:
        return refusal_words(agreement.refused, lang)
    values = (("α", agreement.alpha), ("ICC(1)", agreement.icc1), ("ICC(2)", agreement.icc2))
    return ", ".join(f"{name} {UNKNOWN if value is None else number(value, lang, 2)}" for name, value in values)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put named values into a text of the pack; a dash for a value that is not known.

    >>> fill("vision {vision}, moyens {means}", {"vision": "3"})
    'vision 3, moyens –'
    """
    return _BRACED.sub(lambda found: values.get(found.group(1), UNKNOWN), text)


@dataclass(frozen=True, slots=True)
class Wording:
    """Speaks of the readings of one pack, in one language."""

    pack: Pack
    lang: Lang

    def quoted(self, words: str) -> str:
        """Put words between the quotation marks of the language."""
        return f"«\u202f{words}\u202f»" if self.lang == "fr" else f"‘{words}’"

    def axis(self, axis_id: str) -> str:
        """Return the name of an axis."""
        return self.pack.instrument.axis(axis_id).name.in_(self.lang)

    def topic(self, topic_id: str) -> str:
        """Return the name of a topic."""
        return self.pack.instrument.topic(topic_id).name.in_(self.lang)

    def facet(self, facet: FacetId) -> str:
        """Return the name of a facet."""
        return self.pack.instrument.facet(facet).name.in_(self.lang)

    def circle(self, circle_id: str | None) -> str:
        """Return the name of a circle, of several that are read together, or of all of them."""
        names = {circle.id: circle.name.in_(self.lang) for circle in self.pack.instrument.circles}
        everyone = Said("Tous les cercles", "All circles").in_(self.lang)
        if circle_id is None:
            return everyone
        return group_name(circle_id.split(JOINED), lambda circle: names.get(circle, circle), self.lang)

    def stage(self, stage_id: str | None) -> str:
        """Return the name of a stage, a dash for none."""
        names = {stage.id: stage.name.in_(self.lang) for stage in self.pack.scoring.stages}
        return names.get(stage_id or "", UNKNOWN)

    def pattern(self, pattern_id: str) -> str:
        """Return the name of a coherence pattern."""
        return self._patterns()[pattern_id].name.in_(self.lang)

    def item(self, item_id: str) -> str:
        """Name an item by its facet and topic: « Moyens de « Rôles » »."""
        topic, item = self.placed(item_id)
        return self.of(self.facet(item.facet), topic.name.in_(self.lang))

    def of(self, facet: str, name: str) -> str:
        """« Moyens de « Rôles » », without an article to agree with."""
        return f"{facet} {Said('de', 'of').in_(self.lang)} {self.quoted(name)}"

    def level(self, item_id: str, level: int) -> str:
        """Return what a level of an item says."""
        return self.placed(item_id)[1].levels[level].in_(self.lang)

    def headline(self, headline: Headline) -> str:
        """Return the sentence above a reading, in the words of the pack; empty when the pack has none."""
        values = {"axis": self.axis(headline.axis) if headline.axis else UNKNOWN, "stage": self.stage(headline.stage)}
        found = next((one.text for one in self.pack.scoring.headlines if one.id == headline.id), None)
        return fill(found.in_(self.lang), values) if found else ""

    def pattern_reading(self, axis: AxisReading, pattern: PatternReading) -> str:
        """Say what a coherence pattern means on an axis, with its numbers."""
        text = self._patterns()[pattern.pattern].reading.in_(self.lang)
        facets: dict[str, str] = {facet: self._score(axis.facets[facet].value) for facet in FACETS}
        return fill(
            text,
            {
                **facets,
                "higher": facets.get(pattern.higher or "", UNKNOWN),
                "lower": facets.get(pattern.lower or "", UNKNOWN),
                "gap": self._score(pattern.gap.value if pattern.gap else None),
                "axis": self.axis(axis.axis),
            },
        )

    def pattern_removal(self, pattern: PatternReading) -> str:
        """Say how far the lower facet would have to rise for a gap pattern to stop holding; empty for the others."""
        if pattern.lower is None or pattern.removed_by is None:
            return ""
        facet = self.facet(pattern.lower).lower()
        if pattern.removed_by <= 0:
            return Said(
                f"Cet écart disparaîtrait dès que la facette {facet} monterait un peu.",
                f"This gap would go as soon as the {facet} facet rose a little.",
            ).in_(self.lang)
        by = levels(pattern.removed_by, self.lang)
        return Said(
            f"Cet écart disparaîtrait si la facette {facet} montait de plus de {by}.",
            f"This gap would go if the {facet} facet rose by more than {by}.",
        ).in_(self.lang)

    def explanation(self, axis: AxisReading) -> str:
        """Say which rule made the maturity of an axis; empty where there is none."""
        if axis.explanation is None or axis.maturity.value is None:
            return ""
        scores = [axis.facets[facet].value or 0.0 for facet in FACETS]
        mean, lowest = number(sum(scores) / len(scores), self.lang), number(min(scores), self.lang)
        if axis.explanation.rule == "mean":
            return Said(f"Moyenne des trois facettes : {mean}.", f"Mean of the three facets: {mean}.").in_(self.lang)
        margin, maturity = short(axis.explanation.constant, self.lang), number(axis.maturity.value, self.lang)
        return Said(
            f"La moyenne serait {mean}, mais la maturité ne dépasse pas la facette la plus faible ({lowest}) de plus "
            f"de {margin} : {maturity}.",
            f"The mean would be {mean}, but maturity never stands more than {margin} above the weakest facet "
            f"({lowest}): {maturity}.",
        ).in_(self.lang)

    def _patterns(self) -> dict[str, GapPattern | AlignedPattern]:
        scoring = self.pack.scoring
        gaps: dict[str, GapPattern | AlignedPattern] = {one.id: one for one in scoring.patterns}
        return gaps | {one.id: one for one in scoring.aligned}

    def _score(self, value: float | None) -> str:
        return UNKNOWN if value is None else short(value, self.lang)

    def placed(self, item_id: str) -> tuple[Topic, Item]:
        """Return an item with its topic, or raise KeyError."""
        for axis in self.pack.instrument.axes:
            for topic in axis.topics:
                for item in topic.items:
                    if item.id == item_id:
                        return topic, item
        raise KeyError(item_id)
