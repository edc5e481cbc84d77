"""Hiding figures: those that rest on too few, those from which they could be found again, and their differences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import isfinite

from cordee.core.table_disclosure import Sum, protected
from cordee.stats.grouping_keys import label
from cordee.stats.measuring import VERSUS
from cordee.stats.results import Row

Domain = tuple[tuple[str, str], ...]
"""Pairs of a variable and its category, in the order of the variables."""
Question = tuple[str, str]
"""A variable and the values that are counted; none for a mean."""
ADDED_UP = ("proportion", "mean", "total", "ratio")
"""Measures that a total gives, so that the hidden part of a sum could be found by taking the shown ones away."""


def suppressed(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those that may not be shown without their numbers.

    Rows come with the status `suppressed` where their base is too small. When a crossing of domains is shown beside the
    total that it adds up to, the weighted totals of its cells are protected (`core.table_disclosure`). The mean of a
    domain is hidden with its total, and a difference with a hidden domain is hidden too.

    >>> cells = [("01", 12, 0.5), ("11", 90, 0.4), ("24", 80, 0.6)]
    >>> made = [Row("proportion", "q", "1", (("region", r),), n, n, p, weight=n) for r, n, p in cells]
    >>> made[0] = replace(made[0], status="suppressed")
    >>> [row.status for row in suppressed([*made, Row("proportion", "q", "1", (), 182, 182, 0.49, weight=182)])]
    ['suppressed', 'suppressed', 'ok', 'ok']
    """
    hidden = set(_hidden(rows))
    marked = [replace(row, status="suppressed") if _reveals(row, hidden) else row for row in rows]
    return [row.hidden() if row.status == "suppressed" else row for row in marked]


def _hidden(rows: Sequence[Row]) -> Iterator[tuple[Question, Domain]]:
    tables: dict[tuple[str, Question], dict[Domain, Row]] = {}
    for row in rows:
        if row.measure in ADDED_UP:
            tables.setdefault((row.measure, (row.variable, row.values)), {})[_domain(row)] = row
    for (_, question), cells in tables.items():
        primary = [domain for domain, row in cells.items() if row.status == "suppressed"]
        yield from ((question, domain) for domain in [*primary, *_complementary(cells, primary)])


def _complementary(cells: dict[Domain, Row], primary: Sequence[Domain]) -> list[Domain]:
    """Return the domains to hide beside the primary ones."""
    if not primary:
        return []
    names = {domain: repr(domain) for domain in cells}
    values = {names[domain]: _total(row) for domain, row in cells.items()}
    back = {name: domain for domain, name in names.items()}
    sums = [Sum(names[whole], tuple(names[part] for part in parts)) for whole, parts in _sums(cells)]
    return [back[name] for name in protected(values, [names[domain] for domain in primary], sums)]


def _sums(domains: Iterable[Domain]) -> list[tuple[Domain, list[Domain]]]:
    """Return the totals that are shown with the parts they add up to: those with one variable more."""
    found: dict[tuple[Domain, str], list[Domain]] = {}
    known = set(domains)
    for part in known:
        for place, (variable, _) in enumerate(part):
            whole = part[:place] + part[place + 1 :]
            if whole in known:
                found.setdefault((whole, variable), []).append(part)
    return [(whole, sorted(parts)) for (whole, _), parts in sorted(found.items())]


def _total(row: Row) -> float:
    """Return the size of the weighted total behind a figure: of a share, the weighted count."""
    total = row.estimate if row.measure == "total" else row.estimate * row.weight
    return abs(total) if isfinite(total) else 0.0


def _reveals(row: Row, hidden: set[tuple[Question, Domain]]) -> bool:
    """Say whether a row shows a hidden domain, or how far another one is from it."""
    question, domain = (row.variable, row.values), _domain(row)
    if row.measure in ADDED_UP:
        return (question, domain) in hidden
    if row.measure not in ("difference", "change"):
        return False
    *inside, (along, pair) = [(name, label(key)) for name, key in row.domains]
    sides = (tuple(sorted((*inside, (along, side)))) for side in pair.split(VERSUS))
    return any((question, side) in hidden for side in sides)


def _domain(row: Row) -> Domain:
    return tuple(sorted((name, label(key)) for name, key in row.domains))
