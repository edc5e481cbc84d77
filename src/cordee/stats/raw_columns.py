"""Raw columns of a file read as numbers or as codes, missing codes being missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import narwhals as nw

from cordee.stats.columns import FPC, WEIGHT, code_of, key_of, number_of
from cordee.stats.design import Code
from cordee.stats.sources.dictionary import Dictionary

NUMBER = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"


@dataclass(frozen=True, slots=True)
class Uses:
    """How each column of the file is used. A column may be used in several ways."""

    weight: str | None
    fpc: str | None
    strata: tuple[str, ...]
    clusters: tuple[str, ...]
    domains: tuple[str, ...]
    margins: tuple[str, ...]
    numbers: tuple[str, ...]
    codes: tuple[str, ...]
    replicates: tuple[str, ...] = ()
    number_margins: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the columns that cut the sample, each once."""
        return tuple(dict.fromkeys((*self.strata, *self.clusters, *self.domains, *self.margins)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column that is read, each once."""
        single = [name for name in (self.weight, self.fpc) if name]
        return tuple(dict.fromkeys((*single, *self.keys, *self.numbers, *self.codes, *self.replicates)))


class Reader:
    """Reads raw columns as numbers or as codes, missing codes being missing."""

    def __init__(self, types: Mapping[str, nw.dtypes.DType], dictionary: Dictionary) -> None:
        self.types = types
        self.dictionary = dictionary

    def columns(self, uses: Uses) -> dict[str, nw.Expr]:
        """Return the columns that are read, converted, by the name that each has in the prepared table."""
        return {
            WEIGHT: self.number(uses.weight) if uses.weight else nw.lit(1.0),
            **({FPC: self.number(uses.fpc)} if uses.fpc else {}),
            **{key_of(name): self.code(name) for name in uses.keys},
            **{number_of(name): self.number(name) for name in (*uses.numbers, *uses.replicates)},
            **{code_of(name): self.code(name) for name in uses.codes},
        }

    def number(self, name: str) -> nw.Expr:
        """Read a column as a number; what is no number is missing, and a flag tells it."""
        column = self._answer(name)
        if self.types[name].is_numeric():
            return column.cast(nw.Float64)
        text = column.cast(nw.String)
        return nw.when(text.str.contains(NUMBER)).then(text.str.strip_chars()).otherwise(None).cast(nw.Float64)

    def code(self, name: str) -> nw.Expr:
        """Read a column as a code, or as a key of groups: whole numbers and text stay what they are."""
        kind = self.types[name]
        if kind.is_integer():
            return self._answer(name)
        return self._answer(name).cast(nw.Float64 if kind.is_numeric() else nw.String)

    def is_no_number(self, name: str) -> nw.Expr:
        """Say of each row whether it holds an answer that is no number."""
        answer = self._answer(name).cast(nw.String)
        return ~answer.is_null() & ~answer.str.contains(NUMBER)

    def _answer(self, name: str) -> nw.Expr:
        missing = self.dictionary.of(name).missing
        column = nw.col(name)
        if not missing:
            return column
        codes = codes_like(self.types[name], missing)
        return nw.when(~column.is_in(codes)).then(column) if codes else column


def codes_like(kind: nw.dtypes.DType, codes: Iterable[Code]) -> list[str] | list[int] | list[float]:
    """Write codes as a column of this type holds them; those it could not hold are left out.

    Whole numbers are compared with whole numbers, which is quicker; with others as soon as one is asked for.

    >>> codes_like(nw.Int64(), (8, "9", "x")), codes_like(nw.Int64(), (8, 9.5)), codes_like(nw.String(), (8, "9"))
    ([8, 9], [8.0, 9.5], ['8', '9'])
    """
    if not kind.is_numeric():
        return [str(code) for code in codes]
    found = []
    for code in codes:
        try:
            found.append(float(code))
        except ValueError:
            continue
    whole = kind.is_integer() and all(code.is_integer() for code in found)
    return [int(code) for code in found] if whole else found
