"""The cells of a calibration: every combination of the categories of its variables that the sample holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cordee.stats.grouping_keys import Group, Places, label
from cordee.stats.port import Floats

Category = tuple[str, str]
"""A variable and one of its categories, as text."""


@dataclass(frozen=True)
class Cells:
    """C cells and p categories of all variables.

    `codes`: these categories as the file holds them. `margins` (C, p) is 1 where the cell has the category, else 0.
    `counts`, `weights`, `squared` (C,): rows, Σ w and Σ w² of the first weights. The columns of `margins` are linearly
    dependent as soon as there are two variables; systems are solved with a pseudo-inverse, which changes no residual.
    """

    variables: tuple[str, ...]
    groups: tuple[Group, ...]
    codes: tuple[tuple[str, str | float], ...]
    margins: Floats
    counts: Floats
    weights: Floats
    squared: Floats

    @property
    def categories(self) -> tuple[Category, ...]:
        """Return the p categories as people write them."""
        return tuple((name, label(code)) for name, code in self.codes)

    @cached_property
    def inverse(self) -> Floats:
        """Return the pseudo-inverse of X′DX, (p, p): X the margins, D the first weights."""
        return np.asarray(np.linalg.pinv(self.margins.T @ (self.weights[:, None] * self.margins), hermitian=True))

    @property
    def sample_totals(self) -> Floats:
        """Return the totals of the categories by the first weights, (p,)."""
        return np.asarray(self.weights @ self.margins)

    def places(self, columns: Sequence[NDArray[np.object_]]) -> Places:
        """Return the place of the cell of each row of a small table. KeyError: a cell that the sample did not hold."""
        order = {group: place for place, group in enumerate(self.groups)}
        combined = zip(*(column.tolist() for column in columns), strict=True)
        return np.array([order[group] for group in combined], dtype=np.intp)
