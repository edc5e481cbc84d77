"""What a number rests on: how many respondents, and how many degrees of freedom for its spread."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import AnswerTable, Indices, Scores
from cordee.core.estimates import Support


@dataclass(frozen=True, slots=True)
class CirclePart:
    """One circle as it enters a reading.

    `items` (D, I) and `facets` (D, A, F) are its scores over the draws; `answered` (R, I) tells which of its people
    gave a level to which item, rows grouped by organisation, the groups starting at `starts` (O,).
    """

    circle: str
    items: Scores
    facets: Scores
    answered: NDArray[np.bool_]
    starts: Indices
    organisations_drawn: bool


def rows_by_organisation(table: AnswerTable, circle: int) -> tuple[Indices, Indices]:
    """Return the rows of a circle and where each organisation starts among them; a table is sorted that way."""
    rows = np.flatnonzero(table.circle_of == circle)
    return rows, np.flatnonzero(np.diff(table.organisation_of[rows], prepend=-1))


def circle_support(part: CirclePart, columns: NDArray[np.float64]) -> Support:
    """Return what a circle brings to K numbers; `columns` (I, K) is 1 where an item enters a number.

    Respondents are those who gave a level to at least one of the items. With n of them in O organisations, the degrees
    of freedom are Σ(n_o − 1) = n − O when respondents were drawn, O − 1 when whole organisations were.
    """
    present = part.answered.astype(np.float64) @ columns > 0
    people = present.sum(axis=0)
    organisations = np.logical_or.reduceat(present, part.starts, axis=0).sum(axis=0)
    return Support(people, organisations - 1 if part.organisations_drawn else people - organisations)


def support_over(circles: Sequence[Support], contributes: NDArray[np.bool_]) -> Support:
    """Return what K numbers over several circles rest on; `contributes` (C, K) tells which circles enter which.

    Respondents and degrees of freedom add up. Where one contributing circle has no degree of freedom its spread cannot
    be known, nor then the spread of the whole: 0.

    >>> one, two = Support(np.array([4, 4]), np.array([3, 3])), Support(np.array([1, 1]), np.array([0, 0]))
    >>> support_over([one, two], np.array([[True, True], [True, False]])).df
    array([0, 3])
    """
    none = np.zeros(contributes.shape[1], dtype=np.intp)
    people, df, unknown = none, none, none.astype(bool)
    for support, enters in zip(circles, contributes, strict=True):
        people = people + np.where(enters, support.respondents, 0)
        df = df + np.where(enters, np.maximum(support.df, 0), 0)
        unknown = unknown | (enters & (support.df <= 0))
    return Support(people, np.where(unknown, 0, df))
