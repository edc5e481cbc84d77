"""Where consenting alliances stand on each approach: shares of stages over whole batches, so that nothing subtracts.

A figure that is refreshed can be subtracted from the one before it: with one alliance more, the difference is that
alliance. So alliances do not enter one by one. They wait until a *batch* of them can be published by itself: ten at
least and, on every approach, two groups of stages or more, none held by fewer than the rule of confidentiality asks.
A batch enters whole and leaves whole, and a result enters once, ever. Batches never share a result, so whatever is
added or subtracted from all that was ever published is made of counts of whole batches, each of which could be shown.

An alliance that withdraws takes its batch along, at once; the others of the batch come back with their next result.
Groups of stages are taken from one nested series, whatever the data: a finer group published once never leaves a small
one by subtraction from a coarser one. No crossing by region, size or stage of life is published.

Not an interval: nobody was drawn at random. Limits: two of the three who hold a group know the third, if they talk;
and whoever invents nine alliances with their surveys reads the tenth. See docs/decisions/0026.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from cordee.core.benchmark import FEWEST
from cordee.core.disclosure.rule import DisclosureRule, cell_verdict

LASTS = timedelta(days=730)
"""How long a batch counts: then it leaves whole, and its members come back with newer results."""

DECIMALS = 1

Group = tuple[int, ...]
"""Places of neighbouring stages that are read together, the lowest first."""
Grouping = tuple[Group, ...]
"""Every stage, in groups, the lowest first."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """What a family of results (an instrument and a form) says: its approaches, and its stages, the lowest first."""

    axes: tuple[str, ...]
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A published collective result: a key that names nobody, its day, and (stage, maturity on 0–4) of each approach.

    The day is when it was closed. An approach that was not published is not there.
    """

    key: str
    family: str
    day: date
    standings: Mapping[str, tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Contributor:
    """An alliance that consents: since which day, and its published results, the oldest first."""

    since: date
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Alliances counted together: how many, at each stage of each approach, and the sum of their maturities."""

    count: int
    stages: Mapping[str, tuple[int, ...]]
    sums: Mapping[str, float]

    def fits(self, ladder: Ladder) -> bool:
        """Whether it speaks of these approaches and of so many stages."""
        return set(self.stages) == set(ladder.axes) and all(
            len(counts) == len(ladder.stages) for counts in self.stages.values()
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Alliances that entered together: the keys of their results, and the only thing that is kept of them, a table."""

    family: str
    formed_on: date
    keys: frozenset[str]
    table: Table


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a refresh changes: the batches that still count, those that leave, those that enter."""

    standing: tuple[Batch, ...]
    leaving: tuple[Batch, ...]
    entering: tuple[Batch, ...]

    def tables(self, family: str) -> list[Table]:
        """Return the tables that count for a family after the refresh."""
        return [batch.table for batch in (*self.standing, *self.entering) if batch.family == family]


@dataclass(frozen=True, slots=True)
class Share:
    """A group of stages and its whole percentage of the alliances."""

    stages: tuple[str, ...]
    percent: int


@dataclass(frozen=True, slots=True)
class AxisBarometer:
    """An approach: the mean maturity to one decimal, and the share of each group of stages, the lowest first."""

    axis: str
    mean: float
    shares: tuple[Share, ...]

    def percent_from(self, stage: str, ladder: Ladder) -> int | None:
        """Return the percentage at a stage or above it; None when a group lies across.

        >>> ladder = Ladder(("meaning",), ("absent", "emerging", "structured"))
        >>> axis = AxisBarometer("meaning", 1.6, (Share(("absent",), 30), Share(("emerging", "structured"), 70)))
        >>> axis.percent_from("emerging", ladder), axis.percent_from("structured", ladder)
        (70, None)
        """
        above = set(ladder.stages[ladder.stages.index(stage) :])
        inside = [above.intersection(share.stages) for share in self.shares]
        if any(found and len(found) < len(share.stages) for found, share in zip(inside, self.shares, strict=True)):
            return None
        return sum(share.percent for found, share in zip(inside, self.shares, strict=True) if found)


@dataclass(frozen=True, slots=True)
class Barometer:
    """What is published of a family: how many alliances, and each approach in the order of the instrument."""

    count: int
    axes: tuple[AxisBarometer, ...]


@cache
def groupings(stages: int) -> tuple[Grouping, ...]:
    """Return the ways of reading so many stages together, the finest first; each group is made of whole finer ones.

    Every stage alone; from five stages, the two lowest together and the two highest; from three, a lower and an upper
    half. Refused: fewer than two stages (ValueError).

    >>> groupings(5)
    (((0,), (1,), (2,), (3,), (4,)), ((0, 1), (2,), (3, 4)), ((0, 1), (2, 3, 4)))
    >>> groupings(2)
    (((0,), (1,)),)
    """
    if stages < 2:
        raise ValueError("a barometer needs two stages at least: with one, everybody stands at the same")
    alone: Grouping = tuple((stage,) for stage in range(stages))
    ends: Grouping = ((0, 1), *((stage,) for stage in range(2, stages - 2)), (stages - 2, stages - 1))
    halves: Grouping = (tuple(range(stages // 2)), tuple(range(stages // 2, stages)))
    return (alone, *([ends] if stages >= 5 else []), *([halves] if stages >= 3 else []))


def table_of(results: Collection[Result], ladder: Ladder) -> Table:
    """Count results by approach and stage. Every result has a stage of the ladder on every approach (KeyError).

    >>> ladder = Ladder(("meaning",), ("absent", "emerging"))
    >>> one = Result("k1", "p:f", date(2026, 1, 5), {"meaning": ("emerging", 1.4)})
    >>> other = Result("k2", "p:f", date(2026, 2, 5), {"meaning": ("absent", 0.5)})
    >>> table_of([one, other], ladder)
    Table(count=2, stages={'meaning': (1, 1)}, sums={'meaning': 1.9})
    """
    counts = {
        axis: tuple(sum(one.standings[axis][0] == stage for one in results) for stage in ladder.stages)
        for axis in ladder.axes
    }
    sums = {axis: round(sum(one.standings[axis][1] for one in results), 9) for axis in ladder.axes}
    return Table(len(results), counts, sums)


def finest(tables: Collection[Table], axis: str, rule: DisclosureRule) -> Grouping | None:
    """Return the finest grouping under which each group of *each* table may be shown; None when there is none.

    An alliance counts as one organisation with one respondent. Judging the sum would not do: a batch is read by
    subtraction, so each must hold by itself.

    >>> many, few = Table(12, {"m": (3, 3, 6)}, {"m": 20.0}), Table(10, {"m": (5, 1, 4)}, {"m": 15.0})
    >>> finest([many], "m", DisclosureRule())
    ((0,), (1,), (2,))
    >>> finest([many, few], "m", DisclosureRule())
    ((0,), (1, 2))
    """
    levels = groupings(len(next(iter(tables)).stages[axis]))
    return next(
        (level for level in levels if all(_all_shown(table.stages[axis], level, rule) for table in tables)), None
    )


def may_enter(table: Table, rule: DisclosureRule) -> bool:
    """Say whether a batch could be published by itself: ten alliances at least, told apart on every approach.

    >>> may_enter(Table(10, {"m": (4, 6)}, {"m": 15.0}), DisclosureRule())
    True
    >>> may_enter(Table(10, {"m": (0, 10)}, {"m": 15.0}), DisclosureRule())
    False
    """
    return table.count >= FEWEST and all(finest([table], axis, rule) for axis in table.stages)


def renewed(
    batches: Iterable[Batch],
    used: Collection[str],
    contributors: Collection[Contributor],
    today: date,
    ladders: Mapping[str, Ladder],
    rule: DisclosureRule = DisclosureRule(),  # noqa: B008 - frozen
) -> Renewal:
    """Say which batches leave and which enter on a day.

    `used`: the key of every result that ever entered. A batch leaves when one of its results is no longer given, after
    two years, or when the instrument changed. What may enter was both closed and agreed to before the first of the
    month, so that a batch does not tell on which day somebody said yes. The same day with the same givens changes
    nothing more.
    """
    given = {one.key for each in contributors for one in each.results}
    standing: list[Batch] = []
    leaving: list[Batch] = []
    for batch in batches:
        (standing if _stands(batch, given, today, ladders) else leaving).append(batch)
    counted = {key for batch in standing for key in batch.keys}
    waiting = waiting_results(contributors, counted, used, today.replace(day=1), ladders)
    entering = []
    for family, ladder in ladders.items():
        results = [one for one in waiting if one.family == family]
        table = table_of(results, ladder)
        if may_enter(table, rule):
            entering.append(Batch(family, today, frozenset(one.key for one in results), table))
    return Renewal(tuple(standing), tuple(leaving), tuple(entering))


def waiting_results(
    contributors: Iterable[Contributor],
    counted: Collection[str],
    used: Collection[str],
    month: date,
    ladders: Mapping[str, Ladder],
) -> list[Result]:
    """Return the latest result of each alliance that is not counted yet, when it is complete and never entered."""
    found = []
    for one in contributors:
        if not one.results or any(each.key in counted for each in one.results):
            continue
        latest = one.results[-1]
        ladder = ladders.get(latest.family)
        if latest.key not in used and max(one.since, latest.day) < month and ladder and _complete(latest, ladder):
            found.append(latest)
    return found


def barometer(
    tables: Sequence[Table],
    ladder: Ladder,
    rule: DisclosureRule = DisclosureRule(),  # noqa: B008 - frozen
) -> Barometer | None:
    """Return what may be published of the batches that count; None without any.

    The mean maturity is on 0–4. Percentages are whole and add up to 100: the largest remainders are rounded up.

    >>> ladder = Ladder(("meaning",), ("absent", "emerging"))
    >>> barometer([Table(12, {"meaning": (4, 8)}, {"meaning": 14.4})], ladder).axes[0]
    AxisBarometer(axis='meaning', mean=1.2, shares=(Share(stages=('absent',), percent=33),
                  Share(stages=('emerging',), percent=67)))
    """
    if not tables:
        return None
    count = sum(table.count for table in tables)
    read = ((axis, finest(tables, axis, rule)) for axis in ladder.axes)
    return Barometer(count, tuple(_axis(axis, level, tables, ladder) for axis, level in read if level is not None))


def percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Return whole percentages that add up to 100, the largest remainders rounded up, the first of equals first.

    >>> percentages([1, 1, 1]), percentages([3, 3, 6])
    ((34, 33, 33), (25, 25, 50))
    """
    total = sum(counts)
    floors = [100 * count // total for count in counts]
    order = sorted(range(len(counts)), key=lambda place: (-(100 * counts[place] % total), place))
    raised = set(order[: 100 - sum(floors)])
    return tuple(floor + (place in raised) for place, floor in enumerate(floors))


def _stands(batch: Batch, given: Collection[str], today: date, ladders: Mapping[str, Ladder]) -> bool:
    ladder = ladders.get(batch.family)
    kept = ladder is not None and batch.table.fits(ladder) and today - batch.formed_on < LASTS
    return kept and batch.keys.issubset(given)


def _complete(result: Result, ladder: Ladder) -> bool:
    return all(axis in result.standings and result.standings[axis][0] in ladder.stages for axis in ladder.axes)


def _all_shown(counts: Sequence[int], level: Grouping, rule: DisclosureRule) -> bool:
    return all(_shown(sum(counts[stage] for stage in group), rule) for group in level)


@cache
def _shown(alliances: int, rule: DisclosureRule) -> bool:
    return cell_verdict({str(number): 1 for number in range(alliances)}, rule).shown


def _axis(axis: str, level: Grouping, tables: Sequence[Table], ladder: Ladder) -> AxisBarometer:
    counts = [sum(table.stages[axis][stage] for table in tables for stage in group) for group in level]
    mean = sum(table.sums[axis] for table in tables) / sum(table.count for table in tables)
    exact = Decimal(repr(round(mean, 9))).quantize(Decimal(1).scaleb(-DECIMALS), rounding=ROUND_HALF_UP)
    shares = tuple(
        Share(tuple(ladder.stages[stage] for stage in group), percent)
        for group, percent in zip(level, percentages(counts), strict=True)
    )
    return AxisBarometer(axis, float(exact), shares)
