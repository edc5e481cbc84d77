"""The seven-year rule: whether a tool may be called shared, and if not, what it lacks and until when.

A tool is shared from the seventh anniversary of its first documented experiment, once two independent contexts have
tried it. Before, it is on trial, and says so. The rule is Le RAMEAU’s; decision record 0019 says how it is counted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from cordee.core.folding import folded
from cordee.core.packs.dates import Precision, last_day, precision
from cordee.core.packs.library import Tool
from cordee.core.packs.text import Text

YEARS = 7
"""Years between the first documented experiment and the day a tool may be shared."""

State = Literal["shared", "young", "one_context", "unknown_start"]
Missing = Literal["start", "years", "context"]

_BETWEEN_NAMES = re.compile(r"[,;&/+]|\bet\b|\band\b")
_BESIDE_A_NAME = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Start:
    """When a tool was first used: as it is written, and the last day that this may stand for."""

    written: str
    day: date

    @property
    def precision(self) -> Precision:
        """How closely the date is known."""
        return precision(self.written)


@dataclass(frozen=True, slots=True)
class Experiment:
    """One documented experiment: who ran it, where, and the day from which it is certain (None: no date is known)."""

    by: str
    where: Text | None
    day: date | None


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The rule in calendar years: the day it would share the tool from, and whether it does today."""

    since: date | None
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Ripeness:
    """What the rule says of a tool on one day.

    `age` is in full years since the start, at least; `seven_years_on` is the anniversary; `shared_from` the day from
    which the tool is shared, or will be, with the experiments known today: None while one of the conditions cannot be
    dated. `proof` holds the two independent experiments, when there are two.
    """

    state: State
    missing: tuple[Missing, ...]
    start: Start | None
    age: int | None
    seven_years_on: date | None
    shared_from: date | None
    experiments: tuple[Experiment, ...]
    proof: tuple[Experiment, ...]
    other: OtherReading

    @property
    def is_shared(self) -> bool:
        """Whether the tool may be called shared."""
        return self.state == "shared"


def ripeness(tool: Tool, today: date) -> Ripeness:
    """Say whether a tool is shared on a day.

    Meaning: shared when `today` is on or after the seventh anniversary of the first use, and two experiments known by
    then were run by different people. The first use counts as one of them when a source attests it; so does each
    trial. A first use without a date or without a source is an unknown start: the tool is not shared, whatever else is
    known. A date known by its year or month only counts from its last possible day. The anniversary of a 29 February
    is a 1 March. The other reading counts calendar years: from 1 January of the seventh year after that of the start.
    Units: days and full years. Range: once shared, shared on every later day. Errors: ValueError for a date that is
    not in the calendar, which a checked pack never holds.

    >>> from cordee.core.packs.library import FirstUse, Trial
    >>> word = Text(fr="x", en="x")
    >>> tool = Tool.model_construct(
    ...     author="Le RAMEAU",
    ...     first_use=FirstUse(date="2018-06", sources=("s01",)),
    ...     trials=(Trial(where=word, by="La Poste", sources=("s02",)),),
    ... )
    >>> ripe = ripeness(tool, date(2025, 6, 29))
    >>> ripe.state, ripe.age, ripe.missing, ripe.shared_from.isoformat(), ripe.other.since.isoformat()
    ('young', 6, ('years',), '2025-06-30', '2025-01-01')
    >>> ripeness(tool, date(2025, 6, 30)).state
    'shared'
    """
    known = documented_experiments(tool)
    start = start_of(tool)
    proved_from = _proved_from(known)
    seven = years_after(start.day, YEARS) if start else None
    calendar = date(min(start.day.year + YEARS, date.max.year), 1, 1) if start else None
    proof = first_independent(one for one in known if one.day is None or one.day <= today)
    missing = _missing(seven, proof, today)
    return Ripeness(
        state=_state(missing),
        missing=missing,
        start=start,
        age=full_years(start.day, today) if start else None,
        seven_years_on=seven,
        shared_from=max(seven, proved_from) if seven and proved_from else None,
        experiments=known,
        proof=proof,
        other=OtherReading(calendar, bool(proof) and calendar is not None and today >= calendar),
    )


def start_of(tool: Tool) -> Start | None:
    """Return the first documented use; None when it has no date, or no source to attest it."""
    use = tool.first_use
    return Start(use.date, last_day(use.date)) if use.date and use.sources else None


def documented_experiments(tool: Tool) -> tuple[Experiment, ...]:
    """Return the first use, when a source attests it, then the trials, in the order of the pack."""
    use = tool.first_use
    first: tuple[Experiment, ...] = ()
    if use.sources:
        first = (Experiment(tool.author, use.place, last_day(use.date) if use.date else None),)
    trials = (Experiment(one.by, one.where, last_day(one.date) if one.date else None) for one in tool.trials)
    return (*first, *trials)


def names_in(by: str) -> frozenset[str]:
    """Return the people and organisations that a line names, as words that can be compared.

    What stands between brackets is left out.

    >>> sorted(names_in("Rick Davies, Jess Dart")), sorted(names_in("T. Hamilton (1968)"))
    (['jess dart', 'rick davie'], ['t hamilton'])
    """
    pieces = _BETWEEN_NAMES.split(_BESIDE_A_NAME.sub(" ", by))
    return frozenset(name for name in (folded(piece) for piece in pieces) if name)


def independent(one: Experiment, other: Experiment) -> bool:
    """Say whether two experiments have nobody in common; one that names nobody is independent of none.

    A name inside a longer one is the same people: « BP » and « BP exploration team », « Ury » and « William Ury ».

    >>> independent(Experiment("RATP", None, None), Experiment("RATP et Louvre-Lens", None, None))
    False
    >>> independent(Experiment("Roger Fisher, William Ury", None, None), Experiment("B, Ury", None, None))
    False
    """
    here, there = names_in(one.by), names_in(other.by)
    return bool(here and there) and not any(_same_people(name, second) for name in here for second in there)


def _same_people(name: str, other: str) -> bool:
    """Say whether the words of one name stand together inside the other."""
    return f" {name} " in f" {other} " or f" {other} " in f" {name} "


def first_independent(experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Return the first two experiments that are independent of each other; nothing when no two are."""
    return next((pair for pair in combinations(experiments, 2) if independent(*pair)), ())


def years_after(day: date, years: int) -> date:
    """Return the anniversary of a day; that of a 29 February is a 1 March, where the year has none.

    Past the end of the calendar, its last day.

    >>> years_after(date(2016, 2, 29), 7).isoformat(), years_after(date(2016, 2, 29), 8).isoformat()
    ('2023-03-01', '2024-02-29')
    """
    year = day.year + years
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def full_years(since: date, today: date) -> int:
    """Return the full years between two days; 0 when the first is still to come.

    >>> full_years(date(2016, 2, 29), date(2023, 2, 28)), full_years(date(2016, 2, 29), date(2023, 3, 1))
    (6, 7)
    """
    not_yet = (today.month, today.day) < (since.month, since.day)
    return max(0, today.year - since.year - not_yet)


def _missing(seven: date | None, proof: tuple[Experiment, ...], today: date) -> tuple[Missing, ...]:
    lacks: list[Missing] = []
    if seven is None:
        lacks.append("start")
    elif today < seven:
        lacks.append("years")
    if not proof:
        lacks.append("context")
    return tuple(lacks)


def _state(missing: tuple[Missing, ...]) -> State:
    if not missing:
        return "shared"
    states: dict[Missing, State] = {"start": "unknown_start", "years": "young", "context": "one_context"}
    return states[missing[0]]


def _proved_from(experiments: tuple[Experiment, ...]) -> date | None:
    """Return the day from which two independent experiments are known; undated ones were always known."""
    days = [
        max(one.day or date.min, other.day or date.min)
        for one, other in combinations(experiments, 2)
        if independent(one, other)
    ]
    return min(days, default=None)
