"""A whole pack: its card, its instrument and rules, and everything they refer to."""

from typing import Annotated

from pydantic import Field

from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.compass import Compass, CompassQuestion, Door, Node, Waypoint
from cordee.core.packs.courses import Course
from cordee.core.packs.impacts import Impact
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.library import Source, Story, Term, Tool
from cordee.core.packs.referential import Cell, Criterion, EvaluationObject
from cordee.core.packs.rules import Recommendation, Scoring
from cordee.core.packs.selector import ApproachAdvice, Method, Selector, SelectorQuestion
from cordee.core.packs.text import Identifier, Line, Part, Text, Version


class Change(Part):
    """What a version brought, in words for its readers."""

    version: Version
    summary: Text


class PackCard(Part):
    """What a pack says of itself; the file `pack.yaml`."""

    id: Identifier
    version: Version
    name: Text
    summary: Text
    licence: Line
    authors: Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
    changes: Annotated[tuple[Change, ...], Field(min_length=1, strict=False)]


class Pack(Part):
    """A pack as one document, in a stable order: the content of a release."""

    card: PackCard
    instrument: Instrument
    scoring: Scoring
    recommendations: Annotated[tuple[Recommendation, ...], Field(strict=False)] = ()
    terms: Annotated[tuple[Term, ...], Field(strict=False)] = ()
    tools: Annotated[tuple[Tool, ...], Field(strict=False)] = ()
    stories: Annotated[tuple[Story, ...], Field(strict=False)] = ()
    impacts: Annotated[tuple[Impact, ...], Field(strict=False)] = ()
    objects: Annotated[tuple[EvaluationObject, ...], Field(strict=False)] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(strict=False)] = ()
    cells: Annotated[tuple[Cell, ...], Field(strict=False)] = ()
    courses: Annotated[tuple[Course, ...], Field(strict=False)] = ()
    waypoints: Annotated[tuple[Waypoint, ...], Field(strict=False)] = ()
    doors: Annotated[tuple[Door, ...], Field(strict=False)] = ()
    compass_questions: Annotated[tuple[CompassQuestion, ...], Field(strict=False)] = ()
    compass_nodes: Annotated[tuple[Node, ...], Field(strict=False)] = ()
    selector_questions: Annotated[tuple[SelectorQuestion, ...], Field(strict=False)] = ()
    methods: Annotated[tuple[Method, ...], Field(strict=False)] = ()
    approach_advice: Annotated[tuple[ApproachAdvice, ...], Field(strict=False)] = ()
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    cases: Annotated[tuple[WorkedCase, ...], Field(strict=False)] = ()

    @property
    def compass(self) -> Compass | None:
        """The compass as one value; None when the pack has none."""
        if not self.compass_nodes:
            return None
        return Compass(self.compass_questions, self.compass_nodes, self.doors, self.waypoints)

    @property
    def selector(self) -> Selector | None:
        """The method selector as one value; None when the pack has none."""
        if not self.methods:
            return None
        return Selector(self.selector_questions, self.methods, self.approach_advice)
