"""The cells of a calibration: every combination of the categories of its variables that the sample holds.

A variable read as a number has as many categories as values: memory grows with them, and they are counted first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cordee.stats.columns import key_of, number_of
from cordee.stats.grouping_keys import Group, Places, label
from cordee.stats.port import Floats

Category = tuple[str, str]
"""A variable and one of its categories, as text; no category where the variable is a number."""


def cell_columns(variables: Sequence[str], numbers: Sequence[str]) -> tuple[str, ...]:
    """Return the names that variables of calibration have in the prepared table.

    >>> cell_columns(("sex", "pay"), ("pay",))
    ('_key_sex', '_number_pay')
    """
    return tuple(number_of(name) if name in numbers else key_of(name) for name in variables)


def scale_of(matrix: Floats) -> Floats:
    """Return by what each row and column of a crossed matrix is divided to bring them to one scale, (p,).

    >>> scale_of(np.array([[4.0, 1.0], [1.0, 9.0]])).tolist()
    [2.0, 3.0]
    """
    return np.asarray(np.sqrt(np.maximum(np.diag(matrix), np.finfo(float).tiny)))


@dataclass(frozen=True)
class Cells:
    """C cells and p categories of all variables.

    `codes`: these categories as the file holds them, None standing for a variable of `numbers`. `margins` (C, p) is 1
    where the cell has the category, else 0; or the number itself.
    `counts`, `weights`, `squared` (C,): rows, Σ w and Σ w² of the first weights. The columns of `margins` are linearly
    dependent as soon as there are two variables; systems are solved with a pseudo-inverse, which changes no residual.
    """

    variables: tuple[str, ...]
    groups: tuple[Group, ...]
    codes: tuple[tuple[str, str | float | None], ...]
    margins: Floats
    counts: Floats
    weights: Floats
    squared: Floats
    numbers: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names that the variables have in the prepared table, in their order."""
        return cell_columns(self.variables, self.numbers)

    @property
    def categories(self) -> tuple[Category, ...]:
        """Return the p categories as people write them."""
        return tuple((name, "" if code is None else label(code)) for name, code in self.codes)

    @cached_property
    def inverse(self) -> Floats:
        """Return an inverse of X′DX, (p, p): X the margins, D the first weights.

        Columns are brought to one scale first: beside a payroll, a count would be taken for a rounding.
        """
        crossed = self.margins.T @ (self.weights[:, None] * self.margins)
        scale = scale_of(crossed)
        scales = np.outer(scale, scale)
        return np.asarray(np.linalg.pinv(crossed / scales, hermitian=True) / scales)

    @property
    def sample_totals(self) -> Floats:
        """Return the totals of the categories by the first weights, (p,)."""
        return np.asarray(self.weights @ self.margins)

    def places(self, columns: Sequence[NDArray[np.object_]]) -> Places:
        """Return the place of the cell of each row of a small table. KeyError: a cell that the sample did not hold."""
        order = {group: place for place, group in enumerate(self.groups)}
        combined = zip(*(column.tolist() for column in columns), strict=True)
        return np.array([order[group] for group in combined], dtype=np.intp)
