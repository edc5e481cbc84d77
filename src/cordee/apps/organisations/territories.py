"""Territories by their code in the official geographic code (COG 2026), found by name or code, and what holds them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cordee.core.folding import folded

DATA = Path(__file__).resolve().parent / "territory_data"
LEVELS = ("country", "region", "department", "epci", "commune")
OVERSEAS_REGIONS = frozenset({"01", "02", "03", "04", "06"})
MOST_FOUND = 12
SHORTEST_CODE_START = 3


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory: its level, its code (text: « 01 » is not 1), its name, and the keys of those that hold it."""

    level: str
    code: str
    name: str
    parents: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return how it is stored: region-84, department-69, epci-200046977, commune-69123."""
        return f"{self.level}-{self.code}"

    @property
    def said(self) -> str:
        """Return its name with its kind, in the language on screen."""
        return WIDE_NAMES[self.key]() if self.key in WIDE_NAMES else self.name

    @property
    def kind(self) -> str:
        """Return what it is, in the language on screen: « commune, Rhône », « région »."""
        return _KINDS[self.level](self)

    @property
    def region(self) -> str:
        """Return the key of its region, or nothing above regions."""
        return next((key for key in (self.key, *self.parents) if key.startswith("region-")), "")


WIDE_NAMES = {
    "country-FR": lambda: _("Plusieurs régions, ou toute la France"),
    "country-other": lambda: _("Hors de France"),
}
"""Two places that are no code of the COG, for alliances that no region holds."""

_KINDS = {
    "country": lambda place: "",
    "region": lambda place: _("région %(code)s") % {"code": place.code},
    "department": lambda place: _("département %(code)s") % {"code": place.code},
    "epci": lambda place: _("intercommunalité, %(where)s") % {"where": ", ".join(_names(place, "department"))},
    "commune": lambda place: _("commune, %(where)s") % {"where": ", ".join(_names(place, "department"))},
}


def _names(place: Territory, level: str) -> list[str]:
    return [_register().by_key[key].name for key in place.parents if key.startswith(f"{level}-")]


def territory(key: str) -> Territory | None:
    """Return the territory stored under a key, or nothing when there is none (or no longer)."""
    return _register().by_key.get(key)


def inside(key: str, level: str) -> list[Territory]:
    """Return the territories of a level that a territory holds, wholly or in part, in the order of their codes."""
    return [place for place in _register().by_key.values() if place.level == level and key in place.parents]


def search(text: str, most: int = MOST_FOUND) -> list[Territory]:
    """Return the territories that a name or a code may mean, the likeliest first.

    Every word typed begins a word of the name, whatever the accents, hyphens and plurals. A whole name comes before
    the beginning of one, a wide territory before a narrow one. A code is found whole, or from its third character.
    """
    wanted = folded(text)
    if not wanted:
        return []
    found = [(rank, entry) for entry in _register().entries if (rank := entry.rank(wanted)) is not None]
    found.sort(key=lambda one: (one[0], one[1].order))
    return [entry.place for _rank, entry in found[:most]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A territory as the search reads it."""

    place: Territory
    words: str
    code: str
    order: tuple[int, int, str]

    def rank(self, wanted: str) -> int | None:
        """Return how well it answers, 0 the best; nothing when it does not."""
        if self.code == wanted:
            return 0
        if self.words == wanted:
            return 1
        padded = f" {self.words}"
        if padded.startswith(f" {wanted}"):
            return 2
        if all(f" {word}" in padded for word in wanted.split()):
            return 3
        return 4 if len(wanted) >= SHORTEST_CODE_START and self.code.startswith(wanted) else None


@dataclass(frozen=True, slots=True)
class _Register:
    """All territories, by key and in the order of the search."""

    by_key: Mapping[str, Territory]
    entries: tuple[_Entry, ...]


@cache
def _register() -> _Register:
    """Read the tables, once in the life of a process and only when someone asks for a territory."""
    places = list(_all_territories())
    return _Register({place.key: place for place in places}, tuple(map(_entry, places)))


def _entry(place: Territory) -> _Entry:
    words = folded(" ".join(_said_everywhere(place)))
    return _Entry(place, words, place.code.lower(), (LEVELS.index(place.level), len(words), place.code))


def _said_everywhere(place: Territory) -> list[str]:
    """Return the names to search, in every language: the register is read once for all readers."""
    if place.key not in WIDE_NAMES:
        return [place.name]
    names = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            names.append(place.said)
    return names


def _all_territories() -> Iterator[Territory]:
    departments, communes = _rows("departments.csv"), _rows("communes.csv")
    region_of = {row["code"]: f"region-{row['region']}" for row in departments}
    yield from (Territory("country", key.removeprefix("country-"), key) for key in WIDE_NAMES)
    yield from (Territory("region", row["code"], row["name"]) for row in _rows("regions.csv"))
    yield from (Territory("department", row["code"], row["name"], (region_of[row["code"]],)) for row in departments)
    yield from _intercommunalities(communes, region_of)
    for row in communes:
        group = (f"epci-{row['intercommunality']}",) if row["intercommunality"] else ()
        department = department_of(row["code"])
        parents = (*group, f"department-{department}", region_of[department])
        yield Territory("commune", row["code"], row["name"], parents)


def _intercommunalities(communes: Iterable[dict[str, str]], region_of: Mapping[str, str]) -> Iterator[Territory]:
    departments_of: dict[str, dict[str, None]] = defaultdict(dict)
    for row in communes:
        departments_of[row["intercommunality"]][department_of(row["code"])] = None
    for row in _rows("intercommunalities.csv"):
        departments = list(departments_of[row["code"]])
        regions = dict.fromkeys(region_of[department] for department in departments)
        parents = (*(f"department-{department}" for department in departments), *regions)
        yield Territory("epci", row["code"], row["name"], parents)


def department_of(commune: str) -> str:
    """Return the department of a commune: the first two characters of its code, three overseas.

    >>> department_of("69123"), department_of("2A004"), department_of("97105")
    ('69', '2A', '971')
    """
    return commune[:3] if commune.startswith("97") else commune[:2]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
