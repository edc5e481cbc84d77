"""A session agenda made from a reading: what diverges most becomes what is talked about, minute by minute."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from cordee.core.packs.instrument import FacetId
from cordee.core.reading import AxisReading, ItemReading, PerceptionGap, Reading

SlotKind = Literal["welcome", "read_alone", "discuss", "choose", "decide", "act", "close"]
Reason = Literal["opposition", "blind_spot", "hidden_strength", "incoherence", "low_agreement", "priority"]

USUAL, SHORTEST, LONGEST = 90, 45, 180
FEWEST_SUBJECTS, MOST_SUBJECTS = 3, 5
SHORTEST_TALK = 7

PLAN: tuple[tuple[SlotKind, int], ...] = (
    ("welcome", 5),
    ("read_alone", 10),
    ("discuss", 45),
    ("decide", 10),
    ("act", 15),
    ("close", 5),
)
"""The minutes of a session of 90; another length keeps the proportions."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to talk about, and why. `value` is what the reason measures, in levels, but for a priority.

    An opposition and a low agreement: the mean deviation of the answers, None under three people; a gap of perception
    and an incoherence: the signed gap; a priority: its value (docs/measures, « priorities »). `topic`, `item` and
    `facet` are None where the reason is about a whole axis.
    """

    reason: Reason
    axis: str
    topic: str | None
    item: str | None
    facet: FacetId | None
    value: float | None
    pattern: str | None = None
    higher: FacetId | None = None
    lower: FacetId | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment of the session: it starts `starts` minutes in and lasts `minutes`; `subject` when there is one."""

    kind: SlotKind
    starts: int
    minutes: int
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A session. `diverges` is False when nothing does: the subjects are then priorities, and that is said.

    `set_aside` are the divergences there was no time for, so that the facilitator can exchange one for another.
    """

    minutes: int
    diverges: bool
    slots: tuple[Slot, ...]
    set_aside: tuple[Subject, ...]


def agenda_of(reading: Reading, minutes: int = USUAL) -> Agenda:
    """Return the agenda of a session of `minutes`, 45 to 180, whose slots add up to exactly that.

    Subjects are taken in turn from each kind of divergence, the widest of a kind first: oppositions (two camps, nobody
    between), gaps of perception (blind spots and hidden strengths), incoherences, then questions without agreement. A
    topic or an axis comes once. There are 3 to 5 of them, never shorter than 7 minutes; priorities fill up to 3, fewer
    when the reading has no more. With neither divergence nor priority, one slot « choose » lets the group name its own.
    The same reading gives the same agenda. Raises ValueError for another length.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise ValueError(f"a session lasts {SHORTEST} to {LONGEST} minutes, not {minutes}")
    shares = dict(zip((kind for kind, _ in PLAN), apportioned(minutes, [share for _, share in PLAN]), strict=True))
    found = divergences(reading)
    most = min(MOST_SUBJECTS, shares["discuss"] // SHORTEST_TALK)
    subjects = found[:most]
    if len(subjects) < FEWEST_SUBJECTS:
        subjects = _once([*subjects, *_priorities(reading)])[:FEWEST_SUBJECTS]
    return Agenda(minutes, bool(found), _slots(shares, subjects), tuple(found[most:]))


def divergences(reading: Reading) -> list[Subject]:
    """Return what diverges in a reading, in the order it should be talked about, each topic or axis once."""
    overall = reading.overall
    kinds = (
        _widest(_opposition(item) for item in overall.items if item.distribution.bimodal),
        _widest(_perception(gap, reading) for gap in reading.perception if gap.kind),
        _widest(subject for axis in overall.axes for subject in _incoherences(axis)),
        _widest(_low_agreement(item) for item in overall.items if item.agreement.agrees is False),
    )
    return _once(subject for turn in zip_longest(*kinds) for subject in turn if subject)


def apportioned(total: int, shares: Sequence[int]) -> list[int]:
    """Split a whole number in proportion to shares, by largest remainder; it adds up to exactly the total.

    Ties go to the first. Source: the method of Hamilton.

    >>> apportioned(45, [5, 10, 45, 10, 15, 5])
    [3, 5, 23, 5, 7, 2]
    """
    whole = sum(shares)
    parts = [total * share // whole for share in shares]
    remainders = [total * share % whole for share in shares]
    for place in sorted(range(len(shares)), key=lambda place: -remainders[place])[: total - sum(parts)]:
        parts[place] += 1
    return parts


def _slots(shares: dict[SlotKind, int], subjects: Sequence[Subject]) -> tuple[Slot, ...]:
    """Lay the moments one after the other; the strongest subjects take the minutes that are left over."""
    moments: list[tuple[SlotKind, int, Subject | None]] = []
    for kind, minutes in shares.items():
        if kind != "discuss":
            moments.append((kind, minutes, None))
        elif subjects:
            each = apportioned(minutes, [1] * len(subjects))
            moments += [("discuss", part, subject) for part, subject in zip(each, subjects, strict=True)]
        else:
            moments.append(("choose", minutes, None))
    slots, starts = [], 0
    for kind, minutes, subject in moments:
        slots.append(Slot(kind, starts, minutes, subject))
        starts += minutes
    return tuple(slots)


def _widest(subjects: Iterable[Subject]) -> list[Subject]:
    """Widest first; ties keep the order of the form."""
    return sorted(subjects, key=lambda subject: -round(abs(subject.value or 0.0), 9))


def _once(subjects: Iterable[Subject]) -> list[Subject]:
    """Keep the first subject on each topic, and the first on each axis as a whole."""
    kept: dict[tuple[str, str | None], Subject] = {}
    for subject in subjects:
        kept.setdefault((subject.axis, subject.topic), subject)
    return list(kept.values())


def _opposition(item: ItemReading) -> Subject:
    return Subject("opposition", item.axis, item.topic, item.item, item.facet, item.agreement.ad)


def _low_agreement(item: ItemReading) -> Subject:
    return Subject("low_agreement", item.axis, item.topic, item.item, item.facet, item.agreement.ad)


def _perception(gap: PerceptionGap, reading: Reading) -> Subject:
    axis = reading.overall.topic(gap.topic).axis
    reason: Reason = "blind_spot" if gap.kind == "blind_spot" else "hidden_strength"
    return Subject(reason, axis, gap.topic, gap.item, gap.facet, gap.gap.value)


def _incoherences(axis: AxisReading) -> Iterable[Subject]:
    """Patterns of an axis whose gap may be spoken of: its interval excludes 0, or cannot be known."""
    for pattern in axis.patterns:
        gap = pattern.gap
        if gap is not None and gap.value is not None and (gap.interval_refused is not None or gap.excludes(0)):
            yield Subject(
                "incoherence", axis.axis, None, None, None, gap.value, pattern.pattern, pattern.higher, pattern.lower
            )


def _priorities(reading: Reading) -> Iterable[Subject]:
    for priority in reading.priorities:
        if priority.value > 0:
            yield Subject("priority", priority.axis, priority.topic, None, None, priority.value)
