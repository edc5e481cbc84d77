"""Readings that may be stored and shown: of the masked table alone, with honest counts and rounded numbers."""

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

import numpy as np

from cordee.core.answers import AnswerTable
from cordee.core.diagnosis import axes_of, diagnose
from cordee.core.disclosure.masking import masked
from cordee.core.disclosure.plan import Plan
from cordee.core.disclosure.rule import DisclosureRule
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, Reading, ScopeReading

EXACT = frozenset({"weight", "p", "target", "at_most", "at_least"})
"""Not rounded: bounds of the pack, weights that depend on no level, and p, which follows from the counts shown."""

PLAIN = frozenset({int, str, bool, type(None)})
"""Kinds that have nothing to round; a reading has many."""

T = TypeVar("T")

NOISE = 9
"""Decimals kept before rounding, so that the order of a sum does not decide of a half."""


@dataclass(frozen=True, slots=True)
class OrganisationReading:
    """What the people of one organisation said of each axis, over every circle where they are."""

    organisation: str
    axes: tuple[AxisReading, ...]


def published_reading(pack: Pack, form_id: str, table: AnswerTable, plan: Plan, rule: DisclosureRule) -> Reading:
    """Read what may be published of a table: every number is one of the masked table, rounded to `rule.decimals`.

    Circles are the groups of the plan, by their labels; the counts of organisations are those of the plan. With an
    open plan it is the plain reading, to full precision. Raises AnotherTable when the plan is that of other people.
    """
    shown = masked(table, plan)
    reading = diagnose(pack, form_id, shown, plan.own_circle)
    if plan.is_open:
        return reading
    counted = replace(
        reading,
        respondents=plan.respondents,
        organisations=plan.organisations,
        overall=replace(reading.overall, organisations=0 if plan.nothing_shown else plan.organisations),
        circles=tuple(_counted(scope, plan) for scope in reading.circles),
    )
    return rounded(counted, rule.decimals)


def organisation_readings(
    pack: Pack, form_id: str, table: AnswerTable, plan: Plan, rule: DisclosureRule
) -> tuple[OrganisationReading, ...]:
    """Read each organisation by itself, in the order of their names; empty where the plan hides them.

    `plan.organisations_hidden` says why.
    """
    if not plan.organisations_shown:
        return ()
    shown = masked(table, plan)
    home_of = {block.name: block.organisations[0] for group in plan.groups for block in group.blocks}
    readings = []
    for home, name in enumerate(shown.organisations):
        axes = axes_of(pack, form_id, only_organisation(shown, home))
        said = axes if plan.is_open else rounded(axes, rule.decimals)
        readings.append(OrganisationReading(home_of.get(name, name), said))
    return tuple(sorted(readings, key=lambda one: one.organisation))


def only_organisation(table: AnswerTable, organisation: int) -> AnswerTable:
    """Return the rows of one organisation as a table of their own."""
    rows = np.flatnonzero(table.organisation_of == organisation)
    present, circle_of = np.unique(table.circle_of[rows], return_inverse=True)
    return AnswerTable(
        respondents=tuple(table.respondents[row] for row in rows),
        organisations=(table.organisations[organisation],),
        circles=tuple(table.circles[circle] for circle in present),
        items=table.items,
        topics=table.topics,
        organisation_of=np.zeros(len(rows), dtype=np.intp),
        circle_of=circle_of.astype(np.intp),
        scores=table.scores[rows],
        marks=table.marks[rows],
        importance=table.importance[rows],
    )


def _counted(scope: ScopeReading, plan: Plan) -> ScopeReading:
    group = plan.labelled(scope.circle or "")
    return replace(scope, organisations=group.organisations)


def rounded(value: T, decimals: int) -> T:
    """Round every number of frozen values, wherever it stands, but for those of EXACT.

    >>> from cordee.core.estimates import Estimate
    >>> rounded((Estimate(2.0049, 9),), 2)[0].value
    2.0
    """
    return cast("T", _rounded(value, decimals))


def _rounded(value: Any, decimals: int) -> Any:
    kind: Any = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, float):
        return round(round(value, NOISE), decimals) + 0.0
    if kind is tuple:
        return tuple([_rounded(each, decimals) for each in value])
    if kind is dict:
        return {key: _rounded(each, decimals) for key, each in value.items()}
    if names := _names_of(kind):
        return kind(*[_of_field(value, name, decimals) for name in names])
    return value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _of_field(value: Any, name: str, decimals: int) -> Any:
    each = getattr(value, name)
    return each if type(each) in PLAIN or name in EXACT else _rounded(each, decimals)
