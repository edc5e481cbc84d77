"""The published JSON Schema of a 360°: what a program that reads one may rely on."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from cordee.apps.reports import schema
from cordee.apps.reports.schema import Block, Estimate, Facet, Facets, Level, Score

FORMAT = "cordee-360/1"
"""Raised when a key changes its meaning or goes; keys may be added without notice."""

TITLE = "Cordée result of a 360°"


class Confidentiality(Block):
    """Who sees what, then what is not shown and why, in sentences."""

    rule: str
    hidden: list[str]


class Circle(Block):
    """A circle of the reading, or several read as one (identifiers joined by « + »), with its name."""

    circle: str
    name: str


class PerceptionGap(Block):
    """The self circle minus the mean of the others on an item."""

    item: str
    topic: str
    facet: Facet
    own: Score | None
    others: Score | None
    gap: Estimate
    kind: Literal["blind_spot", "hidden_strength"] | None


class SharedReading(schema.Reading):
    """Every number of the published reading; the structure of `cordee score --format json`, circles as published."""

    perception: list[PerceptionGap]


class CircleGap(Block):
    """The self circle minus another on a facet of an axis (named)."""

    axis: str
    facet: Facet
    own: Score | None
    other: Score | None
    gap: float | None
    lower: float | None
    upper: float | None
    stands_out: bool


class AgainstCircle(Block):
    """The self circle against another (named)."""

    circle: str
    sentence: str
    gaps: list[CircleGap]


class Crossed(Block):
    """The views crossed, or why they are not."""

    refusal: str | None
    sentence: str | None
    own: str | None
    against: list[AgainstCircle]


class DividedItem(Block):
    """An item on which people do not agree, in the circle named."""

    item: str
    circle: str
    two_camps: bool
    why: str


class Agreement(Block):
    """Agreement in words; its numbers are in `reading`."""

    sentence: str | None
    divided: list[DividedItem]


class VoiceAxis(Block):
    """What one voice says of an axis."""

    axis: str
    facets: Facets
    maturity: Estimate


class Voice(Block):
    """A person or an organisation, where the publication holds them; `circle` is that of a person."""

    name: str
    organisation: str
    circle: str | None
    axes: list[VoiceAxis]


class Layers(Block):
    """Two of the four layers, or notes that say why they are empty; the others are `reading` and `consensuses`."""

    individuals: list[Voice]
    individuals_note: str | None
    organisations: list[Voice]
    organisations_note: str | None


class Dissent(Block):
    """A voice that does not join; `signed` only if it wished."""

    signed: str | None
    level: Level | None
    reason: str


class Consensus(Block):
    """What was agreed on an item; `level` is null when they agreed that they do not agree."""

    item: str
    level: Level | None
    text: str
    dissents: list[Dissent]


class Adjusted(Block):
    """A least-squares number."""

    value: float
    se: float | None
    df: float | None
    lower: float | None
    upper: float | None


class CircleEffect(Block):
    """How far a circle stands from the mean of the circles, organisations held equal."""

    circle: str
    plain: float | None
    effect: Adjusted
    shrinkage: float | None
    shrunk: float | None
    adjusted: float | None


class AxisAdjustment(Block):
    """The mean of an axis beside its circle-adjusted one."""

    axis: str
    plain: float | None
    adjusted: Adjusted | None
    circles: list[CircleEffect]
    refused: str | None
    interval_refused: str | None


class Change(Block):
    """A number in two waves, and what changed; null with its reason where it cannot be told."""

    before: float | None
    after: float | None
    value: float | None
    lower: float | None
    upper: float | None
    verdict: str | None
    refused: str | None


class AxisChange(Block):
    """An axis in two waves."""

    axis: str
    maturity: Change
    coherence: Change
    facets: dict[Facet, Change]


class ScopeChange(Block):
    """What changed in one circle, or over all of them when `circle` is null."""

    circle: str | None
    axes: list[AxisChange]
    refused: str | None


class Trend(Block):
    """What changed since the wave before."""

    since: str
    sentence: str
    notes: list[str]
    overall: ScopeChange
    circles: list[ScopeChange]


class Verbatim(Block):
    """Words that may be quoted, and where they come from."""

    axis: str
    topic: str
    where: str
    text: str


class Part(Block):
    """One part of a distance, in words."""

    name: str
    text: str


class Near(Block):
    """A story (with its identifier) or an alliance that can inspire."""

    name: str
    story: str | None
    higher: str
    distance: str
    parts: list[Part]


class Inspiring(Block):
    """Who can inspire on an axis (named), or why nobody is proposed."""

    axis: str
    refusal: str | None
    near: list[Near]


class Benchmark(Block):
    """Where an axis (named) stands among comparable alliances, in words; never a rank."""

    axis: str
    own: str
    quartiles: str
    count: str
    standing: str


class SharedResultDocument(Block):
    """The published result of a 360°, as Cordée gives it. Every key is always there."""

    format: Literal["cordee-360/1"]
    made_by: schema.MadeBy
    release: schema.Release
    form: str
    language: Literal["fr", "en"]
    day: Annotated[date, Field(strict=False)]
    alliance: str
    title: str
    wave: Annotated[int, Field(ge=1)]
    respondents: Annotated[int, Field(ge=0)]
    organisations: Annotated[int, Field(ge=0)]
    confidentiality: Confidentiality
    nothing: str | None
    headline: str
    standing: str
    certainty: str
    circles: list[Circle]
    reading: SharedReading | None
    crossed: Crossed
    agreement: Agreement
    layers: Layers
    consensuses: list[Consensus]
    adjusted: list[AxisAdjustment]
    trend: Trend | None
    verbatims: list[Verbatim]
    steps: list[schema.Step]
    later: list[str]
    inspiring: list[Inspiring]
    benchmark: list[Benchmark]
    rules: list[schema.Rule]
    limits: list[str]


def shared_result_schema() -> dict[str, Any]:
    """Return the JSON Schema of the result of a 360°."""
    return schema.schema_of(SharedResultDocument, f"{TITLE}, {FORMAT}")


def schema_document() -> str:
    """Write the schema as text, the same each time; the copy in docs is this text."""
    return schema.written(shared_result_schema())


if __name__ == "__main__":
    sys.stdout.write(schema_document())
