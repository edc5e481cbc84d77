"""What may be found: one entry for each thing and each language it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cordee.core.packs.text import Lang

_SEPARATORS = re.compile(r"\s*[,;/()]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find, in one language.

    `kind` and `id` name the thing, the same in each language. `names` are its other names: a reader who types one
    finds it, and finds what is written with the usual one. `route`, `args` and `anchor`, when it is a
    part of a page, make its address. `facets` maps a facet
    to its values here, the same in each language.
    """

    kind: str
    id: str
    lang: Lang
    title: str
    summary: str
    body: str
    route: str
    args: tuple[str | int, ...] = ()
    names: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchor: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What names the thing, whatever the language."""
        return self.kind, self.id


def names_in(title: str) -> tuple[str, ...]:
    """Return the names that a title gives: those that commas, slashes or brackets set apart.

    >>> names_in("Giving (mécénat)"), names_in("Bénéficiaires, personnes concernées")
    (('Giving', 'mécénat'), ('Bénéficiaires', 'personnes concernées'))
    """
    return tuple(name for name in _SEPARATORS.split(title) if name)
