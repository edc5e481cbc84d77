"""The codes of the keys of Polars rows: whole numbers by their distance to the least, text by order of appearance."""

import numpy as np
import polars as pl

from cordee.stats.engines.numbering import COMBINATIONS_AT_MOST, KeyCodes, TooManyGroups
from cordee.stats.grouping_keys import Places
from cordee.stats.port import Key


class WholeNumbers:
    """The codes of whole numbers: how far they lie from one less than the least seen so far."""

    def __init__(self) -> None:
        self.size, self.shift = 1, 0
        self._zero: int | None = None

    def of(self, column: pl.Series) -> Places:
        """Return the code of each row, (n,). TooManyGroups: values are too far apart."""
        least, most = column.min(), column.max()
        if not isinstance(least, int) or not isinstance(most, int):
            self.shift = 0
            return np.zeros(len(column), dtype=np.intp)
        before = least - 1 if self._zero is None else self._zero
        zero = min(before, least - 1)
        size = max(most - zero + 1, self.size + before - zero)
        if size > COMBINATIONS_AT_MOST or zero < np.iinfo(np.intp).min or most > np.iinfo(np.intp).max:
            raise TooManyGroups
        self.size, self.shift, self._zero = size, before - zero, zero
        missing = column.null_count() > 0
        codes = _whole(column.fill_null(least) if missing else column)
        codes -= zero
        if missing:
            codes[column.is_null().to_numpy()] = 0
        return codes

    def key(self, code: int) -> Key:
        """Return the value that a code stands for."""
        return None if not code or self._zero is None else code + self._zero


def _whole(column: pl.Series) -> Places:
    """Return a column of numbers as an array of its own."""
    return column.to_numpy().astype(np.intp)


class Texts:
    """The codes of texts: in the order in which they are first seen."""

    def __init__(self) -> None:
        self.size, self.shift = 1, 0
        self._known: dict[str, int] = {}

    def of(self, column: pl.Series) -> Places:
        """Return the code of each row, (n,). TooManyGroups: there are too many texts."""
        coded = self._coded(column)
        if coded.null_count() > column.null_count():
            for text in column.unique(maintain_order=True).drop_nulls():
                self._known.setdefault(text, len(self._known))
            self.size = len(self._known) + 1
            if self.size > COMBINATIONS_AT_MOST:
                raise TooManyGroups
            coded = self._coded(column)
        return _whole((coded.to_physical().cast(pl.Int64) + 1).fill_null(0))

    def _coded(self, column: pl.Series) -> pl.Series:
        return column.cast(pl.Enum(list(self._known)), strict=False)

    def key(self, code: int) -> Key:
        """Return the value that a code stands for."""
        return list(self._known)[code - 1] if code else None


def codes_of(kind: pl.DataType) -> KeyCodes | None:
    """Return the codes of a key of this type; None for keys that have none: fractional numbers."""
    if kind.is_integer():
        return WholeNumbers()
    return Texts() if kind == pl.String else None
