"""The published JSON Schema of a result: what a program that reads one may rely on."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "cordee-result/1"
"""Raised when a key changes its meaning or goes; keys may be added without notice."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Cordée result"

Facet = Literal["vision", "action", "means"]
Level = Annotated[int, Field(ge=0, le=4)]
Score = Annotated[float, Field(ge=0, le=4)]
Share = Annotated[float, Field(ge=0, le=1)]


class Block(BaseModel):
    """A block of the document; keys that are not named here may come with a later version."""

    model_config = ConfigDict(extra="allow", strict=True)


class MadeBy(Block):
    """The program that computed the reading."""

    name: str
    version: str


class Release(Block):
    """The release of the pack; `sha256` names its canonical document."""

    pack: str
    version: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    name: str
    licence: str
    authors: list[str]


class Answer(Block):
    """What was given to an item. `level` is a number when and only when `mark` is « answered »."""

    item: str
    topic: str
    axis: str
    facet: Facet
    mark: Literal["answered", "dont_know", "not_applicable", "unanswered"]
    level: Level | None
    evidence: str | None


class Support(Block):
    """An entry of the pack that a step points to.

    `state` is that of a tool under the seven-year rule on the day of the reading; null for stories and courses.
    """

    kind: Literal["tool", "story", "course"]
    id: str
    name: str
    state: Literal["shared", "young", "one_context", "unknown_start"] | None = None


class Step(Block):
    """One of the next steps, in words; the facts behind it are in `reading.recommendations`."""

    recommendation: str
    rank: int
    name: str
    topic: str
    first_step: str
    why: str
    items: list[str]
    removed_by: list[str]
    effort: str
    caution: str
    supports: list[Support]


class Rule(Block):
    """A number of the release that the computation used."""

    id: str
    name: str
    value: float
    meaning: str


class Estimate(Block):
    """A value with its interval, or the reason why there is none."""

    value: float | None
    n: int
    se: float | None
    lower: float | None
    upper: float | None
    df: int | None
    refused: str | None
    interval_refused: str | None


class Distribution(Block):
    """Answers to an item: how many on each level from 0 to 4, and how many gave none."""

    counts: Annotated[list[int], Field(min_length=5, max_length=5)]
    dont_know: int
    not_applicable: int
    unanswered: int
    median: Score | None
    bimodal: bool
    dont_know_share: Share | None


class ItemReading(Block):
    """One item."""

    item: str
    topic: str
    axis: str
    facet: Facet
    score: Estimate
    distribution: Distribution


class TopicReading(Block):
    """One topic."""

    topic: str
    axis: str
    score: Estimate


class Pattern(Block):
    """A coherence pattern that holds; `gap` is null for the aligned ones."""

    pattern: str
    higher: Facet | None
    lower: Facet | None
    gap: Estimate | None
    removed_by: float | None


class Facets(Block):
    """One estimate a facet."""

    vision: Estimate
    action: Estimate
    means: Estimate


class AxisReading(Block):
    """One axis."""

    axis: str
    answered: int
    asked: int
    facets: Facets
    maturity: Estimate
    stage: str | None
    coherence: Estimate
    patterns: list[Pattern]


class Scope(Block):
    """The reading in one circle, or over all of them when `circle` is null."""

    circle: str | None
    respondents: int
    organisations: int
    profile: Facets
    axes: list[AxisReading]
    topics: list[TopicReading]
    items: list[ItemReading]


class Headline(Block):
    """The sentence above the reading."""

    id: str
    text: dict[Literal["fr", "en"], str] | None


class Priority(Block):
    """(target − score) × importance × leverage, with its three factors."""

    topic: str
    axis: str
    score: Score
    target: Score
    shortfall: float
    importance: float
    leverage: float
    value: float


class Cause(Block):
    """A fact that a recommendation rests on, and the items behind it."""

    fact: str
    subject: str
    value: float | None
    at_most: float | None
    at_least: float | None
    items: list[str]


class Recommendation(Block):
    """A recommendation that holds, most useful first."""

    recommendation: str
    topic: str
    axis: str
    priority: float
    causes: list[Cause]


class Reading(Block):
    """Every number of the reading, as computed; the same structure as the output of `cordee score --format json`."""

    form: str
    respondents: int
    organisations: int
    headline: Headline
    overall: Scope
    circles: list[Scope]
    priorities: list[Priority]
    recommendations: list[Recommendation]


class ResultDocument(Block):
    """A result of a diagnosis, as Cordée gives it. Every key is always there."""

    format: Literal["cordee-result/1"]
    made_by: MadeBy
    release: Release
    form: str
    language: Literal["fr", "en"]
    day: Annotated[date, Field(strict=False)]
    headline: str
    standing: str
    certainty: str
    answers: list[Answer]
    importance: dict[str, Level]
    context: dict[str, str] | None
    steps: list[Step]
    rules: list[Rule]
    limits: list[str]
    reading: Reading


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema of a result."""
    return schema_of(ResultDocument, f"{TITLE}, {FORMAT}")


def schema_of(document: type[Block], title: str) -> dict[str, Any]:
    """Return the JSON Schema of a document, under its title."""
    return {"$schema": DIALECT, **document.model_json_schema(mode="validation"), "title": title}


def schema_document() -> str:
    """Write the schema as text, the same each time; the copy in docs is this text."""
    return written(result_schema())


def written(schema: dict[str, Any]) -> str:
    """Write a schema as text, keys in order."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_document())
