"""Figures of an edition, read from its tables: a value with what is known of it, or nothing where it is hidden."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cordee.stats.results import AFTER, BEFORE

COMPARISONS = frozenset(("difference", "change"))
SHOWN = frozenset(("ok", "single_psu"))
"""Statuses under which a figure has its value and its interval; `single_psu` rests on the rule for lone clusters."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An estimate. `question` is a variable, `values` the codes counted, `domains` what the sample is cut by.

    Numbers are None where they are hidden or not known; a share is between 0 and 1.
    """

    question: str
    measure: str
    values: tuple[str, ...]
    domains: Mapping[str, str]
    n: int
    n_eff: float | None
    estimate: float | None
    se: float | None
    lower: float | None
    upper: float | None
    df: int | None
    deff: float | None
    status: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between two domains; `domains` holds « 11 vs rest » or « 2024 vs 2021 » for what is compared.

    `p_holm` is corrected over the domains shown together. `distinguishable`: None where nothing can be said.
    """

    question: str
    measure: str
    values: tuple[str, ...]
    domains: Mapping[str, str]
    n: int
    estimate: float | None
    se: float | None
    lower: float | None
    upper: float | None
    p_holm: float | None
    distinguishable: bool | None
    status: str


def figures_in(path: Path) -> tuple[Figure, ...]:
    """Read the estimates of an edition, in their order; comparisons are read from their own table."""
    return tuple(_figure(row) for row in _rows(path) if row["measure"] not in COMPARISONS)


def differences_in(path: Path) -> tuple[Difference, ...]:
    """Read the comparisons of an edition, in their order; none when it has no such table."""
    return tuple(_difference(row) for row in _rows(path)) if path.exists() else ()


def select(
    figures: Iterable[Figure], question: str, values: tuple[str, ...] | None = None, **domains: str
) -> tuple[Figure, ...]:
    """Return the figures of a question whose domains are exactly those given (and its values, when they are).

    >>> cut = Figure("q", "mean", (), {"region": "11"}, 40, 40.0, 3.0, 0.1, 2.8, 3.2, 39, 1.0, "ok")
    >>> len(select([cut], "q", region="11")), len(select([cut], "q")), len(select([cut], "q", region="11", wave="2024"))
    (1, 0, 0)
    """
    return tuple(
        figure
        for figure in figures
        if figure.question == question
        and dict(figure.domains) == domains
        and (values is None or figure.values == values)
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        question=row["variable"], measure=row["measure"], values=_codes(row), domains=_domains(row, AFTER),
        n=int(row["n"]), n_eff=_number(row["n_eff"]), estimate=_number(row["estimate"]), se=_number(row["se"]),
        lower=_number(row["lower"]), upper=_number(row["upper"]), df=int(row["df"]) if row["df"] else None,
        deff=_number(row["deff"]), status=row["status"],
    )  # fmt: skip


def _difference(row: dict[str, str]) -> Difference:
    from cordee.stats.comparison import COMPARED

    told = row["distinguishable"]
    return Difference(
        question=row["variable"], measure=row["measure"], values=_codes(row), domains=_domains(row, COMPARED),
        n=int(row["n"]), estimate=_number(row["difference"]), se=_number(row["se"]), lower=_number(row["lower"]),
        upper=_number(row["upper"]), p_holm=_number(row["p_holm"]), distinguishable=told == "yes" if told else None,
        status=row["status"],
    )  # fmt: skip


def _codes(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row["values"].split("|")) if row["values"] else ()


def _domains(row: dict[str, str], after: Iterable[str]) -> dict[str, str]:
    """Return the columns between those that every table has; an empty one does not cut the sample."""
    fixed = {*BEFORE, *after}
    return {name: category for name, category in row.items() if name not in fixed and category}


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
