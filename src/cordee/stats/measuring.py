"""From the sums of an item to its rows of results: estimate, standard error, interval, design effect, status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import nan

from cordee.stats.design import REST, Code, Design
from cordee.stats.grouping_keys import Group, label
from cordee.stats.intervals import Uncertainty, logit, student
from cordee.stats.item_sums import Contrast, ItemSums, contrast_value, linearised, value_of
from cordee.stats.port import Floats
from cordee.stats.results import Row, Status
from cordee.stats.spread import Spread

VERSUS = " vs "
"""Between the two categories of a difference, in the column of the variable along which it is taken."""


@dataclass(frozen=True)
class Measured:
    """An item, its sums, and how the design spreads it."""

    sums: ItemSums
    spread: Spread
    design: Design

    def rows(self) -> Iterator[Row]:
        """Return a row for each domain, or for each difference that is asked."""
        if self.sums.item.asked.along:
            yield from self._differences()
        else:
            for place, domain in enumerate(self.sums.domains):
                yield self._row(place, domain)

    def _row(self, place: int, domain: Group) -> Row:
        n = int(self.sums.n[place])
        row = self.blank(domain, n, float(self.sums.n_eff[place]))
        if not n or not self._has_value(self.sums.totals[place]):
            return filled(row, status="too_few")
        contrast: Contrast = ((1.0, (place,)),)
        value, variance = value_of(self.sums.totals[place]), self.spread.variance(self.sums, contrast)
        df = self.spread.degrees(self.sums, [place])
        known = self._interval(value, variance, df, float(self.sums.n_eff[place]))
        deff = self._deff(place, variance) if df >= 1 else nan
        return filled(row, value, known, self.status([place], n, df), deff, float(self.sums.weights[place]))

    def _differences(self) -> Iterator[Row]:
        asked = self.sums.item.asked
        for inside in sorted({domain[:-1] for domain in self.sums.domains}, key=self._first_place):
            places = {
                label(domain[-1]): place
                for place, domain in enumerate(self.sums.domains)
                if domain[:-1] == inside and self.sums.n[place] > 0
            }
            for left, right in compared(places, asked.against, asked.from_, asked.to):
                yield self._difference(inside, (left, right), places)

    def _first_place(self, inside: Group) -> int:
        return next(place for place, domain in enumerate(self.sums.domains) if domain[:-1] == inside)

    def _difference(self, inside: Group, pair: tuple[str, str], places: dict[str, int]) -> Row:
        left, right = pair
        sides = [places[left]], [place for name, place in places.items() if right in (name, REST) and name != left]
        counts = [int(self.sums.n[side].sum()) for side in sides]
        row = self.blank((*inside, VERSUS.join(pair)), sum(counts), nan)
        totals = [self.sums.totals[side].sum(axis=0) for side in sides]
        if not all(counts) or not all(map(self._has_value, totals)):
            return filled(row, status="too_few")
        contrast: Contrast = ((1.0, tuple(sides[0])), (-1.0, tuple(sides[1])))
        value, involved = contrast_value(self.sums, contrast), [*sides[0], *sides[1]]
        df = self.spread.degrees(self.sums, involved)
        known = student(value, self.spread.variance(self.sums, contrast), df, self.design.level)
        return filled(row, value, known, self.status(involved, min(counts), df))

    def blank(self, domain: Group, n: int, n_eff: float) -> Row:
        """Return the row of a domain before it has a value."""
        item = self.sums.item
        pairs = tuple(zip(item.domains, domain, strict=True))
        return Row(item.measure, item.variable, item.values, pairs, n, n_eff)

    def _has_value(self, totals: Floats) -> bool:
        return len(totals) == 1 or bool(totals[1] != 0)

    def _interval(self, value: float, variance: float, df: int, n_eff: float) -> Uncertainty:
        if self.sums.item.is_share:
            return logit(value, variance, df, self.design.level, n_eff)
        return student(value, variance, df, self.design.level)

    def _deff(self, place: int, variance: float) -> float:
        """Return the variance over that of a simple random sample with replacement of the same n.

        The latter is (Σ w)² / n × s², s² being the weighted variance of the linearised value (R: deff = "replace").
        """
        n, weight = self.sums.n[place], self.sums.weights[place]
        if n < 2:
            return nan
        coefficients = linearised(self.sums.totals[place])
        mean = self.sums.totals[place] @ coefficients / weight
        square = coefficients @ self.sums.products[place] @ coefficients / weight
        simple = weight**2 / n * max(square - mean**2, 0.0) * n / (n - 1)
        return float(variance / simple) if simple > 0 else nan

    def status(self, places: Sequence[int], fewest: int, df: int) -> Status:
        """Return what is to be said of an estimate that rests on these domains."""
        if fewest < self.design.suppress_under:
            return "suppressed"
        if df < 1:
            return "too_few"
        return "single_psu" if self.spread.meets_lone(self.sums, places) else "ok"


def compared(
    present: Sequence[str] | dict[str, int], against: Code | None, before: Code | None, after: Code | None
) -> list[tuple[str, str]]:
    """Return the pairs of categories of which a difference is taken.

    >>> compared(["a", "b"], "rest", None, None)
    [('a', 'rest'), ('b', 'rest')]
    >>> compared(["2022", "2024"], None, 2022, 2024)
    [('2024', '2022')]
    """
    names = list(present)
    if before is not None and after is not None:
        pair = (str(after), str(before))
        return [pair] if set(pair) <= set(names) else []
    if str(against) == REST:
        return [(name, REST) for name in names] if len(names) > 1 else []
    return [(name, str(against)) for name in names if name != str(against)] if str(against) in names else []


def filled(
    row: Row,
    value: float = nan,
    known: Uncertainty | None = None,
    status: Status = "ok",
    deff: float = nan,
    weight: float = nan,
) -> Row:
    """Fill a row in. What may not be shown is hidden at the end, when the whole table is known."""
    known = known or Uncertainty()
    return Row(
        row.measure, row.variable, row.values, row.domains, row.n, row.n_eff,
        value, known.se, known.lower, known.upper, known.df, deff, status, weight,
    )  # fmt: skip
