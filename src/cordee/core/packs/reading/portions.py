"""A portion: one entry of a pack as plain data, still knowing where each of its words was written."""

from collections.abc import Callable
from typing import NamedTuple

from cordee.core.packs.faults import Path, Place
from cordee.core.packs.reading.yaml_source import Plain

Locate = Callable[[Path, bool], Place]


class Portion(NamedTuple):
    """One entry: its kind, its data, the place of a path in it (of the key when asked), and the file named after it.

    `kind` is `card`, `instrument`, `axis`, `scoring`, or one of the kinds of collections that `layout` names.
    `named_after` is the id that the file name promises, or None when it promises nothing.
    """

    kind: str
    data: Plain
    locate: Locate
    named_after: str | None = None
