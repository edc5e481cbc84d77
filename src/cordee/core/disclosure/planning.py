"""From the counts of a table to the plan of its publication: circles pooled, organisations joined, items masked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import AnswerTable, Scores
from cordee.core.disclosure.plan import Block, Group, HiddenCircle, Plan, Roll
from cordee.core.disclosure.rule import CellVerdict, DisclosureRule, Hiding, Regime, cell_verdict, cells_shown

Counts = Mapping[str, int]
Places = tuple[int, ...]


def plan_of(table: AnswerTable, rule: DisclosureRule, own_circle: str | None) -> Plan:
    """Decide what may be published of a table under a rule; `own_circle` is the circle that looks at itself.

    A respondent counts when they gave at least one level. A circle too small to appear is read with the other small
    ones and, if that is not enough, with the smallest that could stand alone; the self circle comes last. Inside a
    group, organisations are joined until what weighs together is large enough on every item shown. An item, or the
    importance of a topic, said by too few in a group is left out there. Depends on who answered what, never on the
    levels; ties follow the order of circles and the names of organisations.
    """
    counted = _Counted.of(table)
    by_circle = {circle: counted.people((circle,)) for circle in table.circles}
    groups = _Grouping(by_circle, rule, own_circle).groups()
    made = [_planned(counted, circles, rule) for circles in groups]
    return Plan(
        is_open=False,
        own_circle=own_circle,
        groups=_with_block_names([group for group, _ in made]),
        hidden=_hidden(by_circle, groups, rule),
        organisations_hidden=None if groups and all(apart for _, apart in made) else Hiding.TOO_FEW,
        whole=cell_verdict(counted.people(table.circles), rule),
        items=table.items,
        topics=table.topics,
        roll=roll_of(table),
    )


def open_plan(table: AnswerTable, own_circle: str | None = None) -> Plan:
    """Return the plan that shows everything as it is: the regime « attributed », or the facilitator's own view."""
    counted = _Counted.of(table)
    groups = []
    for circle in table.circles:
        people = counted.people((circle,))
        blocks = tuple(Block(name, (name,)) for name in people)
        groups.append(Group((circle,), sum(people.values()), len(people), blocks))
    whole = counted.people(table.circles)
    return Plan(
        is_open=True,
        own_circle=own_circle,
        groups=tuple(groups),
        hidden=(),
        organisations_hidden=None,
        whole=_shown(whole),
        items=table.items,
        topics=table.topics,
        roll=roll_of(table),
    )


def plan_under(
    regime: Regime, table: AnswerTable, rule: DisclosureRule, own_circle: str | None, *, facilitator: bool
) -> Plan:
    """Return the plan of what a reader may see under a regime; `facilitator` tells whether it is the facilitator.

    Open for everyone under « attributed », for the facilitator alone under « facilitator », for nobody under
    « aggregate ».
    """
    if regime is Regime.ATTRIBUTED or (regime is Regime.FACILITATOR and facilitator):
        return open_plan(table, own_circle)
    return plan_of(table, rule, own_circle)


def roll_of(table: AnswerTable) -> Roll:
    """Count the people of a table by circle and organisation, whatever they answered."""
    roll: dict[str, dict[str, int]] = {circle: {} for circle in table.circles}
    for circle, organisation in zip(table.circle_of.tolist(), table.organisation_of.tolist(), strict=True):
        people, name = roll[table.circles[circle]], table.organisations[organisation]
        people[name] = people.get(name, 0) + 1
    return roll


def _shown(counts: Counts) -> CellVerdict:
    most = max(counts.values(), default=0)
    return CellVerdict(True, None, sum(counts.values()), len(counts), most / max(1, sum(counts.values())), 0, 0, 1.0)


@dataclass(frozen=True)
class _Counted:
    """The rows of a table that gave at least one level, and what each of them said."""

    table: AnswerTable
    rows: NDArray[np.bool_]

    @classmethod
    def of(cls, table: AnswerTable) -> "_Counted":
        return cls(table, np.asarray(table.answered.any(axis=1)))

    def in_(self, circles: Sequence[str]) -> NDArray[np.bool_]:
        places = [self.table.circles.index(circle) for circle in circles]
        return np.asarray(self.rows & np.isin(self.table.circle_of, places))

    def people(self, circles: Sequence[str]) -> Counts:
        """How many respondents each organisation has in some circles, those who have some."""
        counts = np.bincount(self.table.organisation_of[self.in_(circles)], minlength=len(self.table.organisations))
        return {name: int(count) for name, count in zip(self.table.organisations, counts, strict=True) if count}

    def by_organisation(self, circles: Sequence[str], said: NDArray[np.bool_]) -> Scores:
        """How many respondents of each organisation said each thing, (R, K) → (O, K), in the order of `people`."""
        rows = self.in_(circles)
        homes = self.table.organisation_of[rows]
        return np.array([said[rows][homes == home].sum(axis=0) for home in np.unique(homes)], dtype=np.float64)


@dataclass
class _Grouping:
    """Circles too small to appear, pooled with the smallest others until they may."""

    by_circle: Mapping[str, Counts]
    rule: DisclosureRule
    own: str | None

    def groups(self) -> list[tuple[str, ...]]:
        """Return the circles of each group, in their order; none when all together are too few."""
        order = [circle for circle, people in self.by_circle.items() if people]
        pool = [circle for circle in order if not self._safe([circle])]
        alone = [circle for circle in order if circle not in pool]
        while pool and not self._safe(pool):
            if not alone:
                return []
            smallest = self._smallest(alone)
            alone.remove(smallest)
            pool.append(smallest)
        groups = [(circle,) for circle in alone] + [tuple(circle for circle in order if circle in pool)]
        return sorted((group for group in groups if group), key=lambda group: order.index(group[0]))

    def _safe(self, circles: Sequence[str]) -> bool:
        return cell_verdict(together([self.by_circle[circle] for circle in circles]), self.rule).shown

    def _smallest(self, circles: Sequence[str]) -> str:
        others = [circle for circle in circles if circle != self.own] or list(circles)
        return min(others, key=lambda circle: sum(self.by_circle[circle].values()))


def together(parts: Sequence[Counts]) -> Counts:
    """Add counts by organisation.

    >>> together([{"town": 2}, {"town": 1, "club": 3}])
    {'town': 3, 'club': 3}
    """
    total: dict[str, int] = {}
    for part in parts:
        for name, count in part.items():
            total[name] = total.get(name, 0) + count
    return total


def _hidden(
    by_circle: Mapping[str, Counts], groups: Sequence[tuple[str, ...]], rule: DisclosureRule
) -> tuple[HiddenCircle, ...]:
    alone = {group[0] for group in groups if len(group) == 1}
    with_it = {circle: group for group in groups for circle in group}
    return tuple(
        HiddenCircle(
            circle,
            cell_verdict(people, rule),
            tuple(other for other in with_it.get(circle, ()) if other != circle),
        )
        for circle, people in by_circle.items()
        if circle not in alone
    )


def _planned(counted: _Counted, circles: tuple[str, ...], rule: DisclosureRule) -> tuple[Group, bool]:
    """Return a group with its blocks not yet named, and whether each of its organisations may be read apart."""
    table, people = counted.table, counted.people(circles)
    names, sizes = list(people), list(people.values())
    items = counted.by_organisation(circles, table.answered)
    shown = cells_shown(items, rule)
    blocks = _joined(items[:, shown], sizes, rule)
    topics = counted.by_organisation(circles, ~np.isnan(table.importance))
    said = cells_shown(topics, rule) & _each_safe(topics, blocks, rule)
    group = Group(
        circles=circles,
        respondents=sum(sizes),
        organisations=len(names),
        blocks=tuple(Block("", tuple(names[place] for place in block)) for block in blocks),
        masked_items=_without(table.items, shown),
        masked_topics=_without(table.topics, said),
    )
    return group, _apart(items[:, shown], sizes, rule)


def _without(names: Sequence[str], shown: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(name for name, kept in zip(names, shown.tolist(), strict=True) if not kept)


def _joined(counts: Scores, sizes: Sequence[int], rule: DisclosureRule) -> list[Places]:
    """Join organisations until each block is safe on every item, or absent from it.

    `counts` (O, K) are the respondents of each organisation on each item shown. The smallest block that is not safe is
    joined to the smallest other one; the whole group is safe on each of these items, so that this ends.
    """
    blocks: list[Places] = [(place,) for place in range(len(sizes))]

    def size(block: Places) -> tuple[int, Places]:
        return sum(sizes[place] for place in block), block

    while unsafe := [block for block in blocks if not _safe_block(counts, block, rule).all()]:
        smallest = min(unsafe, key=size)
        other = min((block for block in blocks if block != smallest), key=size)
        blocks = [block for block in blocks if block not in (smallest, other)]
        blocks.append(tuple(sorted((*smallest, *other))))
    return sorted(blocks)


def _safe_block(counts: Scores, block: Places, rule: DisclosureRule) -> NDArray[np.bool_]:
    part = counts[list(block)]
    return np.asarray(cells_shown(part, rule) | (part.sum(axis=0) == 0))


def _each_safe(counts: Scores, blocks: Sequence[Places], rule: DisclosureRule) -> NDArray[np.bool_]:
    return np.asarray(np.all([_safe_block(counts, block, rule) for block in blocks], axis=0))


def _apart(counts: Scores, sizes: Sequence[int], rule: DisclosureRule) -> bool:
    """Whether each organisation of a group is safe by itself, in its people and on every item shown there."""
    each = np.column_stack([np.array(sizes, dtype=np.float64), counts])
    return all(bool(cells_shown(row[None], rule).all()) for row in each)


def _with_block_names(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Name blocks in the order they are met; the same organisations have the same name in every group."""
    names: dict[tuple[str, ...], str] = {}
    named = []
    for group in groups:
        blocks = tuple(
            Block(names.setdefault(block.organisations, f"block-{len(names) + 1}"), block.organisations)
            for block in group.blocks
        )
        named.append(replace(group, blocks=blocks))
    return tuple(named)
