"""What a publication keeps beside its reading: voices of each layer, words that may be quoted, adjustment, trend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cordee.apps.diagnosis.bridge import as_json, from_json
from cordee.core.circle_effects import AxisAdjustment
from cordee.core.disclosure import PublishedWord
from cordee.core.reading import Reading
from cordee.core.trend import Trend
from cordee.core.voices import AxisVoice


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of a layer: a person or an organisation, what it says of each axis.

    `who` is the name of a person, empty for an organisation; `organisation` a public identifier; `circle` that of a
    person.
    """

    organisation: str
    axes: tuple[AxisVoice, ...]
    who: str = ""
    circle: str = ""

    def axis(self, axis_id: str) -> AxisVoice | None:
        """Return what the voice says of an axis, None when it says nothing."""
        return next((axis for axis in self.axes if axis.axis == axis_id), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a result stands on one axis, in short: what other alliances may be compared with, if this one consents."""

    axis: str
    maturity: float | None
    stage: str | None


@dataclass(frozen=True, slots=True)
class StoredLayers:
    """The layers of a publication, as computed at closing; each empty where it may not appear.

    `names` maps the public identifier of an organisation to its name on that day.
    """

    individuals: tuple[Voice, ...] = ()
    organisations: tuple[Voice, ...] = ()
    verbatims: tuple[PublishedWord, ...] = ()
    adjusted: tuple[AxisAdjustment, ...] = ()
    trend: Trend | None = None
    standings: tuple[Standing, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the database."""
        return as_json(self)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> StoredLayers:
        """Read back what `to_json` wrote; what an older publication did not have is empty."""
        return from_json(cls, document)


def standings_of(reading: Reading) -> tuple[Standing, ...]:
    """Return where a reading stands on each axis."""
    return tuple(Standing(axis.axis, axis.maturity.value, axis.stage) for axis in reading.overall.axes)
