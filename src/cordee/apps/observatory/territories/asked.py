"""What a reader asks of the surveys: one of them, a question, a wave; and what is shown to who asks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Difference, Figure, Question, ShelvedEdition, editions, select
from cordee.apps.observatory.territories.themes import population_name

WAVE, REGION = "wave", "region"
"""Names of the variables that cut a sample by wave and by region, in the data of every survey shown here."""
ONE_WAVE = "-"
"""What stands for the wave, in an address, when a survey has no such variable."""


@dataclass(frozen=True)
class Asked:
    """A question of a survey, at one of its waves (nothing when the survey has no waves)."""

    edition: ShelvedEdition
    question: Question
    wave: str

    def at(self, **domains: str) -> Figure | None:
        """Return the estimate of the wave for these domains and no others, or nothing."""
        cut = {**({WAVE: self.wave} if self.wave else {}), **domains}
        found = select(self.edition.figures, self.question.key, self.question.values, **cut)
        return next((one for one in found if one.measure == self.question.kind), None)

    def beside_rest(self, region: str) -> Difference | None:
        """Return the comparison of a region with the rest at this wave, or nothing when the edition has none."""
        cut = {**({WAVE: self.wave} if self.wave else {}), REGION: f"{region} vs rest"}
        return self._compared("difference", cut)

    def change_since(self, before: str, **domains: str) -> Difference | None:
        """Return the change from an earlier wave to this one, or nothing when the edition has none."""
        return self._compared("change", {WAVE: f"{self.wave} vs {before}", **domains})

    def _compared(self, measure: str, cut: Mapping[str, str]) -> Difference | None:
        asked = (self.question.key, measure, self.question.values, dict(cut))
        for one in self.edition.differences:
            if asked == (one.question, one.measure, one.values, dict(one.domains)):
                return one
        return None

    @property
    def compared_together(self) -> int:
        """How many comparisons with the rest were corrected together: those of this question, at every wave."""
        named = {WAVE, REGION} if self.wave else {REGION}
        return sum(
            one.p_holm is not None and set(one.domains) == named
            for one in self.edition.differences
            if (one.question, one.measure, one.values) == (self.question.key, "difference", self.question.values)
        )

    @property
    def population(self) -> str:
        """Who was asked, in words."""
        return population_name(self.edition)

    @property
    def wave_name(self) -> str:
        """The wave in words."""
        return wave_name(self.edition, self.wave)


def standing_editions() -> tuple[ShelvedEdition, ...]:
    """Return the surveys that a reader may choose, that which most people answered first; no withdrawn one."""
    shown = [one for one in editions() if one.withdrawal is None and one.questions]
    return tuple(sorted(shown, key=lambda one: (-_answers(one), one.card.id)))


def waves_of(edition: ShelvedEdition) -> tuple[str, ...]:
    """Return the waves of a survey in their order; one without a name when it has no such variable."""
    return tuple(sorted(edition.categories(WAVE))) or ("",)


def wave_name(edition: ShelvedEdition, wave: str) -> str:
    """Return a wave in words: what the dictionary says of it, else its code."""
    said = edition.labels(WAVE).get(wave)
    return said.in_(language()) if said else wave


def asked_for(edition: str = "", question: str = "", wave: str = "") -> Asked | None:
    """Return what is asked, what is left out or unknown taken as it is shown first; nothing without a survey."""
    shown = standing_editions()
    if not shown:
        return None
    chosen = next((one for one in shown if one.card.id == edition), shown[0])
    asked = chosen.question(question) or chosen.questions[0]
    waves = waves_of(chosen)
    return Asked(chosen, asked, wave if wave in waves else waves[-1])


def exactly(edition: str, question: str, wave: str) -> Asked | None:
    """Return what an address names, or nothing when any part of it is unknown."""
    found = asked_for(edition, question, "" if wave == ONE_WAVE else wave)
    if found is None:
        return None
    same = (found.edition.card.id, found.question.key, found.wave or ONE_WAVE) == (edition, question, wave)
    return found if same else None


def _answers(edition: ShelvedEdition) -> int:
    return max((one.n for one in edition.figures), default=0)
