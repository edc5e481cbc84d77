"""The table that may be read: what is hidden is blank in it, and who is who is gone."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import AnswerTable, Indices, Mark, Scores
from cordee.core.disclosure.dealing import dealt_again
from cordee.core.disclosure.plan import Plan
from cordee.core.disclosure.planning import roll_of


class AnotherTable(ValueError):
    """A plan was made for other people than those of the table: a second cut of nearly the same people would leak."""


def masked(table: AnswerTable, plan: Plan) -> AnswerTable:
    """Return the table of which every number may be published: circles are groups, organisations are blocks.

    Only those who gave a level are there, without their names. What is left out is blank, and the answers to each item
    are dealt out again among the people of a block (`dealing`): two tables that differ by who said what inside a block,
    or by what is hidden, give the same one. A block weighs as many as its organisations. Items that the plan does not
    know are blank. An open plan returns the table as it is.

    Raises AnotherTable when the table holds other people than those the plan was made for.
    """
    if plan.is_open:
        return table
    if roll_of(table) != plan.roll:
        raise AnotherTable("this plan was made for other people: circles and organisations do not have the same counts")
    weights = {block.name: float(len(block.organisations)) for group in plan.groups for block in group.blocks}
    group_of, block_of = _places(table, plan, list(weights))
    scores, marks, importance = _blanked(table, plan, group_of)
    rows = _by_marks(group_of, block_of, marks, importance)
    blocks = _runs(group_of[rows], block_of[rows])
    return AnswerTable(
        respondents=tuple(f"r{place}" for place in range(1, len(rows) + 1)),
        organisations=tuple(weights),
        circles=tuple(group.label for group in plan.groups),
        items=table.items,
        topics=table.topics,
        organisation_of=block_of[rows],
        circle_of=group_of[rows],
        scores=dealt_again(scores[rows], blocks),
        marks=marks[rows],
        importance=dealt_again(importance[rows], blocks),
        weights=np.array(list(weights.values())),
    )


def _places(table: AnswerTable, plan: Plan, names: list[str]) -> tuple[Indices, Indices]:
    """The group and the block of each row, −1 for those who are not shown."""
    place_of: Mapping[tuple[str, str], tuple[int, int]] = {
        (circle, organisation): (place, names.index(block.name))
        for place, group in enumerate(plan.groups)
        for circle in group.circles
        for block in group.blocks
        for organisation in block.organisations
    }
    circles = [table.circles[circle] for circle in table.circle_of.tolist()]
    homes = [table.organisations[home] for home in table.organisation_of.tolist()]
    places = [place_of.get(pair, (-1, -1)) for pair in zip(circles, homes, strict=True)]
    both = np.array(places, dtype=np.intp).reshape(-1, 2)
    both[~table.answered.any(axis=1)] = -1
    return both[:, 0], both[:, 1]


def _blanked(table: AnswerTable, plan: Plan, group_of: Indices) -> tuple[Scores, NDArray[np.int8], Scores]:
    scores, marks, importance = table.scores.copy(), table.marks.copy(), table.importance.copy()
    for place, group in enumerate(plan.groups):
        rows = np.flatnonzero(group_of == place)
        items = _columns(table.items, plan.items, group.masked_items)
        scores[np.ix_(rows, items)] = np.nan
        marks[np.ix_(rows, items)] = Mark.UNANSWERED
        importance[np.ix_(rows, _columns(table.topics, plan.topics, group.masked_topics))] = np.nan
    return scores, marks, importance


def _columns(names: tuple[str, ...], known: tuple[str, ...], left_out: tuple[str, ...]) -> Indices:
    """The columns that are hidden: those left out, and those the plan was not made for."""
    kept = set(known) - set(left_out)
    return np.array([place for place, name in enumerate(names) if name not in kept], dtype=np.intp)


def _by_marks(group_of: Indices, block_of: Indices, marks: NDArray[np.int8], importance: Scores) -> Indices:
    """The rows that are shown, by group, block, then what they answered, whatever the levels."""
    said = np.concatenate([marks, ~np.isnan(importance)], axis=1).astype(np.int8)
    keys = [row.tobytes() for row in said]
    shown = np.flatnonzero(group_of >= 0).tolist()
    ordered = sorted(shown, key=lambda row: (group_of[row], block_of[row], keys[row]))
    return np.array(ordered, dtype=np.intp)


def _runs(group_of: Indices, block_of: Indices) -> list[Indices]:
    """The rows of each block of each group; they follow each other."""
    changes = np.flatnonzero((np.diff(group_of) != 0) | (np.diff(block_of) != 0)) + 1
    return [run for run in np.split(np.arange(len(group_of)), changes) if len(run)]
