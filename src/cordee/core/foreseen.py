"""What a rule of confidentiality will show of circles, told from who is invited: a forecast, before anybody answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Thresholds(Protocol):
    """The part of a rule of confidentiality that says when a group may be shown; `core.disclosure` holds the rule."""

    @property
    def fewest_respondents(self) -> int:
        """People from which a group may be shown."""

    @property
    def fewest_organisations(self) -> int:
        """Organisations from which a smaller group may be shown too."""

    @property
    def largest_share(self) -> float:
        """The largest part of such a group that one organisation may hold, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The people expected in a circle: the organisation of each, as many times as there are people."""

    circle: str
    organisations: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.organisations)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Circles as they will be shown if everybody answers: groups of one or more circles, and those not shown at all."""

    groups: tuple[tuple[str, ...], ...]
    hidden: tuple[str, ...]

    def companions(self, circle: str) -> tuple[str, ...]:
        """Return the circles that one is read with, itself left out."""
        group = next((group for group in self.groups if circle in group), ())
        return tuple(other for other in group if other != circle)


def is_shown(organisations: Sequence[str], rule: Thresholds) -> bool:
    """Tell whether a group is large enough: enough people, or enough organisations of which none is nearly all of it.

    `organisations` names that of each person, so that its length is the number of people. Source: docs/measures,
    confidentiality.

    >>> from types import SimpleNamespace
    >>> rule = SimpleNamespace(fewest_respondents=5, fewest_organisations=3, largest_share=0.85)
    >>> is_shown("aaaaa", rule), is_shown("aab", rule), is_shown("aabc", rule), is_shown("", rule)
    (True, False, True, False)
    """
    if len(organisations) >= rule.fewest_respondents:
        return True
    counts = Counter(organisations)
    return len(counts) >= rule.fewest_organisations and max(counts.values()) <= rule.largest_share * counts.total()


def foreseen(gatherings: Sequence[Gathering], rule: Thresholds, own_circle: str | None = None) -> Forecast:
    """Say how circles will be shown if everybody answers: alone when large enough, else read together, else not at all.

    Circles too small on their own are read together; while that is still too small, the smallest of the others joins
    them, the circle that looks at itself last. Circles where nobody is invited are left out. The order of circles
    breaks ties, so that the same people always give the same forecast.

    >>> from types import SimpleNamespace
    >>> rule = SimpleNamespace(fewest_respondents=5, fewest_organisations=3, largest_share=0.85)
    >>> people = {"steering": "aaabb", "funders": "aab", "teams": "bb"}
    >>> foreseen([Gathering(circle, tuple(of)) for circle, of in people.items()], rule)
    Forecast(groups=(('steering',), ('funders', 'teams')), hidden=())
    """
    present = [gathering for gathering in gatherings if gathering.count]
    alone = [gathering for gathering in present if is_shown(gathering.organisations, rule)]
    pooled = [gathering for gathering in present if gathering not in alone]
    while pooled and not is_shown(_together(pooled), rule):
        if not alone:
            return Forecast((), tuple(gathering.circle for gathering in present))
        joining = min(alone, key=lambda gathering: (gathering.circle == own_circle, gathering.count))
        alone.remove(joining)
        pooled.append(joining)
    groups: list[tuple[str, ...]] = [(gathering.circle,) for gathering in alone]
    if pooled:
        groups.append(tuple(gathering.circle for gathering in present if gathering in pooled))
    return Forecast(tuple(groups), ())


def _together(gatherings: Sequence[Gathering]) -> list[str]:
    return [organisation for gathering in gatherings for organisation in gathering.organisations]
