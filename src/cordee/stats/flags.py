"""What may be wrong with rows: a flag is a column that is true on a row where something is wrong.

Rows with any flag are counted in the same pass as the rest; which flags they are is looked at only where some are
raised.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import narwhals as nw

from cordee.core.packs.messages.wording import Said
from cordee.stats.raw_columns import Reader, Uses, codes_like

Role = Literal["stratum", "cluster", "margin"]
ROLES: Mapping[Role, Said] = {
    "stratum": Said("la strate", "the stratum"),
    "cluster": Said("la grappe", "the cluster"),
    "margin": Said("la marge", "the margin"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that may be wrong with rows: the message, the column concerned, and the condition on raw columns."""

    message: str
    column: str
    condition: nw.Expr
    role: Role | None = None


def flags_of(reader: Reader, uses: Uses) -> Iterator[Flag]:
    """Return what may be wrong with the columns that are used."""
    if uses.weight:
        yield from _of_weight(reader, uses.weight)
    for name in (*uses.numbers, *([uses.fpc] if uses.fpc else [])):
        if not reader.types[name].is_numeric():
            yield Flag("not-a-number", name, reader.is_no_number(name))
    for name in uses.replicates:
        weight = reader.number(name)
        yield Flag("replicate-weight", name, weight.is_null() | ~weight.is_finite() | (weight < 0))
    yield from _of_keys(reader, uses)
    for name in dict.fromkeys((*uses.domains, *uses.codes)):
        codes = reader.dictionary.closed_codes(name)
        if codes:
            wrong = ~nw.col(name).is_null() & ~nw.col(name).is_in(codes_like(reader.types[name], codes))
            yield Flag("unknown-code", name, wrong)


def _of_weight(reader: Reader, name: str) -> Iterator[Flag]:
    weight = reader.number(name)
    yield Flag("weight-missing", name, nw.col(name).is_null())
    if not reader.types[name].is_numeric():
        yield Flag("weight-text", name, reader.is_no_number(name))
    yield Flag("weight-infinite", name, ~weight.is_finite())
    yield Flag("weight-zero", name, weight == 0)
    yield Flag("weight-negative", name, weight < 0)


def _of_keys(reader: Reader, uses: Uses) -> Iterator[Flag]:
    for name in uses.strata:
        yield Flag("empty-key", name, nw.col(name).is_null(), "stratum")
    for name in uses.clusters:
        yield Flag("empty-key", name, nw.col(name).is_null(), "cluster")
    for name in uses.margins:
        yield Flag("margin-empty", name, reader.code(name).is_null(), "margin")
    for name in uses.number_margins:
        number = reader.number(name)
        yield Flag("margin-no-number", name, number.is_null() | ~number.is_finite(), "margin")
