"""Organisation + circle by least squares: what can be told apart, its values, and how sure they are."""

from dataclasses import dataclass

import numpy as np

from cordee.core.answers import Indices, Scores

NOISE_OF_LEVERAGE = 1e-9
"""A leverage this close to 1 is 1: the person alone tells a level."""


def linked_groups(organisation_of: Indices, circle_of: Indices) -> list[list[int]]:
    """Group the circles that organisations link together: those of one group can be compared, groups cannot.

    Two circles are linked when one organisation stands in both; links follow one another. `organisation_of` and
    `circle_of` (R,) are indices.

    >>> linked_groups(np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, 2, 3]))
    [[0, 1, 2], [3]]
    """
    groups: list[set[int]] = []
    for organisation in np.unique(organisation_of).tolist():
        together = set(circle_of[organisation_of == organisation].tolist())
        apart = [group for group in groups if not group & together]
        groups = [*apart, together.union(*(group for group in groups if group & together))]
    return sorted(sorted(group) for group in groups)


@dataclass(frozen=True, slots=True)
class Fit:
    """Least squares of an additive design: the adjusted mean, then the circles, each (1 + C,); `spare` is R − rank.

    `variances` and `df` are NaN where there is nobody to spare.
    """

    values: Scores
    variances: Scores
    df: Scores
    spare: int


def additive_fit(means: Scores, organisation_of: Indices, circle_of: Indices) -> Fit:
    """Fit organisation + circle to `means` (R,), the design being linked: values (1 + C,), the adjusted mean first.

    With X the design, A = L (X′X)⁺ X′ the weights of the contrasts wanted, values A y. Every contrast is estimable
    when circles are linked, so that the choice of pseudo-inverse changes nothing; the rank is organisations +
    circles − 1. The variances let people differ more in one circle than in another (HC2: Σ a² e² / (1 − h), h the
    leverage), with the degrees of freedom of Bell & McCaffrey (2002), (Σ λ)² / Σ λ² over the eigenvalues of that
    quadratic form of e. Somebody who alone tells a level (h = 1) leaves no residual: the mean square stands for it.

    >>> fit = additive_fit(np.array([1.0, 2, 2, 3, 4]), np.array([0, 0, 1, 1, 1]), np.array([0, 1, 0, 1, 1]))
    >>> fit.values.round(3), fit.spare
    (array([ 2.143, -0.643,  0.643]), 2)
    """
    organisations, circles = int(organisation_of.max()) + 1, int(circle_of.max()) + 1
    places, cell_of = np.unique(organisation_of * circles + circle_of, return_inverse=True)
    cells = _cells_of(means, cell_of)
    design = np.hstack([_dummies(places // circles, organisations), _dummies(places % circles, circles)])
    contrasts = np.vstack([_equal_weights(organisations, circles), _circle_contrasts(organisations, circles)])
    projector = np.linalg.pinv((design.T * cells.people) @ design, hermitian=True) @ design.T
    values = contrasts @ projector @ (cells.people * cells.means)
    spare = len(means) - organisations - circles + 1
    if spare <= 0:
        unknown = np.full(len(values), np.nan)
        return Fit(values, unknown, unknown, 0)
    hat = design @ projector
    squares = cells.squares + cells.people * (cells.means - hat @ (cells.people * cells.means)) ** 2
    return Fit(values, *_spread(contrasts @ projector, hat, cells.people, squares, spare), spare)


@dataclass(frozen=True, slots=True)
class _Cells:
    """People of one organisation in one circle, who enter the model alike: how many, their mean, Σ (y − mean)²."""

    people: Scores
    means: Scores
    squares: Scores


def _cells_of(means: Scores, cell_of: Indices) -> _Cells:
    people = np.bincount(cell_of).astype(np.float64)
    centre = np.bincount(cell_of, means) / people
    squares = np.bincount(cell_of, (means - centre[cell_of]) ** 2)
    return _Cells(people, centre, np.asarray(squares, dtype=np.float64))


def _spread(weights: Scores, hat: Scores, people: Scores, squares: Scores, spare: int) -> tuple[Scores, Scores]:
    """Variances of the contrasts, and their degrees of freedom, from cells of people who enter alike.

    `weights` (K, G) are those of each person of a cell, `hat` (G, G) the hat matrix between persons of two cells,
    `squares` (G,) the sums of e² in each.
    """
    free = 1 - np.diag(hat)
    told_alone = free < NOISE_OF_LEVERAGE
    shares = np.divide(weights**2, free, out=np.zeros_like(weights), where=~told_alone)
    shares += ((weights**2) @ (told_alone * people))[:, None] / spare
    counted = shares * people
    own = (shares**2 * people) @ (free**2 - (1 - free) ** 2)
    across = np.einsum("kg,gh,kh->k", counted, hat**2, counted, optimize=True)
    return shares @ squares, (counted @ free) ** 2 / (own + across)


def _dummies(places: Indices, width: int) -> Scores:
    return np.asarray(places[:, None] == np.arange(width), dtype=np.float64)


def _equal_weights(organisations: int, circles: int) -> Scores:
    return np.concatenate([np.full(organisations, 1 / organisations), np.full(circles, 1 / circles)])


def _circle_contrasts(organisations: int, circles: int) -> Scores:
    return np.hstack([np.zeros((circles, organisations)), np.eye(circles) - 1 / circles])
