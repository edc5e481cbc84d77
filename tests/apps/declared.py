"""How a room declares who its addresses open to: a small table in `tests/apps/<room>/addresses.py`, read here."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from tests.apps.world import PEOPLE, World

APPS = Path(__file__).resolve().parent
METHODS = ("GET", "POST")
SIGN_IN = "sign-in"
PROVE = "prove"


@dataclass(frozen=True)
class Line:
    """What one method of one address answers to each of the five people: a status, « sign-in » or « prove »."""

    name: str
    method: str
    outcomes: dict[str, str]


@dataclass(frozen=True)
class Address:
    """An address of the map: its full name, and the names of the parts that vary."""

    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Room:
    """The declarations of a room, and what its tables need to name something that exists.

    `values(world)` gives each varying part of an address: « part » for all, or « name of the address.part » for one.
    `forms` is what POST sends to an address, when an empty form is not what the line is about.
    `writing` names the addresses that may write when they are only read, and why they do.
    `fenced` names the parts of the map that a library draws under a prefix; the room walks them in tests of its own.
    """

    name: str
    lines: tuple[Line, ...]
    values: Callable[[World], dict[str, Any]]
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)
    writing: dict[str, str] = field(default_factory=dict)
    fenced: tuple[str, ...] = ()


def read_table(table: str) -> tuple[Line, ...]:
    """Read a table: name, method, then an outcome for each person in the order of `PEOPLE`; # begins a comment."""
    rows = [line.split("#")[0].split() for line in table.splitlines()]
    return tuple(_line(row) for row in rows if row)


def _line(row: list[str]) -> Line:
    name, method, *outcomes = row
    if method not in METHODS or len(outcomes) != len(PEOPLE):
        raise ValueError(f"{' '.join(row)}: write the name, GET or POST, then {len(PEOPLE)} outcomes: {PEOPLE}")
    return Line(name, method, dict(zip(PEOPLE, outcomes, strict=True)))


@cache
def rooms() -> tuple[Room, ...]:
    """Read the declarations of all rooms."""
    folders = sorted(path.parent.name for path in APPS.glob("*/addresses.py"))
    return tuple(_room(name, importlib.import_module(f"tests.apps.{name}.addresses")) for name in folders)


def _room(name: str, module: ModuleType) -> Room:
    return Room(
        name,
        read_table(module.TABLE),
        getattr(module, "values", lambda world: {}),
        getattr(module, "FORMS", {}),
        getattr(module, "WRITING", {}),
        tuple(getattr(module, "FENCED", ())),
    )


@cache
def addresses() -> dict[str, Address]:
    """Return every address of the site, from the map of addresses itself."""
    fences = {fence for room in rooms() for fence in room.fenced}
    found = list(_walk(get_resolver(), (), (), fences))
    twice = {one.name for one in found if sum(other.name == one.name for other in found) > 1}
    assert not twice, f"two addresses have one name: {sorted(twice)}"
    return {one.name: one for one in found}


def _walk(
    resolver: URLResolver, spaces: tuple[str, ...], parts: tuple[str, ...], fences: set[str]
) -> Iterator[Address]:
    for one in resolver.url_patterns:
        if str(one.pattern) in fences:
            continue
        varying = (*parts, *one.pattern.converters)
        if isinstance(one, URLPattern):
            assert one.name, f"{one.pattern} has no name: nothing can be said of it"
            yield Address(":".join((*spaces, one.name)), varying)
        else:
            yield from _walk(one, (*spaces, one.namespace) if one.namespace else spaces, varying, fences)
