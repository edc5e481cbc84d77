"""What a whole reading says on a page, beside the words of `core.wording`: where axes stand, how they came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import Mark
from cordee.charts.numbers import Lang
from cordee.core.estimates import Estimate, Refusal
from cordee.core.numerals import levels, percent, short
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, Reading
from cordee.core.wording import UNKNOWN, Wording, refusal_words


@dataclass(frozen=True)
class Sentences:
    """Speaks of the readings of one pack, in the language on screen; `day` is the one the reading stands for."""

    pack: Pack
    lang: Lang
    day: date

    @property
    def core(self) -> Wording:
        """The words that pages and command line share."""
        return Wording(self.pack, self.lang)

    def score(self, value: float | None) -> str:
        """Write a score, or a dash when there is none."""
        return UNKNOWN if value is None else short(value, self.lang)

    def percent(self, share: float | None) -> str:
        """Write a share, or a dash when there is none."""
        return UNKNOWN if share is None else percent(share, self.lang)

    def listed(self, parts: Sequence[str]) -> str:
        """Join parts with commas, and « et » before the last."""
        if len(parts) < 2:
            return "".join(parts)
        return _("{some} et {last}").format(some=", ".join(parts[:-1]), last=parts[-1])

    def refusal(self, estimate: Estimate) -> str:
        """Say why there is no value; nothing when there is one."""
        return "" if estimate.refused is None else refusal_words(estimate.refused, self.lang)

    def standing(self, reading: Reading) -> str:
        """Say how many axes were read, and on which stages they stand."""
        read = [axis for axis in reading.overall.axes if axis.stage]
        total = len(reading.overall.axes)
        if not read:
            return _("Aucune des {total} approches ne se lit encore : il manque des réponses.").format(total=total)
        counts = Counter(axis.stage for axis in read)
        parts = [
            _("{count} au stade {stage}").format(count=counts[stage.id], stage=stage.name.in_(self.lang))
            for stage in reversed(self.pack.scoring.stages)
            if counts[stage.id]
        ]
        opening = ngettext("{read} approche lue sur {total} :", "{read} approches lues sur {total} :", len(read))
        return f"{opening.format(read=len(read), total=total)} {self.listed(parts)}."

    def chart_title(self, axes: Sequence[AxisReading]) -> str:
        """Say where the three facets stand furthest apart, or that they do not."""
        spans = {axis.axis: span_of(axis) for axis in axes}
        known = {axis: span for axis, span in spans.items() if span is not None}
        if not known:
            return _("Pas encore assez de réponses pour comparer vision, action et moyens")
        widest = max(known.values())
        if widest < 1:
            return _("Partout, vision, action et moyens se tiennent à moins d’un niveau")
        names = [self.core.quoted(self.core.axis(axis)) for axis, span in known.items() if span == widest]
        gap = levels(widest, self.lang)
        if len(names) > 2:
            return _("{count} approches partagent l’écart le plus large : {gap}").format(count=len(names), gap=gap)
        return _("L’écart le plus large est sur {axes} : {gap}").format(axes=self.listed(names), gap=gap)

    def explanation(self, axis: AxisReading) -> str:
        """Say how the maturity of an axis came out, with the sum when it is a mean."""
        if axis.explanation is None or axis.explanation.rule != "mean":
            return self.core.explanation(axis)
        values = [axis.facets[facet].value or 0.0 for facet in FACETS]
        added = " + ".join(short(value, self.lang) for value in values)
        return _("La moyenne des trois facettes : ({added}) / 3 = {mean}.").format(
            added=added, mean=self.score(axis.maturity.value)
        )

    def lift(self, axis: AxisReading) -> str:
        """Say what would bring the axis to the next stage."""
        explanation = axis.explanation
        if explanation is None:
            return ""
        if explanation.next_stage is None or explanation.missing is None:
            return _("Le dernier stade est atteint.")
        sentence = _("Il manque {missing} pour le stade {stage}.").format(
            missing=levels(explanation.missing, self.lang), stage=self.core.stage(explanation.next_stage)
        )
        if explanation.raise_first is None:
            return sentence
        first = _("La facette à faire monter d’abord : {facet}.").format(
            facet=self.core.facet(explanation.raise_first).lower()
        )
        return f"{sentence} {first}"

    def missing_facet(self, axis: str, facet: FacetId, estimate: Estimate, given: Given) -> str:
        """Say in a few words why a facet of one person's reading has no score: what was answered instead."""
        if estimate.refused is Refusal.UNDER_HALF:
            return _("moins de la moitié des questions ont un niveau")
        topics = self.pack.instrument.axis(axis).topics
        marks = {given.answer(item.id).mark for topic in topics for item in topic.items if item.facet == facet}
        if Mark.DONT_KNOW in marks:
            return self.core.quoted(self.pack.instrument.dont_know.in_(self.lang))
        if Mark.NOT_APPLICABLE in marks:
            return self.core.quoted(self.pack.instrument.not_applicable.in_(self.lang))
        return _("sans réponse")


def span_of(axis: AxisReading) -> float | None:
    """Return the highest facet minus the lowest; None unless the three are known."""
    values = [axis.facets[facet].value for facet in FACETS]
    known = [value for value in values if value is not None]
    return round(max(known) - min(known), 9) if len(known) == len(FACETS) else None
