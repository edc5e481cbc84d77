"""The 169 targets of the Sustainable Development Goals by their codes, and the codes that people write checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

# For each goal, how many targets are numbered and how many, about means of implementation, carry a letter.
_COUNTS: dict[int, tuple[int, int]] = {
    1: (5, 2),
    2: (5, 3),
    3: (9, 4),
    4: (7, 3),
    5: (6, 3),
    6: (6, 2),
    7: (3, 2),
    8: (10, 2),
    9: (5, 3),
    10: (7, 3),
    11: (7, 3),
    12: (8, 3),
    13: (3, 2),
    14: (7, 3),
    15: (9, 3),
    16: (10, 2),
    17: (19, 0),
}

_SEPARATORS = re.compile(r"[\s,;\u00a0\u202f]+")


def targets_of(goal: int) -> tuple[str, ...]:
    """Return the codes of the targets of a goal, numbered ones first, as the United Nations list them.

    Source: resolution A/RES/70/1 of the General Assembly, 25 September 2015. KeyError: no goal has that number.

    >>> targets_of(13)
    ('13.1', '13.2', '13.3', '13.a', '13.b')
    """
    numbered, lettered = _COUNTS[goal]
    return (
        *(f"{goal}.{number}" for number in range(1, numbered + 1)),
        *(f"{goal}.{letter}" for letter in "abcd"[:lettered]),
    )


TARGETS: tuple[str, ...] = tuple(code for goal in _COUNTS for code in targets_of(goal))
"""Every code, in the official order: 169 of them."""

_PLACES = {code: place for place, code in enumerate(TARGETS)}


@dataclass(frozen=True, slots=True)
class CheckedTargets:
    """The codes that exist, in the official order, and what was written that is none of them, as it was written."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def goal_of(code: str) -> int:
    """Return the goal that a target belongs to. KeyError: no target has that code.

    >>> goal_of("11.2")
    11
    """
    return int(TARGETS[_PLACES[code]].split(".")[0])


def check_targets(written: str) -> CheckedTargets:
    """Read codes of targets separated by spaces, commas or semicolons.

    Meaning: a code names one of the 169 official targets; capitals count for small letters, a code said twice counts
    once. What is not a code of the list (« 11.20 », « 18.1 », a bare « 11 ») is given back as unknown.

    >>> check_targets("11.2, 1.A ; 11.2")
    CheckedTargets(codes=('1.a', '11.2'), unknown=())
    >>> check_targets("11.20").unknown
    ('11.20',)
    """
    said = dict.fromkeys(part for part in _SEPARATORS.split(written) if part)
    known = {part.lower() for part in said if part.lower() in _PLACES}
    unknown = tuple(part for part in said if part.lower() not in _PLACES)
    return CheckedTargets(tuple(sorted(known, key=_PLACES.__getitem__)), unknown)
