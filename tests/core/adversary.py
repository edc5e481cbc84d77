"""The adversary: reads every number and word that is published of a table, and tries to tell people apart by them.

It knows the rule, the plan, the names of everyone and where they stand; in the linear attack it even knows every answer
but those to one item. It works on any way of publishing, the right one or those that are made to leak on purpose.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from tests.core.alliance import small_pack
from tests.core.partners import FEW_DRAWS, NO_DRAWS, RULE, with_level

from cordee.core.answers import AnswerTable, Mark
from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import (
    Block,
    Plan,
    Word,
    masked,
    organisation_readings,
    plan_of,
    published_reading,
    published_verbatims,
)
from cordee.core.disclosure.publishing import only_organisation, rounded
from cordee.core.disclosure.rule import cells_shown
from cordee.core.disclosure_wording import plan_words
from cordee.core.packs.pack import Pack

OWN = "steering"
FORM = "short"
NEWER = small_pack(
    interval={"level": "0.9", "draws": 40, "fewest_respondents": 3, "seed": 23}, target=4, perception_gap="0.5"
)
CLOSE = 1e-8
LANGS = ("fr", "en")

Publisher = Callable[[AnswerTable], tuple[Any, ...]]
"""What anyone may read of a table: values, readings and sentences."""


@dataclass
class Tally:
    """How many times an attack was tried, and how many times it told something."""

    attack: str
    attempts: int = 0
    disclosures: int = 0

    def __str__(self) -> str:
        return f"{self.attack:>48} │ {self.attempts:>8,} attempts │ {self.disclosures:>3} disclosures"


def words_of(table: AnswerTable) -> list[Word]:
    """Make each person write words on the first item: they tell what the person answered, so that they move with it."""
    return [
        Word(table.circles[circle], table.items[0], repr(scores.tolist()), False, table.organisations[home])
        for circle, home, scores in zip(table.circle_of, table.organisation_of, table.scores, strict=True)
    ]


def published(table: AnswerTable) -> tuple[Any, ...]:
    """Publish everything as it should be: reading, organisations, words, sentences, and a newer release again."""
    plan = plan_of(table, RULE, OWN)
    reading = published_reading(FEW_DRAWS, FORM, table, plan, RULE)
    again = published_reading(NEWER, FORM, table, plan, RULE)
    organisations = organisation_readings(FEW_DRAWS, FORM, table, plan, RULE)
    words = published_verbatims(words_of(table), table, plan, RULE)
    said = [plan_words(plan, RULE, str.title, lang) for lang in LANGS]
    return (reading, again, organisations, words, *said)


def exact(table: AnswerTable) -> tuple[Any, ...]:
    """Publish more than is: to full precision, without draws."""
    return _exactly(table, plan_of(table, RULE, OWN))


def _exactly(table: AnswerTable, plan: Plan, pack: Pack = NO_DRAWS) -> tuple[Any, ...]:
    shown = masked(table, plan)
    apart = range(len(shown.organisations)) if plan.organisations_shown else ()
    parts = [shown, *(only_organisation(shown, home) for home in apart)]
    return tuple(diagnose(pack, FORM, part, OWN) for part in parts)


def leaking_everything(table: AnswerTable) -> tuple[Any, ...]:
    """Publish the plain reading of everyone."""
    return (rounded(diagnose(NO_DRAWS, FORM, table, OWN), 2),)


def leaking_small_organisations(table: AnswerTable) -> tuple[Any, ...]:
    """Publish means of the means of organisations, however small they are."""
    plan = plan_of(table, RULE, OWN)
    groups = tuple(
        replace(group, blocks=tuple(Block(name, (name,)) for block in group.blocks for name in block.organisations))
        for group in plan.groups
    )
    return _exactly(table, replace(plan, groups=groups))[:1]


def leaking_items(table: AnswerTable) -> tuple[Any, ...]:
    """Publish the items that too few of a group answered."""
    plan = plan_of(table, RULE, OWN)
    return _exactly(table, replace(plan, groups=tuple(replace(group, masked_items=()) for group in plan.groups)))[:1]


def leaking_by_subtraction(table: AnswerTable) -> tuple[Any, ...]:
    """Hide small circles, but let them enter the whole: what most systems do."""
    plan = plan_of(table, RULE, OWN)
    reading = diagnose(NO_DRAWS, FORM, table, OWN)
    hidden = {one.circle for one in plan.hidden if not one.verdict.shown}
    shown = tuple(scope for scope in reading.circles if scope.circle not in hidden)
    return (replace(reading, circles=shown, perception=(), priorities=(), advice=()),)


LEAKS: tuple[Publisher, ...] = (
    leaking_everything,
    leaking_small_organisations,
    leaking_items,
    leaking_by_subtraction,
)


def everything(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a publication, numbers, names and sentences, with where it stands."""
    if is_dataclass(value):
        for field in fields(value):
            yield from everything(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from everything(each, f"{path}[{key}]")
    elif isinstance(value, tuple | list):
        yield f"{path}#", len(value)
        for place, each in enumerate(value):
            yield from everything(each, f"{path}[{place}]")
    else:
        yield path, value


def differs(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Tell whether two publications can be told apart by anything they say."""
    return list(map(repr, everything(one))) != list(map(repr, everything(other)))


def gradients(publisher: Publisher, table: AnswerTable, item: int) -> np.ndarray:
    """Return how each published number moves with each answer to an item, for those that move in proportion: (K, R).

    Everyone stands at level 1; each person in turn rises by one and by two. Counts of a level are kept too.
    """
    rows = np.flatnonzero(table.answered[:, item])
    scores = np.where(table.answered, 1.0, np.nan)
    level = replace(table, scores=scores)
    base = dict(_numbers(publisher(level)))
    moves, twice = np.zeros((2, len(base), len(rows)))
    for place, row in enumerate(rows):
        for rise, moved in ((1, moves), (2, twice)):
            found = dict(_numbers(publisher(with_level(level, row, item, 1.0 + rise))))
            moved[:, place] = [found.get(path, np.nan) - value for path, value in base.items()]
    counts = np.array([".counts[" in path for path in base])
    kept = counts | (np.abs(twice - 2 * moves) < CLOSE).all(axis=1)
    moves = moves[kept & ~np.isnan(moves).any(axis=1)]
    return np.unique(moves[np.abs(moves).max(axis=1, initial=0) > CLOSE].round(12), axis=0)


def _numbers(published_values: tuple[Any, ...]) -> Iterator[tuple[str, float]]:
    for path, value in everything(published_values):
        if isinstance(value, int | float) and not isinstance(value, bool) and "#" not in path:
            yield path, float(value)


def linear_attack(publisher: Publisher, table: AnswerTable, item: int, tally: Tally) -> None:
    """Combine the published numbers in every linear way, and look for the sum of a group too small to be shown.

    Each set of people who answered the item and may not be shown is one attempt: it is disclosed when its indicator
    lies in the space that the rows of `gradients` span.
    """
    rows = np.flatnonzero(table.answered[:, item])
    sets = np.array(list(product((0.0, 1.0), repeat=len(rows))))[1:]
    homes = np.eye(len(table.organisations))[table.organisation_of[rows]]
    unsafe = sets[~cells_shown((sets @ homes).T, RULE)]
    known = gradients(publisher, table, item)
    tally.attempts += len(unsafe)
    if not len(known):
        return
    _, sizes, directions = np.linalg.svd(known, full_matrices=False)
    basis = directions[sizes > CLOSE]
    left = unsafe - unsafe @ basis.T @ basis
    tally.disclosures += int((np.abs(left).max(axis=1) < CLOSE).sum())


def counting_attack(
    publisher: Publisher, table: AnswerTable, said: Sequence[bool], levels: Sequence[int], tally: Tally
) -> None:
    """List every way the people of `said` could have answered an item, and keep those that publish the same.

    A person's answer is disclosed when it is the same in all of them, unless everyone who weighs with that person
    answered alike: that limit is documented. Each person in each publication is one attempt.
    """
    rows = np.flatnonzero(said)
    ways = np.array(list(product(levels, repeat=len(rows))), dtype=float)
    by_publication: dict[str, list[int]] = {}
    for start in range(0, len(ways), len(table.items) - 1):
        part = ways[start : start + len(table.items) - 1]
        values = publisher(_with_ways(table, rows, part))
        for column in range(len(part)):
            by_publication.setdefault(_about(values, table.items[column]), []).append(start + column)
    mates = _weigh_together(_with_ways(table, rows, ways[:1]), rows)
    for places in by_publication.values():
        alike = ways[places]
        for person in range(len(rows)):
            tally.attempts += 1
            unanimous = bool((alike[:, mates[person]] == alike[:, person, None]).all()) and mates[person].sum() > 1
            tally.disclosures += int((alike[:, person] == alike[0, person]).all() and not unanimous)


def _with_ways(table: AnswerTable, rows: np.ndarray, ways: np.ndarray) -> AnswerTable:
    """Let `rows` answer every item but the last in one of the ways, the others not know; all answer the last."""
    scores, marks = np.full(table.scores.shape, np.nan), np.full(table.marks.shape, Mark.DONT_KNOW, dtype=np.int8)
    filled = np.concatenate([ways, np.repeat(ways[:1], len(table.items) - 1 - len(ways), axis=0)])
    scores[rows, :-1] = filled.T
    scores[:, -1] = 2
    marks[~np.isnan(scores)] = Mark.ANSWERED
    return replace(table, scores=scores, marks=marks)


def _about(values: tuple[Any, ...], item: str) -> str:
    """Everything a publication says of one item by itself; the shares of an axis repeat its score."""
    said = []
    for reading in values:
        for scope in (reading.overall, *reading.circles):
            one = scope.item(item)
            said.append((scope.circle, one.score, one.distribution, one.agreement))
        said.extend((gap.own, gap.others, gap.gap, gap.kind) for gap in reading.perception if gap.item == item)
    return repr(said)


def _weigh_together(table: AnswerTable, rows: np.ndarray) -> np.ndarray:
    """Who weighs with whom on an item that is shown: (R, R)."""
    plan = plan_of(table, RULE, OWN)
    block_of: dict[tuple[str, str], tuple[str, str]] = {
        (circle, home): (group.label, block.name)
        for group in plan.groups
        if table.items[0] not in group.masked_items
        for circle in group.circles
        for block in group.blocks
        for home in block.organisations
    }
    places = [(table.circles[table.circle_of[row]], table.organisations[table.organisation_of[row]]) for row in rows]
    blocks = [block_of.get(place, number) for number, place in enumerate(places)]
    return np.array([[one == other for other in blocks] for one in blocks])
