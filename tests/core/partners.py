"""Alliances of several circles for the tests of confidentiality: written in short, or drawn at random."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st
from tests.core.alliance import CIRCLES, answer, sheet, small, small_pack, table

from cordee.core.answers import Answer, AnswerTable, Mark, table_of
from cordee.core.disclosure import DisclosureRule, Plan
from cordee.core.disclosure.dealing import coarse, likeness

RULE = DisclosureRule()
ITEMS = [item.id for item in small().instrument.items_of("short")]
TOPICS = [topic.id for topic in small().instrument.topics_of("short")]
FEW_DRAWS = small_pack(interval={"level": "0.95", "draws": 60, "fewest_respondents": 3, "seed": 17})
NO_DRAWS = small_pack(interval={"level": "0.95", "draws": 60, "fewest_respondents": 1000, "seed": 17})
SIGNS = st.sampled_from("0123401234012340?x-")


def people(where: Mapping[str, int], given: str | Sequence[str] = "2") -> AnswerTable:
    """Make a table from how many stand at each « circle/organisation »; `given` is one sheet for all, or one each."""
    places = [place for place, count in where.items() for _ in range(count)]
    sheets = [given] * len(places) if isinstance(given, str) else given
    return table(
        *(sheet(f"{place}/p{number:02}", each) for number, (place, each) in enumerate(zip(places, sheets, strict=True)))
    )


def arranged(answers: Iterable[Answer]) -> AnswerTable:
    """Arrange the answers of the short form."""
    return table_of(list(answers), ITEMS, TOPICS, CIRCLES)


@st.composite
def alliances(draw: st.DrawFn, most: int = 16) -> AnswerTable:
    """Answers of some people in a few organisations and circles: most sheets are full, some have holes."""
    rows: list[Answer] = []
    for person in range(draw(st.integers(2, most))):
        circle, home = draw(st.sampled_from(CIRCLES)), f"o{draw(st.integers(0, 3))}"
        signs = "".join(str(level) for level in draw(st.lists(st.integers(0, 4), min_size=9, max_size=9)))
        if draw(st.integers(0, 3)) == 0:
            signs = "".join(draw(st.lists(SIGNS, min_size=9, max_size=9)))
        rows += sheet(f"{circle}/{home}/p{person:02}", signs)
        rows += [
            answer(f"p{person:02}", home, circle, f"{topic}.importance", draw(st.integers(0, 4)))
            for topic in TOPICS
            if draw(st.integers(0, 4))
        ]
    return arranged(rows)


def with_rows(old: AnswerTable, rows: Sequence[int]) -> AnswerTable:
    """Give the answers of a table back in another order of people: row n gets those of `rows[n]`."""
    order = np.array(rows)
    return replace(old, scores=old.scores[order], marks=old.marks[order], importance=old.importance[order])


def with_level(old: AnswerTable, row: int, item: int, level: float) -> AnswerTable:
    """Change one answer that carries a level."""
    scores = old.scores.copy()
    assert old.marks[row, item] == Mark.ANSWERED
    scores[row, item] = level
    return replace(old, scores=scores)


def without(old: AnswerTable, row: int) -> AnswerTable:
    """Take one person away."""
    kept = np.arange(len(old.respondents)) != row
    return replace(
        old,
        respondents=tuple(name for name, stays in zip(old.respondents, kept, strict=True) if stays),
        organisation_of=old.organisation_of[kept],
        circle_of=old.circle_of[kept],
        scores=old.scores[kept],
        marks=old.marks[kept],
        importance=old.importance[kept],
    )


def places_changed(answers: AnswerTable, plan: Plan) -> st.SearchStrategy[list[int]]:
    """Permute people of one block who answered the same items, so that the counts of a plan stay."""
    kinds = {}
    for row in range(len(answers.respondents)):
        kinds.setdefault(_kind(answers, plan, row), []).append(row)
    groups = list(kinds.values())
    return st.tuples(*(st.permutations(group) for group in groups)).map(lambda mixed: _ordered(groups, mixed))


def _kind(answers: AnswerTable, plan: Plan, row: int) -> tuple[object, ...]:
    circle, home = answers.circles[answers.circle_of[row]], answers.organisations[answers.organisation_of[row]]
    group = plan.group_of(circle)
    block = next((b.name for b in group.blocks if home in b.organisations), None) if group else (circle, home)
    said = answers.answered[row].tobytes(), (~np.isnan(answers.importance[row])).tobytes()
    return (group.label if group else None, block, *said)


def _ordered(groups: Sequence[Sequence[int]], mixed: Sequence[Sequence[int]]) -> list[int]:
    places = {
        row: new for group, other in zip(groups, mixed, strict=True) for row, new in zip(group, other, strict=True)
    }
    return [places[row] for row in sorted(places)]


def kept_likeness(answers: AnswerTable, plan: Plan) -> float:
    """Return the one coarse number that is kept of how the answers of each person go together."""
    levels, blocks = answers.scores.copy(), {}
    for row, (circle, home) in enumerate(zip(answers.circle_of, answers.organisation_of, strict=True)):
        group = plan.group_of(answers.circles[circle])
        if group is None or not answers.answered[row].any():
            continue
        levels[row, [item in group.masked_items for item in answers.items]] = np.nan
        name = next(block.name for block in group.blocks if answers.organisations[home] in block.organisations)
        blocks.setdefault((group.label, name), []).append(row)
    return coarse(likeness(levels, [np.array(rows) for rows in blocks.values()]))
