"""From the raw columns of a file to the few columns that statistics read: weight, keys, numbers, codes, and flags.

A flag is a column that is true on a row where something is wrong. Rows with any flag are counted in the same pass as
the rest; which flags they are is looked at only where there are some.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

import narwhals as nw

from cordee.core.packs.messages.wording import Said, suggestion
from cordee.stats.columns import FPC, WEIGHT, Among, code_of, key_of, number_of
from cordee.stats.design import Code
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.port import Sum, Table
from cordee.stats.sources.dictionary import Dictionary

FLAGGED = "_flagged"
NUMBER = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"

Role = Literal["stratum", "cluster", "margin"]
ROLES: Mapping[Role, Said] = {
    "stratum": Said("la strate", "the stratum"),
    "cluster": Said("la grappe", "the cluster"),
    "margin": Said("la marge", "the margin"),
}


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


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that may be wrong with rows: the message, the column concerned, and the condition on raw columns."""

    message: str
    column: str
    condition: nw.Expr
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What statistics read, not read yet, and what must be looked at before believing it.

    `columns`: each column of the table, but flags, as an expression on raw columns.
    """

    table: Table
    raw: Table
    flags: tuple[Flag, ...]
    types: Mapping[str, nw.dtypes.DType]
    columns: Mapping[str, nw.Expr]

    @property
    def check(self) -> Sum:
        """Return the sum that counts rows on which a flag is raised, whichever it is."""
        return Sum(0, Among(FLAGGED, (True,)))

    @property
    def checks(self) -> tuple[Sum, ...]:
        """Return one sum a flag: on how many rows it is raised."""
        return tuple(Sum(0, Among(_flag(place), (True,))) for place in range(len(self.flags)))

    def helpers(self, columns: Sequence[str]) -> list[nw.Expr]:
        """Return the weight and some columns as expressions on raw columns, to be added beside them."""
        return [self.columns[name].alias(name) for name in (WEIGHT, *columns)]


def prepare(raw: Table, uses: Uses, dictionary: Dictionary, name: str) -> Prepared:
    """Choose and convert the columns that are used, without reading a row. SurveyRefused: a column is not there."""
    types = dict(raw.collect_schema())
    _refuse_absent(uses.columns, list(types), name)
    reader = Reader(types, dictionary)
    flags = tuple(reader.flags(uses))
    converted = reader.columns(uses)
    raised = [flag.condition.fill_null(value=False) for flag in flags]
    told = {_flag(place): condition for place, condition in enumerate(raised)}
    columns = {**converted, **told, FLAGGED: reduce(or_, raised, nw.lit(value=False))}
    table = raw.select(*(column.alias(name) for name, column in columns.items()))
    return Prepared(table, raw, flags, types, converted)


def _flag(place: int) -> str:
    return f"_flag_{place}"


def _refuse_absent(wanted: Iterable[str], known: Sequence[str], name: str) -> None:
    faults: list[SurveyFault] = [
        survey_fault("missing-column", name, column=column, suggestion=suggestion(column, list(known)))
        for column in wanted
        if column not in known
    ]
    if faults:
        raise SurveyRefused(faults)


class Reader:
    """Reads raw columns as numbers, codes or keys, missing codes being missing."""

    def __init__(self, types: Mapping[str, nw.dtypes.DType], dictionary: Dictionary) -> None:
        self.types = types
        self.dictionary = dictionary

    def columns(self, uses: Uses) -> dict[str, nw.Expr]:
        """Return the columns that are read, converted, by the name that each has in the prepared table."""
        return {
            WEIGHT: self.number(uses.weight) if uses.weight else nw.lit(1.0),
            **({FPC: self.number(uses.fpc)} if uses.fpc else {}),
            **{key_of(name): self.key(name) for name in uses.keys},
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
        """Read a column as a code: a number when the file declares one, else text."""
        kind = self.types[name]
        if kind.is_integer():
            return self._answer(name)
        return self._answer(name).cast(nw.Float64 if kind.is_numeric() else nw.String)

    def key(self, name: str) -> nw.Expr:
        """Read a column as a key of groups: whole numbers and text stay what they are."""
        kind = self.types[name]
        if kind.is_integer():
            return self._answer(name)
        return self._answer(name).cast(nw.Float64 if kind.is_numeric() else nw.String)

    def _answer(self, name: str) -> nw.Expr:
        missing = self.dictionary.of(name).missing
        column = nw.col(name)
        if not missing:
            return column
        codes = codes_like(self.types[name], missing)
        return nw.when(~column.is_in(codes)).then(column) if codes else column

    def flags(self, uses: Uses) -> Iterable[Flag]:
        """Return what may be wrong with the columns that are used."""
        if uses.weight:
            yield from self._weight(uses.weight)
        for name in (*uses.numbers, *([uses.fpc] if uses.fpc else [])):
            if not self.types[name].is_numeric():
                yield Flag("not-a-number", name, self._is_no_number(name))
        for name in uses.replicates:
            weight = self.number(name)
            yield Flag("replicate-weight", name, weight.is_null() | ~weight.is_finite() | (weight < 0))
        yield from self._keys(uses)
        for name in dict.fromkeys((*uses.domains, *uses.codes)):
            codes = self.dictionary.closed_codes(name)
            if codes:
                wrong = ~nw.col(name).is_null() & ~nw.col(name).is_in(codes_like(self.types[name], codes))
                yield Flag("unknown-code", name, wrong)

    def _weight(self, name: str) -> Iterable[Flag]:
        weight = self.number(name)
        yield Flag("weight-missing", name, nw.col(name).is_null())
        if not self.types[name].is_numeric():
            yield Flag("weight-text", name, self._is_no_number(name))
        yield Flag("weight-infinite", name, ~weight.is_finite())
        yield Flag("weight-zero", name, weight == 0)
        yield Flag("weight-negative", name, weight < 0)

    def _keys(self, uses: Uses) -> Iterable[Flag]:
        for name in uses.strata:
            yield Flag("empty-key", name, nw.col(name).is_null(), "stratum")
        for name in uses.clusters:
            yield Flag("empty-key", name, nw.col(name).is_null(), "cluster")
        for name in uses.margins:
            yield Flag("margin-empty", name, self.key(name).is_null(), "margin")
        for name in uses.number_margins:
            number = self.number(name)
            yield Flag("margin-no-number", name, number.is_null() | ~number.is_finite(), "margin")

    def _is_no_number(self, name: str) -> nw.Expr:
        answer = self._answer(name).cast(nw.String)
        return ~answer.is_null() & ~answer.str.contains(NUMBER)


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
