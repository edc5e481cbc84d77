"""What is summed over rows: indicators and amounts that are never null, written once for every engine."""

from dataclasses import dataclass
from typing import TypeAlias

import narwhals as nw

WEIGHT = "_weight"
"""The weight of the design."""
CALIBRATED = "_calibrated"
"""The weight after calibration."""
FPC = "_fpc"


def key_of(variable: str) -> str:
    """Return the name that a variable which cuts the sample has in the prepared table."""
    return f"_key_{variable}"


def number_of(variable: str) -> str:
    """Return the name that a variable read as a number has in the prepared table."""
    return f"_number_{variable}"


def code_of(variable: str) -> str:
    """Return the name that a variable read as a code has in the prepared table."""
    return f"_code_{variable}"


@dataclass(frozen=True, slots=True)
class Known:
    """1 where every one of the prepared columns has an answer, else 0; 1 everywhere when none is named."""

    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Among:
    """1 where the answer is one of the values, else 0."""

    column: str
    values: tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """The number itself where every one of the columns `known` has an answer, else 0."""

    column: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtMost:
    """1 where the number does not exceed the threshold of its row, else 0."""

    column: str
    threshold: str


@dataclass(frozen=True, slots=True)
class Product:
    """The product of two columns."""

    left: "Column"
    right: "Column"


Column: TypeAlias = Known | Among | Amount | AtMost | Product


INDIVIDUALLY = 8
"""Values compared one by one: quicker than looking a value up in their set, as long as they are few."""


def is_indicator(column: Column) -> bool:
    """Say whether a column is 1 or 0 on every row.

    >>> is_indicator(Among("q1", (4, 5))), is_indicator(Amount("age", ("age",)))
    (True, False)
    """
    match column:
        case Amount():
            return False
        case Product(left, right):
            return is_indicator(left) and is_indicator(right)
        case _:
            return True


def expression(column: Column) -> nw.Expr:
    """Return the column as an expression: a number on every row, never null.

    Conditions are cast to numbers and multiplied: a sum of products is 5 to 7 times faster than a sum of filtered rows.
    """
    match column:
        case Amount(name, known):
            others = tuple(other for other in known if other != name)
            amount = nw.col(name).fill_null(0.0)
            return amount * expression(Known(others)) if others else amount
        case Product(left, right):
            return expression(left) * expression(right)
        case _:
            return condition(column).cast(nw.Float64)


def condition(column: Column) -> nw.Expr:
    """Return an indicator as an expression: true or false on every row, never null. ValueError: it is an amount."""
    match column:
        case Known(columns):
            return _known(columns or (WEIGHT,))
        case Among(name, values):
            return _among(nw.col(name), values).fill_null(value=False)
        case AtMost(name, threshold):
            return (nw.col(name) <= nw.col(threshold)).fill_null(value=False)
        case Product(left, right):
            return condition(left) & condition(right)
        case Amount(name):
            raise ValueError(f"{name} is an amount")


def _known(columns: tuple[str, ...]) -> nw.Expr:
    found = ~nw.col(columns[0]).is_null()
    for name in columns[1:]:
        found = found & ~nw.col(name).is_null()
    return found


def _among(answer: nw.Expr, values: tuple[str | float, ...]) -> nw.Expr:
    if len(values) > INDIVIDUALLY:
        return answer.is_in(list(values))
    first, *others = values
    found = answer == first
    for value in others:
        found = found | (answer == value)
    return found


def product(left: Column, right: Column) -> Column:
    """Multiply two columns; the product of an indicator by itself, or by the base that contains it, is no new column.

    >>> product(Known(("q1",)), Among("q1", (4, 5)))
    Among(column='q1', values=(4, 5))
    >>> product(Amount("a", ("a", "b")), Amount("b", ("a", "b")))
    Product(left=Amount(column='a', known=('a', 'b')), right=Amount(column='b', known=('a', 'b')))
    """
    if left == right and not isinstance(left, Amount | Product):
        return left
    for base, other in ((left, right), (right, left)):
        if isinstance(base, Known) and set(base.columns) <= set(known_columns(other)):
            return other
    return Product(left, right)


def known_columns(column: Column) -> tuple[str, ...]:
    """Return the columns outside of whose answers the column is 0.

    >>> known_columns(Among("q1", (4,)))
    ('q1',)
    """
    match column:
        case Known(columns):
            return columns
        case Among(name, _) | AtMost(name, _):
            return (name,)
        case Amount(_, known):
            return known
        case Product(left, right):
            return tuple(dict.fromkeys((*known_columns(left), *known_columns(right))))
