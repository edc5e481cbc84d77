"""The answers of a diagnosis as arrays, in an order that does not depend on how they arrived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cordee.core.packs.instrument import LEVELS

Scores = NDArray[np.float64]
Indices = NDArray[np.intp]

IMPORTANCE = "importance"
"""What follows the topic in the name of a row that says how much the topic matters, 0 to 4."""


class Mark(IntEnum):
    """What a respondent did with an item; only ANSWERED carries a level."""

    UNANSWERED = 0
    ANSWERED = 1
    DONT_KNOW = 2
    NOT_APPLICABLE = 3


class Answer(NamedTuple):
    """One answer of one respondent; `level` is 0 to 4 when the mark is ANSWERED, else None.

    A campaign makes tens of thousands at once: a named tuple is made several times faster than a frozen dataclass.
    """

    respondent: str
    organisation: str
    circle: str
    item: str
    level: int | None
    mark: Mark = Mark.ANSWERED


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """R respondents by I items.

    `scores` (R, I) holds levels 0 to 4, NaN where there is none; `marks` (R, I) says why. `importance` (R, T) holds
    how much each topic matters to each respondent, 0 to 4, NaN where not said. `organisation_of` and `circle_of`
    (R,) index `organisations` and `circles`. Respondents are sorted by circle, organisation and name, whatever the
    order they came in. `weights` (O,) says how many each organisation counts for, where several are read as one; when
    it is None, each counts for one.
    """

    respondents: tuple[str, ...]
    organisations: tuple[str, ...]
    circles: tuple[str, ...]
    items: tuple[str, ...]
    topics: tuple[str, ...]
    organisation_of: Indices
    circle_of: Indices
    scores: Scores
    marks: NDArray[np.int8]
    importance: Scores
    weights: Scores | None = None

    @property
    def organisation_weights(self) -> Scores:
        """How many organisations each of them counts for: (O,)."""
        return np.ones(len(self.organisations)) if self.weights is None else self.weights

    @property
    def answered(self) -> NDArray[np.bool_]:
        """Where a level was given: (R, I)."""
        return np.asarray(self.marks == Mark.ANSWERED)


class AnswersRefused(ValueError):
    """Answers that contradict themselves; the message says which."""


def table_of(
    answers: Iterable[Answer], items: Sequence[str], topics: Sequence[str], circles: Sequence[str]
) -> AnswerTable:
    """Arrange answers into a table over the items of a form.

    `items` and `topics` fix the columns, `circles` the order of the circles (those nobody stands in are left out).
    An item nobody answered stays as a column of UNANSWERED. An item `<topic>.importance` goes to `importance`.

    Raises AnswersRefused where a respondent answers the same item twice, stands in two circles or organisations, or
    gives a level that is not 0 to 4, and KeyError for an item or circle that is not of the form: files are checked
    before, with their line.

    >>> table = table_of([Answer("r1", "o1", "steering", "a.t.vision", 3)], ["a.t.vision"], ["a.t"], ["steering"])
    >>> table.scores
    array([[3.]])
    """
    answers = list(answers)
    places = _places_of(answers)
    circle_rank = {circle: rank for rank, circle in enumerate(circles)}
    respondents = sorted(places, key=lambda name: (circle_rank[places[name][1]], places[name][0], name))
    stood_in = {place[1] for place in places.values()}
    present_circles = tuple(circle for circle in circles if circle in stood_in)
    organisations = tuple(sorted({place[0] for place in places.values()}))
    scores, marks, importance = _fill(answers, respondents, items, topics)
    return AnswerTable(
        respondents=tuple(respondents),
        organisations=organisations,
        circles=present_circles,
        items=tuple(items),
        topics=tuple(topics),
        organisation_of=_indices([places[name][0] for name in respondents], organisations),
        circle_of=_indices([places[name][1] for name in respondents], present_circles),
        scores=scores,
        marks=marks,
        importance=importance,
    )


def _places_of(answers: Sequence[Answer]) -> dict[str, tuple[str, str]]:
    places: dict[str, tuple[str, str]] = {}
    for answer in answers:
        place = (answer.organisation, answer.circle)
        if places.setdefault(answer.respondent, place) != place:
            raise AnswersRefused(f"{answer.respondent} stands in two organisations or two circles")
    return places


def _fill(
    answers: Sequence[Answer], respondents: Sequence[str], items: Sequence[str], topics: Sequence[str]
) -> tuple[Scores, NDArray[np.int8], Scores]:
    row_of = {name: row for row, name in enumerate(respondents)}
    columns = [*items, *(f"{topic}.{IMPORTANCE}" for topic in topics)]
    column_of = {item: column for column, item in enumerate(columns)}
    shape = (len(respondents), len(columns))
    scores = np.full(shape, np.nan)
    marks = np.zeros(shape, dtype=np.int8)
    rows = np.fromiter((row_of[answer.respondent] for answer in answers), dtype=np.intp, count=len(answers))
    cells = np.fromiter((column_of[answer.item] for answer in answers), dtype=np.intp, count=len(answers))
    _refuse_twice(rows * len(columns) + cells, answers)
    marks[rows, cells] = np.fromiter((answer.mark for answer in answers), dtype=np.int8, count=len(answers))
    levels = (np.nan if answer.level is None else answer.level for answer in answers)
    scores[rows, cells] = np.fromiter(levels, dtype=np.float64, count=len(answers))
    _refuse_levels(scores[rows, cells], marks[rows, cells], answers)
    cut = len(items)
    return scores[:, :cut], marks[:, :cut], scores[:, cut:]


def _refuse_twice(cells: Indices, answers: Sequence[Answer]) -> None:
    _, first = np.unique(cells, return_index=True)
    if len(first) == len(cells):
        return
    again = answers[int(np.setdiff1d(np.arange(len(cells)), first)[0])]
    raise AnswersRefused(f"{again.respondent} answers {again.item} twice")


def _refuse_levels(scores: Scores, marks: NDArray[np.int8], answers: Sequence[Answer]) -> None:
    """A level stands with ANSWERED and nowhere else, and is 0 to 4."""
    sound = np.where(marks == Mark.ANSWERED, np.isin(scores, LEVELS), np.isnan(scores))
    if not sound.all():
        wrong = answers[int(np.argmin(sound))]
        raise AnswersRefused(f"{wrong.respondent} gives {wrong.item} the level {wrong.level}, marked {wrong.mark.name}")


def _indices(names: Sequence[str], order: Sequence[str]) -> Indices:
    position = {name: index for index, name in enumerate(order)}
    return np.array([position[name] for name in names], dtype=np.intp)
