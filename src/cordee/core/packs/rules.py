"""The rules of a diagnosis as data: scoring, stages, coherence patterns, recommendations."""

import re
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cordee.core.packs.instrument import FacetId
from cordee.core.packs.text import Identifier, Identifiers, Part, Text, Threshold


class Stage(Part):
    """A step of maturity: it holds from `from_` (included) up to the next stage."""

    id: Identifier
    name: Text
    description: Text
    from_: Threshold = Field(alias="from")


class GapPattern(Part):
    """A named incoherence: one facet stands at least `gap` levels above another."""

    id: Identifier
    name: Text
    higher: FacetId
    lower: FacetId
    gap: Threshold
    reading: Text
    to_discuss: Text


class AlignedPattern(Part):
    """The reading of an axis where no gap pattern holds: aligned low under a mean, aligned high from it."""

    id: Literal["aligned_low", "aligned_high"]
    name: Text
    reading: Text
    to_discuss: Text


class Bimodal(Part):
    """When a mean must not be read as a middle: nobody near it, and enough organisations on both sides."""

    distance: Threshold
    share: Threshold


class Interval(Part):
    """How the uncertainty of an estimate is computed."""

    level: Threshold
    draws: int
    fewest_respondents: int
    seed: int


HeadlineId = Literal[
    "too_early",
    "aligned",
    "one_axis_apart",
    "several_axes_apart",
    "vision_over_action",
    "vision_over_means",
    "action_over_vision",
    "action_over_means",
    "means_over_vision",
    "means_over_action",
]
HEADLINES: tuple[HeadlineId, ...] = get_args(HeadlineId)
HEADLINE_VALUES: dict[str, str] = {"aligned": "stage", "one_axis_apart": "axis"}
"""Headline → the one value its text may name between braces; the others name none."""


class HeadlineText(Part):
    """The sentence above a reading, for one of the closed set of headlines."""

    id: HeadlineId
    text: Text

    @model_validator(mode="after")
    def _names_only_what_is_known(self) -> "HeadlineText":
        allowed = {HEADLINE_VALUES[self.id]} if self.id in HEADLINE_VALUES else set()
        for words in (self.text.fr, self.text.en):
            unknown = set(re.findall(r"\{([^{}]*)\}", words)) - allowed
            if unknown:
                raise PydanticCustomError(
                    "headline_placeholder",
                    "the headline « {id} » cannot name {found}",
                    {"id": self.id, "found": f"{{{min(unknown)}}}"},
                )
        return self


class Scoring(Part):
    """The numbers that turn answers into a reading; meanings in docs/measures."""

    answered_share: Threshold
    weakest_facet_margin: Threshold
    stages: Annotated[tuple[Stage, ...], Field(min_length=2, strict=False)]
    patterns: Annotated[tuple[GapPattern, ...], Field(min_length=1, strict=False)]
    aligned: Annotated[tuple[AlignedPattern, ...], Field(min_length=2, max_length=2, strict=False)]
    aligned_high_from: Threshold
    bimodal: Bimodal
    interval: Interval
    agreement_ad_at_most: Threshold
    perception_gap: Threshold
    target: Threshold
    headline_gap: Threshold
    headlines: Annotated[tuple[HeadlineText, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _has_each_headline_once(self) -> "Scoring":
        given = [headline.id for headline in self.headlines]
        if given and sorted(given) != sorted(HEADLINES):
            raise PydanticCustomError(
                "headlines_once", "headlines are given once each: {names}", {"names": ", ".join(HEADLINES)}
            )
        return self


class Condition(Part):
    """One fact that a recommendation looks for; exactly one of `at_most` and `at_least`, except for a pattern.

    `fact` is one of a closed vocabulary:
    `item` (score of an item), `topic` (mean of a topic's items), `facet` (score of a facet on an axis),
    `maturity` (of an axis), `coherence` (of an axis), `gap` (facet `higher` minus facet `lower` on an axis),
    `pattern` (a coherence pattern holds on an axis), `perception_gap` (self minus others on a topic and facet),
    `dont_know` (share of don't-knows on an item), `bimodal` (an item is split in two camps).
    """

    fact: Literal[
        "item", "topic", "facet", "maturity", "coherence", "gap", "pattern", "perception_gap", "dont_know", "bimodal"
    ]
    item: Identifier | None = None
    topic: Identifier | None = None
    axis: Identifier | None = None
    facet: FacetId | None = None
    higher: FacetId | None = None
    lower: FacetId | None = None
    pattern: Identifier | None = None
    at_most: Threshold | None = None
    at_least: Threshold | None = None

    @model_validator(mode="after")
    def _says_one_whole_fact(self) -> "Condition":
        subject, bounded = _SHAPES[self.fact]
        given = {name for name in _SUBJECTS if getattr(self, name) is not None}
        if given != subject:
            names = ", ".join(sorted(subject))
            raise PydanticCustomError(
                "condition_subject",
                "a condition on « {fact} » names exactly: {names}",
                {"fact": self.fact, "names": names},
            )
        if (self.at_most is not None) + (self.at_least is not None) != int(bounded):
            raise PydanticCustomError(
                "condition_bounds" if bounded else "condition_unbounded",
                "at_most and at_least do not suit a condition on « {fact} »",
                {"fact": self.fact},
            )
        return self


_SUBJECTS = ("item", "topic", "axis", "facet", "higher", "lower", "pattern")
_SHAPES: dict[str, tuple[set[str], bool]] = {
    "item": ({"item"}, True),
    "topic": ({"topic"}, True),
    "facet": ({"axis", "facet"}, True),
    "maturity": ({"axis"}, True),
    "coherence": ({"axis"}, True),
    "gap": ({"axis", "higher", "lower"}, True),
    "pattern": ({"axis", "pattern"}, False),
    "perception_gap": ({"topic", "facet"}, True),
    "dont_know": ({"item"}, True),
    "bimodal": ({"item"}, False),
}


class Recommendation(Part):
    """A next step and the exact facts that call for it: all of `when` must hold, and none of `unless`."""

    id: Identifier
    name: Text
    first_step: Text
    why: Text
    topic: Identifier
    when: Annotated[tuple[Condition, ...], Field(min_length=1, strict=False)]
    unless: Annotated[tuple[Condition, ...], Field(strict=False)] = ()
    effort: Literal["an_hour", "a_half_day", "some_days", "a_season"]
    contraindication: Text
    tools: Identifiers = ()
    stories: Identifiers = ()
    courses: Identifiers = ()
