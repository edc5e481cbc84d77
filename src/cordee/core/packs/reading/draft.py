"""A draft: what could be read of a pack so far, and where each entry of it was written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.compass import CompassQuestion, Door, Node, Waypoint
from cordee.core.packs.courses import Course
from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.impacts import Impact
from cordee.core.packs.instrument import Axis, Instrument
from cordee.core.packs.library import Source, Story, Term, Tool
from cordee.core.packs.messages.shapes import named_kind
from cordee.core.packs.messages.wording import Said, suggestion
from cordee.core.packs.pack import Pack, PackCard
from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.reading.shapes import shape
from cordee.core.packs.referential import Cell, Criterion, EvaluationObject
from cordee.core.packs.rules import Recommendation, Scoring
from cordee.core.packs.selector import ApproachAdvice, Method, SelectorQuestion
from cordee.core.packs.text import Part

SINGLES: dict[str, type[Part]] = {"card": PackCard, "instrument": Instrument, "scoring": Scoring}
LISTS: dict[str, type[Part]] = {
    "recommendations": Recommendation,
    "terms": Term,
    "tools": Tool,
    "stories": Story,
    "courses": Course,
    "impacts": Impact,
    "objects": EvaluationObject,
    "criteria": Criterion,
    "cells": Cell,
    "waypoints": Waypoint,
    "doors": Door,
    "compass_questions": CompassQuestion,
    "compass_nodes": Node,
    "selector_questions": SelectorQuestion,
    "methods": Method,
    "approach_advice": ApproachAdvice,
    "sources": Source,
    "cases": WorkedCase,
}

Shaped = TypeVar("Shaped", bound=Part)
Axes = dict[str, tuple[Axis, Portion]]


@dataclass
class Draft:
    """The parts of a pack that have their shape.

    `unread` names the kinds of which an entry could not be read: what refers to them cannot be judged yet.
    `origins` says which portion each part comes from: `("card",)`, `("instrument", "axes", 0)`, `("tools", 3)`.
    """

    parts: dict[str, Part] = field(default_factory=dict)
    lists: dict[str, list[Part]] = field(default_factory=lambda: {kind: [] for kind in LISTS})
    unread: set[str] = field(default_factory=set)
    origins: dict[Path, Portion] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def one(self, kind: str, model: type[Shaped]) -> Shaped | None:
        """Return the card, the instrument or the scoring rules, or None when they could not be read."""
        part = self.parts.get(kind)
        return part if isinstance(part, model) else None

    def all(self, kind: str, model: type[Shaped]) -> list[Shaped]:
        """Return the entries of a collection that could be read, in their order."""
        return [part for part in self.lists[kind] if isinstance(part, model)]

    def place(self, path: Path, at_key: bool = False) -> Place:
        """Return where a path of the pack was written."""
        for length in range(len(path), 0, -1):
            portion = self.origins.get(path[:length])
            if portion:
                return portion.locate(path[length:], at_key)
        return Place()

    def pack(self) -> Pack | None:
        """Return the whole pack, or None when some of it could not be read."""
        if self.unread or len(self.parts) < len(SINGLES):
            return None
        return Pack.model_validate({**self.parts, **{kind: tuple(parts) for kind, parts in self.lists.items()}})


def draft_of(portions: Sequence[Portion], unread: Iterable[str] = ()) -> Draft:
    """Give every portion its shape and put the axes into the instrument.

    Shapes: portions in any order of kinds, in order within a kind; a draft out, with the faults found.
    """
    draft = Draft(unread=set(unread))
    axes = _shape_axes(draft, [one for one in portions if one.kind == "axis"])
    for portion in portions:
        if portion.kind == "instrument":
            _shape_instrument(draft, portion, axes)
        elif portion.kind != "axis":
            _shape_entry(draft, portion)
    return draft


def _shape_entry(draft: Draft, portion: Portion) -> None:
    part = _shaped(draft, portion, SINGLES.get(portion.kind) or LISTS[portion.kind])
    if part is None:
        return
    if portion.kind in SINGLES:
        draft.parts[portion.kind] = part
        draft.origins[portion.kind,] = portion
    else:
        draft.origins[portion.kind, len(draft.lists[portion.kind])] = portion
        draft.lists[portion.kind].append(part)


def _shaped(draft: Draft, portion: Portion, model: type[Shaped]) -> Shaped | None:
    part, faults = shape(model, portion)
    if part is not None:
        faults = list(_misnamed(portion, part))
    draft.faults.extend(faults)
    if faults:
        draft.unread.add(portion.kind)
    return part


def _misnamed(portion: Portion, part: Part) -> Iterable[Fault]:
    given = getattr(part, "id", None)
    if portion.named_after is not None and given != portion.named_after:
        yield fault("file-name-differs", portion.locate(("id",), False), id=str(given), expected=f"{given}.yaml")


def _shape_axes(draft: Draft, portions: Sequence[Portion]) -> Axes:
    axes: Axes = {}
    for portion in portions:
        axis = _shaped(draft, portion, Axis)
        if axis is not None and axis.id in axes:
            first = axes[axis.id][1].locate(("id",), False)
            draft.faults.append(_taken(axis.id, portion, first))
        elif axis is not None:
            axes[axis.id] = (axis, portion)
    return axes


def _taken(axis_id: str, portion: Portion, first: Place) -> Fault:
    where = Said(first.in_("fr"), first.in_("en"))
    return fault("duplicate-id", portion.locate(("id",), False), ("id",), id=axis_id, where=where)


def _shape_instrument(draft: Draft, portion: Portion, axes: Axes) -> None:
    """Read the instrument with the axes it lists; not at all when one of them could not be read."""
    names = _axis_names(draft, portion)
    if names is None:
        draft.unread.add("instrument")
        return
    draft.faults.extend(_unmatched_axes(portion, names, axes, "axis" in draft.unread))
    listed = [axes[name] for name in dict.fromkeys(names) if name in axes]
    shell = portion.data if isinstance(portion.data, dict) else {}
    instrument, faults = shape(Instrument, portion, {**shell, "axes": [axis for axis, _ in listed]})
    if len(listed) < len(set(names)):
        # The list is too short only because an axis is missing, which is said elsewhere.
        instrument, faults = None, [one for one in faults if one.path != "axes"]
    draft.faults.extend(faults)
    if instrument is None:
        draft.unread.add("instrument")
        return
    draft.parts["instrument"] = instrument
    draft.origins["instrument",] = portion
    draft.origins.update({("instrument", "axes", number): origin for number, (_, origin) in enumerate(listed)})


def _axis_names(draft: Draft, portion: Portion) -> list[str] | None:
    if not isinstance(portion.data, dict) or "axes" not in portion.data:
        draft.faults.extend(shape(Instrument, portion)[1])
        return None
    names = portion.data["axes"]
    if not isinstance(names, list):
        draft.faults.append(fault("not-a-list", portion.locate(("axes",), False), ("axes",), found=named_kind(names)))
        return None
    odd = [number for number, name in enumerate(names) if not isinstance(name, str)]
    for number in odd:
        place = portion.locate(("axes", number), False)
        draft.faults.append(fault("not-text", place, ("axes", number), found=named_kind(names[number])))
    return None if odd else [str(name) for name in names]


def _unmatched_axes(portion: Portion, names: list[str], axes: Axes, unread: bool) -> Iterable[Fault]:
    for number, name in enumerate(names):
        path: Path = ("axes", number)
        if name in names[:number]:
            yield fault("cited-twice", portion.locate(path, False), path, id=name)
        elif name not in axes and not unread:
            proposal = suggestion(name, sorted(axes))
            yield fault("missing-axis-file", portion.locate(path, False), path, id=name, suggestion=proposal)
    for name, (_, origin) in axes.items():
        if name not in names:
            yield fault("unused-axis-file", origin.locate(("id",), False), ("id",), id=name)
