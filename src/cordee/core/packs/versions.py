"""Version numbers of packs: their order, and how big a step a change demands."""

from enum import IntEnum
from typing import NamedTuple

from cordee.core.packs.messages.wording import Said


class Level(IntEnum):
    """How much a change moves: nothing, the words, what is offered, or the scores."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def name_said(self) -> Said:
        """The name of the level.

        >>> Level.MAJOR.name_said.fr
        'majeure'
        """
        return _NAMES[self]


_NAMES = {
    Level.NONE: Said("aucune", "none"),
    Level.PATCH: Said("correctif", "patch"),
    Level.MINOR: Said("mineure", "minor"),
    Level.MAJOR: Said("majeure", "major"),
}


class Number(NamedTuple):
    """A version number, in order."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


def number_of(version: str) -> Number:
    """Read a version number. Errors: ValueError when it is not three numbers.

    >>> number_of("1.10.0") > number_of("1.9.3")
    True
    """
    major, minor, patch = (int(part) for part in version.split("."))
    return Number(major, minor, patch)


def next_version(version: str, level: Level) -> str:
    """Return the smallest version that takes a step of that level.

    >>> [next_version("1.4.2", level) for level in Level]
    ['1.4.2', '1.4.3', '1.5.0', '2.0.0']
    """
    major, minor, patch = number_of(version)
    steps = {
        Level.NONE: Number(major, minor, patch),
        Level.PATCH: Number(major, minor, patch + 1),
        Level.MINOR: Number(major, minor + 1, 0),
        Level.MAJOR: Number(major + 1, 0, 0),
    }
    return str(steps[level])


def is_enough(before: str, after: str, level: Level) -> bool:
    """Say whether moving from one version to another is as big a step as the changes demand.

    >>> is_enough("1.4.2", "1.5.0", Level.MINOR), is_enough("1.4.2", "1.4.3", Level.MINOR)
    (True, False)
    """
    return number_of(after) >= number_of(next_version(before, level))
