"""The compass as data: its questions, the nodes that branch on answers, the doors with their routes, the waypoints."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cordee.core.packs.impacts import ImpactId
from cordee.core.packs.library import Choices
from cordee.core.packs.text import Identifier, Identifiers, Part, Text

PageId = Literal[
    "express",
    "example",
    "example_360",
    "prepare_360",
    "method",
    "figures",
    "words",
    "impacts",
    "referential",
    "selector",
    "toolbox",
    "seven_years",
    "stories",
    "courses",
]
"""Pages of the site that are no entry of a pack; where each is read is the business of the site."""

KINDS_OF_TARGET = ("page", "term", "tool", "story", "course", "impact", "axis")


class Target(Part):
    """Something that exists, to go to: exactly one page or entry; a course may name one of its steps."""

    page: PageId | None = None
    term: Identifier | None = None
    tool: Identifier | None = None
    story: Identifier | None = None
    course: Identifier | None = None
    step: Identifier | None = None
    impact: ImpactId | None = None
    axis: Identifier | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> "Target":
        given = [name for name in KINDS_OF_TARGET if getattr(self, name) is not None]
        if len(given) != 1 or (self.step is not None and given != ["course"]):
            raise PydanticCustomError("target_shape", "a target names one of: {names}", {"names": _listed()})
        return self

    @property
    def kind(self) -> str:
        """Which of the kinds of target is named."""
        return next(name for name in KINDS_OF_TARGET if getattr(self, name) is not None)

    @property
    def id(self) -> str:
        """The id of what is named, within its kind."""
        return str(getattr(self, self.kind))


def _listed() -> str:
    return ", ".join(KINDS_OF_TARGET)


class CompassChoice(Part):
    """One answer to a question of the compass; `stage` is the stage of maturity it stands for, if it does."""

    id: Identifier
    name: Text
    stage: Identifier | None = None


class CompassQuestion(Part):
    """A question of the compass, with the reason for asking it."""

    id: Identifier
    question: Text
    why: Text
    choices: Annotated[tuple[CompassChoice, ...], Field(min_length=2, strict=False)]


class Branch(Part):
    """Where some answers to a question lead, and why: to another node or, at the end, to a door."""

    choices: Choices
    node: Identifier | None = None
    door: Identifier | None = None
    because: Text

    @model_validator(mode="after")
    def _leads_to_one_place(self) -> "Branch":
        if (self.node is None) == (self.door is None):
            raise PydanticCustomError("branch_end", "a branch leads to a node or to a door")
        return self


class Node(Part):
    """A fork of the graph: the question that is looked at here, and its branches. The first node is the start."""

    id: Identifier
    question: Identifier
    branches: Annotated[tuple[Branch, ...], Field(min_length=2, strict=False)]


class RouteStep(Part):
    """A first, second or third step of a route (its `rank`), taken when the answer to `question` is among `choices`.

    Steps of a rank are tried in the order they are written; the last of each rank has no condition.
    """

    id: Identifier
    rank: int
    name: Text
    why: Text
    minutes: int
    to: Target
    question: Identifier | None = None
    choices: Identifiers = ()

    @model_validator(mode="after")
    def _has_a_whole_condition(self) -> "RouteStep":
        if (self.question is None) != (not self.choices):
            raise PydanticCustomError("half_condition", "question and choices go together")
        return self


class Door(Part):
    """A way in: what one finds behind it, the waypoint it stands at, the page it opens, the route of three steps."""

    id: Identifier
    name: Text
    summary: Text
    waypoint: Identifier
    to: Target
    route: Annotated[tuple[RouteStep, ...], Field(min_length=3, strict=False)]


class Waypoint(Part):
    """One of the stages that those who make an alliance go through, with the question that it answers."""

    id: Identifier
    name: Text
    question: Text
    summary: Text
    status: Literal["working_definition", "sourced"]
    sources: Identifiers = ()


@dataclass(frozen=True, slots=True)
class Compass:
    """The compass of a pack; the first of its nodes is where one starts."""

    questions: Sequence[CompassQuestion]
    nodes: Sequence[Node]
    doors: Sequence[Door]
    waypoints: Sequence[Waypoint]

    def question(self, question_id: str) -> CompassQuestion:
        """Return the question of that id. KeyError: there is none."""
        return {question.id: question for question in self.questions}[question_id]

    def node(self, node_id: str) -> Node:
        """Return the node of that id. KeyError: there is none."""
        return {node.id: node for node in self.nodes}[node_id]

    def door(self, door_id: str) -> Door:
        """Return the door of that id. KeyError: there is none."""
        return {door.id: door for door in self.doors}[door_id]
