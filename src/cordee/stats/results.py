"""One row of results, and the order and names of its columns, which never change."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import isfinite, nan
from typing import Literal

from cordee.stats.grouping_keys import label
from cordee.stats.port import Key

Status = Literal["ok", "suppressed", "too_few", "single_psu"]
BEFORE = ("measure", "variable", "values")
AFTER = ("n", "n_eff", "estimate", "se", "lower", "upper", "df", "deff", "status")
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """An estimate. `domains` are pairs of a variable and its category; numbers that are not known are `nan`.

    `n`: respondents of the base; `n_eff` = (Σ w)² / Σ w²; `deff`: variance over that of a simple random sample with
    replacement of the same n. Status: `ok`; `suppressed` (hidden, with its numbers); `too_few` (no answer, or no degree
    of freedom: no interval); `single_psu` (the variance rests on the rule chosen for strata with one cluster).
    """

    measure: str
    variable: str
    values: str
    domains: tuple[tuple[str, Key], ...]
    n: int
    n_eff: float
    estimate: float = nan
    se: float = nan
    lower: float = nan
    upper: float = nan
    df: int | None = None
    deff: float = nan
    status: Status = "ok"
    weight: float = field(default=nan, compare=False)
    """The sum of weights behind the estimate: it serves suppression and is never written."""

    def hidden(self) -> "Row":
        """Return the row without its numbers; how many answered stays.

        >>> Row("mean", "q1", "", (), 12, 10.0, 3.5, 0.1).hidden().estimate
        nan
        """
        hidden = {"n_eff": nan, "estimate": nan, "se": nan, "lower": nan, "upper": nan, "df": None, "deff": nan}
        return replace(self, **hidden, status="suppressed")  # type: ignore[arg-type]


def columns_of(rows: Sequence[Row]) -> list[str]:
    """Return the names of the columns: one a variable that cuts the sample, in the order of their first use.

    >>> columns_of([])[:3]
    ['measure', 'variable', 'values']
    """
    domains = dict.fromkeys(name for row in rows for name, _ in row.domains)
    return [*BEFORE, *domains, *AFTER]


def cells_of(row: Row, columns: Sequence[str]) -> list[Cell]:
    """Return the cells of a row, None for what is not known.

    >>> cells_of(Row("mean", "q1", "", (("region", "01"),), 12, 10.5, 3.5), ["variable", "region", "n", "se"])
    ['q1', '01', 12, None]
    """
    domains = {name: label(key) for name, key in row.domains}
    return [domains.get(name) if name not in (*BEFORE, *AFTER) else _plain(getattr(row, name)) for name in columns]


def _plain(value: Cell) -> Cell:
    if isinstance(value, float) and not isfinite(value):
        return None
    return value
