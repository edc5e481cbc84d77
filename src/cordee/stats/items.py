"""From what a design asks for to what is summed: a ratio of two columns, or the total of one, over a base."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

from cordee.stats.columns import Among, Amount, AtMost, Column, Known, code_of, number_of, product
from cordee.stats.design import Code, Design, Estimate, Measure
from cordee.stats.port import Sum

Values = tuple[str | float, ...]
ReadCodes = Callable[[str, tuple[Code, ...]], Values]
"""Writes the values asked for as the column of a variable holds them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One quantity in every crossing of its domains.

    `columns` is (numerator, denominator) for a ratio of two totals, or (numerator,) for a total. A proportion and a
    mean are ratios whose denominator is the base. `base` is 1 where the row has what the item needs.
    """

    asked: Estimate
    variable: str
    values: str
    columns: tuple[Column, ...]
    base: Known

    @property
    def measure(self) -> Measure:
        """Return the measure, as asked."""
        return self.asked.measure

    @property
    def domains(self) -> tuple[str, ...]:
        """Return the variables that cut the sample."""
        return self.asked.domains

    @property
    def is_share(self) -> bool:
        """Say whether the quantity lies between 0 and 1.

        >>> asked = Estimate(measure="mean", variable="q1")
        >>> Item(asked, "q1", "", (Known(),), Known()).is_share
        False
        """
        return self.asked.plain == "proportion"

    def pairs(self) -> Iterator[Column]:
        """Return the products of its columns two by two: those of a quadratic form, its lower triangle by rows."""
        for left, right in combinations_with_replacement(self.columns, 2):
            yield product(left, right)

    @property
    def presence(self) -> Sum:
        """Return the sum that is positive where the base has rows: first weights are, or rows are refused."""
        return Sum(1, self.base)

    def first_order(self, weight: str) -> tuple[Sum, ...]:
        """Return the sums from which the estimate, its base and its effective size come."""
        return (
            Sum(0, self.base),
            Sum(1, self.base, weight),
            Sum(2, self.base, weight),
            *(Sum(1, column, weight) for column in self.columns),
        )

    def second_order(self, weight: str, power: int) -> tuple[Sum, ...]:
        """Return the sums of products of its columns, weighted by wᵖ."""
        return tuple(Sum(power, column, weight) for column in self.pairs())


def items_of(design: Design, codes: ReadCodes) -> list[Item]:
    """Return every item of a design but quantiles, in order: one for each variable of each estimate."""
    return [item for asked in design.estimates if asked.measure != "quantile" for item in items_asked(asked, codes)]


def items_asked(asked: Estimate, codes: ReadCodes) -> list[Item]:
    """Return the items of one estimate."""
    if not asked.asked:
        return [Item(asked, "", "", (Known(),), Known())]
    return [_item(asked, variable, codes) for variable in asked.asked]


def _item(asked: Estimate, variable: str, codes: ReadCodes) -> Item:
    if asked.values:
        return _with_values(asked, variable, codes)
    number = number_of(variable)
    if asked.plain == "ratio":
        other = asked.denominator or ""
        known = (number, number_of(other))
        columns = (Amount(number, known), Amount(number_of(other), known))
        return Item(asked, f"{variable}/{other}", "", columns, Known(known))
    amount, base = Amount(number, (number,)), Known((number,))
    return Item(asked, variable, "", (amount,) if asked.plain == "total" else (amount, base), base)


def _with_values(asked: Estimate, variable: str, codes: ReadCodes) -> Item:
    name = code_of(variable)
    base = Known((name,))
    among = Among(name, codes(variable, asked.values))
    columns: tuple[Column, ...] = (among,) if asked.plain == "total" else (among, base)
    return Item(asked, variable, values_label(asked.values), columns, base)


def below(asked: Estimate, variable: str, threshold: str, quantile: float) -> Item:
    """Return the item « share of rows at or under a threshold », from which the interval of a quantile comes."""
    name = number_of(variable)
    base = Known((name,))
    return Item(asked, variable, values_label((str(quantile),)), (AtMost(name, threshold), base), base)


def values_label(values: tuple[Code, ...]) -> str:
    """Write values in one cell.

    >>> values_label((4, 5))
    '4|5'
    """
    return "|".join(str(value) for value in values)


def numbers_used(design: Design) -> tuple[str, ...]:
    """Return the variables that are read as numbers, each once."""
    names: list[str] = []
    for asked in design.estimates:
        if not asked.values:
            names += asked.asked
        if asked.denominator:
            names.append(asked.denominator)
    return tuple(dict.fromkeys(names))


def codes_used(design: Design) -> tuple[str, ...]:
    """Return the variables that are read as codes, each once."""
    return tuple(dict.fromkeys(name for asked in design.estimates if asked.values for name in asked.asked))
