"""The agenda of a session as it is kept: drawn once from what was published, then arranged by hand until it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cordee.apps.diagnosis.bridge import as_json, from_json
from cordee.core.agenda import Agenda, Slot, SlotKind, Subject

FEWEST_MINUTES, MOST_MINUTES = 1, 120


@dataclass(frozen=True, slots=True)
class KeptSlot:
    """A moment of the session; `id` names it whatever its place, `note` is a word of the facilitator about it."""

    id: str
    kind: SlotKind
    minutes: int
    subject: Subject | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptAgenda:
    """The moments in their order, whether anything diverged, and what was set aside for want of time."""

    diverges: bool
    slots: tuple[KeptSlot, ...]
    set_aside: tuple[Subject, ...] = ()

    @classmethod
    def of(cls, agenda: Agenda) -> KeptAgenda:
        """Keep an agenda that was just drawn."""
        slots = (KeptSlot(f"s{place}", one.kind, one.minutes, one.subject) for place, one in enumerate(agenda.slots, 1))
        return cls(agenda.diverges, tuple(slots), agenda.set_aside)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> KeptAgenda:
        """Read back what `to_json` wrote."""
        return from_json(cls, document)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the database."""
        return as_json(self)

    @property
    def minutes(self) -> int:
        """How long the moments last together."""
        return sum(slot.minutes for slot in self.slots)

    def timed(self) -> tuple[Slot, ...]:
        """Return the moments with the minute each starts at."""
        starts, timed = 0, []
        for slot in self.slots:
            timed.append(Slot(slot.kind, starts, slot.minutes, slot.subject))
            starts += slot.minutes
        return tuple(timed)

    def as_drawn(self) -> Agenda:
        """Return the agenda as the pure floor speaks of it."""
        return Agenda(self.minutes, self.diverges, self.timed(), self.set_aside)

    def place_of(self, slot_id: str) -> int:
        """Return the place of a moment, or raise KeyError."""
        for place, slot in enumerate(self.slots):
            if slot.id == slot_id:
                return place
        raise KeyError(slot_id)

    def moved(self, slot_id: str, by: int) -> KeptAgenda:
        """Move a moment by some places; the ends stop it."""
        slots, place = list(self.slots), self.place_of(slot_id)
        slots.insert(min(max(place + by, 0), len(slots) - 1), slots.pop(place))
        return replace(self, slots=tuple(slots))

    def without(self, slot_id: str) -> KeptAgenda:
        """Take a moment out; its subject can be taken back. The last moment stays."""
        slot = self.slots[self.place_of(slot_id)]
        if len(self.slots) == 1:
            return self
        aside = (*self.set_aside, slot.subject) if slot.subject else self.set_aside
        return replace(self, slots=tuple(one for one in self.slots if one.id != slot_id), set_aside=aside)

    def annotated(self, slot_id: str, minutes: int, note: str) -> KeptAgenda:
        """Change how long a moment lasts and the word about it."""
        place = self.place_of(slot_id)
        slots = list(self.slots)
        slots[place] = replace(slots[place], minutes=minutes, note=note)
        return replace(self, slots=tuple(slots))

    def taken_back(self, place: int, minutes: int) -> KeptAgenda:
        """Talk about a subject that was set aside, after the last of those talked about; raises IndexError."""
        subject = self.set_aside[place]
        talked = [index for index, slot in enumerate(self.slots) if slot.subject]
        after = (talked[-1] if talked else 0) + 1
        slot = KeptSlot(self._free_id(), "discuss", minutes, subject)
        aside = tuple(one for index, one in enumerate(self.set_aside) if index != place)
        return replace(self, slots=(*self.slots[:after], slot, *self.slots[after:]), set_aside=aside)

    def _free_id(self) -> str:
        return f"s{max(int(slot.id[1:]) for slot in self.slots) + 1}"
