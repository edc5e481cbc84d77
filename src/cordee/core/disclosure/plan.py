"""The plan of a publication: who is read with whom, and what is left out; decided once, frozen, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cordee.core.disclosure.rule import CellVerdict, Hiding

JOINED = "+"
"""Stands between the circles of a group that are read together; no identifier of a circle holds it."""

Roll = Mapping[str, Mapping[str, int]]
"""How many people each organisation has in each circle: circle → organisation → people."""


@dataclass(frozen=True, slots=True)
class Block:
    """Organisations of a group whose people weigh together: their plain mean counts for as many as they are.

    `name` says nothing of who they are; the same organisations have the same name in every group.
    """

    name: str
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Circles that are read as one, alone or together, and what is left out there.

    `respondents` and `organisations` are how many gave at least one level. `masked_items` were answered by too few,
    `masked_topics` have an importance said by too few.
    """

    circles: tuple[str, ...]
    respondents: int
    organisations: int
    blocks: tuple[Block, ...]
    masked_items: tuple[str, ...] = ()
    masked_topics: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What stands for the circle in a reading: « teams », or « beneficiaries+funders »."""
        return JOINED.join(self.circles)

    @property
    def pooled(self) -> bool:
        """Whether several circles are read together."""
        return len(self.circles) > 1


@dataclass(frozen=True, slots=True)
class HiddenCircle:
    """A circle that is not read alone: what is there, and the circles it is read with, if any.

    A circle whose verdict is « shown » would be large enough: it is read with others so that these may appear.
    """

    circle: str
    verdict: CellVerdict
    read_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What may be published of a table of answers. `is_open`: everything, as it is.

    `whole` is the verdict on all who gave a level; `organisations_hidden` says why organisations are not read one by
    one, None where they are. `items` and `topics` are those the plan was made for, `roll` the people: the plan holds
    for these and no others.
    """

    is_open: bool
    own_circle: str | None
    groups: tuple[Group, ...]
    hidden: tuple[HiddenCircle, ...]
    organisations_hidden: Hiding | None
    whole: CellVerdict
    items: tuple[str, ...]
    topics: tuple[str, ...]
    roll: Roll

    @property
    def respondents(self) -> int:
        """How many gave at least one level."""
        return self.whole.respondents

    @property
    def organisations(self) -> int:
        """How many organisations they belong to."""
        return self.whole.organisations

    @property
    def nothing_shown(self) -> bool:
        """Whether all together are too few, so that nothing appears at all."""
        return not self.groups

    @property
    def organisations_shown(self) -> bool:
        """Whether organisations are read one by one."""
        return self.organisations_hidden is None and not self.nothing_shown

    @property
    def own_circle_alone(self) -> bool:
        """Whether the circle that looks at itself is read alone, so that it can be compared with the others."""
        return any(group.circles == (self.own_circle,) for group in self.groups)

    def group_of(self, circle: str) -> Group | None:
        """Return the group that a circle is read in, None when it does not appear."""
        return next((group for group in self.groups if circle in group.circles), None)

    def labelled(self, label: str) -> Group:
        """Return the group that a label of a reading stands for, or raise KeyError."""
        return {group.label: group for group in self.groups}[label]

    def to_json(self) -> dict[str, Any]:
        """Return the plan as lists, blocks, text, numbers, booleans and null."""
        return {
            "is_open": self.is_open,
            "own_circle": self.own_circle,
            "groups": [_group_json(group) for group in self.groups],
            "hidden": [
                {"circle": one.circle, "verdict": one.verdict.as_json(), "read_with": list(one.read_with)}
                for one in self.hidden
            ],
            "organisations_hidden": self.organisations_hidden,
            "whole": self.whole.as_json(),
            "items": list(self.items),
            "topics": list(self.topics),
            "roll": {circle: dict(people) for circle, people in self.roll.items()},
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Plan":
        """Read a plan written by `to_json`; KeyError where a value is missing."""
        why = values["organisations_hidden"]
        return cls(
            is_open=values["is_open"],
            own_circle=values["own_circle"],
            groups=tuple(_group_from(each) for each in values["groups"]),
            hidden=tuple(
                HiddenCircle(each["circle"], CellVerdict.from_json(each["verdict"]), tuple(each["read_with"]))
                for each in values["hidden"]
            ),
            organisations_hidden=None if why is None else Hiding(why),
            whole=CellVerdict.from_json(values["whole"]),
            items=tuple(values["items"]),
            topics=tuple(values["topics"]),
            roll={circle: dict(people) for circle, people in values["roll"].items()},
        )


def _group_json(group: Group) -> dict[str, Any]:
    return {
        "circles": list(group.circles),
        "respondents": group.respondents,
        "organisations": group.organisations,
        "blocks": [{"name": block.name, "organisations": list(block.organisations)} for block in group.blocks],
        "masked_items": list(group.masked_items),
        "masked_topics": list(group.masked_topics),
    }


def _group_from(values: Mapping[str, Any]) -> Group:
    return Group(
        circles=tuple(values["circles"]),
        respondents=values["respondents"],
        organisations=values["organisations"],
        blocks=tuple(Block(each["name"], tuple(each["organisations"])) for each in values["blocks"]),
        masked_items=tuple(values["masked_items"]),
        masked_topics=tuple(values["masked_topics"]),
    )
