"""What changed between two waves, with intervals, and only where the two can be compared.

The waves are taken as independent samples: an anonymous regime cannot tell whether the same people answered twice.
Where they did, their answers resemble each other and the intervals given here are wider than need be, never narrower.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cordee.core.answers import AnswerTable
from cordee.core.change import Change, change_between
from cordee.core.comparability import Common, NotComparable, common_ground
from cordee.core.diagnosis import diagnose
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, ItemReading, Reading, ScopeReading
from cordee.core.restriction import on_topics, table_on

LEVELS_CHANGE = (-4.0, 4.0)
SHARES_CHANGE = (-1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave: the release it was made with, its reading and, where kept, the answers that the reading was made of.

    `table` holds what may be shown and nothing else: where confidentiality hides answers, they are already gone.
    """

    pack: Pack
    reading: Reading
    table: AnswerTable | None = None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item in two waves."""

    item: str
    topic: str
    axis: str
    facet: FacetId
    change: Change


@dataclass(frozen=True, slots=True)
class AxisChange:
    """An axis in two waves. `differ` are the items that only one wave asked, or that changed meaning.

    `recomputed` tells that both waves were read again on the topics they share, with the rules of the later release:
    the numbers are then not those that each wave published.
    """

    axis: str
    maturity: Change
    coherence: Change
    facets: dict[FacetId, Change]
    differ: tuple[str, ...]
    recomputed: bool


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """One circle in two waves, or all of them when `circle` is None; refused where the circles are not the same."""

    circle: str | None
    axes: tuple[AxisChange, ...]
    items: tuple[ItemChange, ...]
    refused: NotComparable | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """Two waves compared: the whole, then circle by circle. `circles_differ` are those that only one wave has."""

    before: str
    after: str
    overall: ScopeChange
    circles: tuple[ScopeChange, ...]
    circles_differ: tuple[str, ...]


def trend(before: Wave, after: Wave, level: float = 0.95) -> Trend:
    """Compare two waves of one alliance, item by item and axis by axis.

    An item is compared when both forms ask it and nothing but its words changed; an axis when all its items are, under
    the same scoring rules. Otherwise, where both waves kept their answers, they are read again on the topics they
    share (`AxisChange.recomputed`); without answers the axis is refused, with the items that differ. A circle is
    compared when both waves have it, the whole when they have the same circles.

    change = after − before, se = √(se₁² + se₂²), interval ± t(df) × se, with the degrees of freedom of Welch and
    Satterthwaite: df = (se₁² + se₂²)² / (se₁⁴ / df₁ + se₂⁴ / df₂). They lie between min(df₁, df₂), which would be too
    wide when both waves are alike, and df₁ + df₂, which would hold only if they were. No correction is made for the
    number of changes looked at: at 95 %, one in twenty stands out by chance.
    Sources: Satterthwaite (1946), Biometrics Bulletin 2; Welch (1947), Biometrika 34.
    """
    common = common_ground(before.pack, before.reading.form, after.pack, after.reading.form)
    again = _read_again(before, after, common)
    comparer = _Comparer(common, before.reading, after.reading, again, level)
    places = [_circles(wave.reading) for wave in (before, after)]
    differ = tuple(
        circle for circle in dict.fromkeys([*places[0], *places[1]]) if (circle in places[0]) != (circle in places[1])
    )
    return Trend(
        before=before.reading.version,
        after=after.reading.version,
        overall=comparer.scope(None, NotComparable.CIRCLES_DIFFER if differ else None),
        circles=tuple(
            comparer.scope(circle, NotComparable.CIRCLE_ABSENT if circle in differ else None)
            for circle in dict.fromkeys([*places[1], *places[0]])
        ),
        circles_differ=differ,
    )


def _circles(reading: Reading) -> list[str]:
    return [scope.circle for scope in reading.circles if scope.circle is not None]


def _read_again(before: Wave, after: Wave, common: Common) -> tuple[Reading, Reading] | None:
    """Read both waves on the topics they share, with the later rules; None where answers or shared topics lack."""
    needed = common.why_not or common.rules_changed
    if not needed or before.table is None or after.table is None or not common.topics:
        return None
    pack, form = on_topics(after.pack, after.reading.form, common.topics)
    one, two = (
        diagnose(pack, form, table_on(table, pack.instrument, form), wave.reading.self_circle)
        for wave, table in ((before, before.table), (after, after.table))
    )
    return one, two


@dataclass(frozen=True, slots=True)
class _Comparer:
    """Two readings and what they share; `again` are the same waves read on their shared topics, or None."""

    common: Common
    before: Reading
    after: Reading
    again: tuple[Reading, Reading] | None
    level: float

    def scope(self, circle: str | None, refused: NotComparable | None) -> ScopeChange:
        if refused:
            return ScopeChange(circle, (), (), refused)
        one, two = _scope(self.before, circle), _scope(self.after, circle)
        again = [_scope(reading, circle) for reading in self.again or ()]
        names = dict.fromkeys(axis.axis for axis in (*two.axes, *one.axes))
        return ScopeChange(
            circle=circle,
            axes=tuple(self._axis(name, one, two, again) for name in names),
            items=tuple(self._items(one, two)),
        )

    def _items(self, one: ScopeReading, two: ScopeReading) -> Iterable[ItemChange]:
        before, after = ({item.item: item for item in scope.items} for scope in (one, two))
        for name in dict.fromkeys([*after, *before]):
            shown = after.get(name) or before[name]
            yield ItemChange(
                name, shown.topic, shown.axis, shown.facet, self._item(name, before.get(name), after.get(name))
            )

    def _item(self, name: str, before: ItemReading | None, after: ItemReading | None) -> Change:
        reason = self.common.why_not.get(name)
        if before is None or after is None or reason:
            one, two = (each.score.value if each else None for each in (before, after))
            return Change(one, two, refused=reason or NotComparable.NOT_ASKED)
        return change_between(before.score, after.score, self.level, LEVELS_CHANGE)

    def _axis(self, name: str, one: ScopeReading, two: ScopeReading, again: Sequence[ScopeReading]) -> AxisChange:
        items = dict.fromkeys(item.item for item in (*two.items, *one.items) if item.axis == name)
        differ = tuple(item for item in items if item in self.common.why_not)
        pair = [_axis_in(scope, name) for scope in (one, two)]
        recomputed = bool(differ) or self.common.rules_changed
        if recomputed:
            pair = [_axis_in(scope, name) for scope in again]
        if len(pair) == 2 and pair[0] and pair[1]:
            return self._axis_change(name, pair[0], pair[1], differ, recomputed)
        reason = self._axis_refusal(items, differ)
        nothing = Change(None, None, refused=reason)
        return AxisChange(name, nothing, nothing, dict.fromkeys(FACETS, nothing), differ, recomputed=False)

    def _axis_refusal(self, items: Iterable[str], differ: Sequence[str]) -> NotComparable:
        if not differ:
            return NotComparable.RULES_CHANGED
        reasons = {self.common.why_not.get(item) for item in items}
        only = next(iter(reasons)) if len(reasons) == 1 else None
        return only or NotComparable.ITEMS_DIFFER

    def _axis_change(
        self, name: str, one: AxisReading, two: AxisReading, differ: tuple[str, ...], recomputed: bool
    ) -> AxisChange:
        facets = {
            facet: change_between(one.facets[facet], two.facets[facet], self.level, LEVELS_CHANGE) for facet in FACETS
        }
        maturity = change_between(one.maturity, two.maturity, self.level, LEVELS_CHANGE)
        coherence = change_between(one.coherence, two.coherence, self.level, SHARES_CHANGE)
        return AxisChange(name, maturity, coherence, facets, differ, recomputed)


def _scope(reading: Reading, circle: str | None) -> ScopeReading:
    if circle is None:
        return reading.overall
    return next(scope for scope in reading.circles if scope.circle == circle)


def _axis_in(scope: ScopeReading, name: str) -> AxisReading | None:
    return next((axis for axis in scope.axes if axis.axis == name), None)
