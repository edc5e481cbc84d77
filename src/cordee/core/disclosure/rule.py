"""The rule of confidentiality: how many people, of how many organisations, make a group that may be shown."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import Scores

TOLERANCE = 1e-9


class Regime(StrEnum):
    """Who sees who answered what: everyone who reads the result, the facilitator only, or nobody."""

    ATTRIBUTED = "attributed"
    FACILITATOR = "facilitator"
    AGGREGATE = "aggregate"


class Hiding(StrEnum):
    """Why a group is not shown: too few people of too few organisations, or one organisation that holds nearly all."""

    TOO_FEW = "too_few"
    DOMINATED = "dominated"


@dataclass(frozen=True, slots=True)
class DisclosureRule:
    """A group appears with `fewest_respondents`, or with `fewest_organisations` of which none is nearly all of it.

    `largest_share` is the most that one organisation may hold of the respondents, in [0, 1]. Words appear from
    `fewest_for_verbatims` respondents. Published numbers keep `decimals`. Raises ValueError for a rule that would
    let a person be read alone.

    >>> DisclosureRule(fewest_respondents=1)
    Traceback (most recent call last):
    ...
    ValueError: a rule of confidentiality needs 3 respondents, organisations and authors at least
    """

    fewest_respondents: int = 5
    fewest_organisations: int = 3
    largest_share: float = 0.85
    fewest_for_verbatims: int = 10
    decimals: int = 2

    def __post_init__(self) -> None:
        if min(self.fewest_respondents, self.fewest_organisations, self.fewest_for_verbatims) < 3:
            raise ValueError("a rule of confidentiality needs 3 respondents, organisations and authors at least")
        if not (0 < self.largest_share < 1 and 0 <= self.decimals <= 2):
            raise ValueError("the largest share lies between 0 and 1, and 2 decimals are the most that is published")

    def as_json(self) -> dict[str, int | float]:
        """Return the rule as plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "DisclosureRule":
        """Read a rule written by `as_json`; KeyError where a value is missing.

        >>> DisclosureRule.from_json(DisclosureRule().as_json()) == DisclosureRule()
        True
        """
        return cls(**{field.name: values[field.name] for field in fields(cls)})


@dataclass(frozen=True, slots=True)
class CellVerdict:
    """Whether a group may be shown and, where not, why: what is there, and what would show it.

    `largest_share` is the share of its respondents that the largest organisation holds, 0 where there is nobody. One
    of the two would show it: `needed_respondents`, or `needed_organisations` with a largest share of at most
    `allowed_share`.
    """

    shown: bool
    reason: Hiding | None
    respondents: int
    organisations: int
    largest_share: float
    needed_respondents: int
    needed_organisations: int
    allowed_share: float

    def as_json(self) -> dict[str, Any]:
        """Return the verdict as plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "CellVerdict":
        """Read a verdict written by `as_json`."""
        reason = values["reason"]
        return cls(**{**values, "reason": None if reason is None else Hiding(reason)})


def cell_verdict(counts: Mapping[str, int], rule: DisclosureRule) -> CellVerdict:
    """Judge one group from how many of its respondents each organisation has.

    Shown when Σ n_o ≥ `fewest_respondents`, or when `fewest_organisations` have someone and max n_o / Σ n_o is at
    most `largest_share`. Source: minimum frequency and dominance rules (Hundepool et al. 2012, « Statistical
    Disclosure Control », ch. 4).

    >>> cell_verdict({"town": 2, "club": 1, "school": 1}, DisclosureRule()).shown
    True
    >>> cell_verdict({"town": 3, "club": 1}, DisclosureRule()).reason.value
    'too_few'
    """
    sizes = np.array([count for count in counts.values() if count > 0], dtype=np.float64)
    shown = bool(cells_shown(sizes[:, None], rule)[0])
    enough = len(sizes) >= rule.fewest_organisations
    return CellVerdict(
        shown=shown,
        reason=None if shown else Hiding.DOMINATED if enough else Hiding.TOO_FEW,
        respondents=int(sizes.sum()),
        organisations=len(sizes),
        largest_share=float(sizes.max() / sizes.sum()) if len(sizes) else 0.0,
        needed_respondents=rule.fewest_respondents,
        needed_organisations=rule.fewest_organisations,
        allowed_share=rule.largest_share,
    )


def cells_shown(counts: Scores, rule: DisclosureRule) -> NDArray[np.bool_]:
    """Tell which of K groups may be shown: (O, K) respondents by organisation → (K,).

    >>> cells_shown(np.array([[4.0, 5, 2], [0, 0, 1], [0, 0, 1]]), DisclosureRule())
    array([False,  True,  True])
    """
    total = counts.sum(axis=0)
    largest = counts.max(axis=0, initial=0.0)
    spread = (counts > 0).sum(axis=0) >= rule.fewest_organisations
    balanced = largest <= rule.largest_share * total + TOLERANCE
    return np.asarray((total >= rule.fewest_respondents) | (spread & balanced))
