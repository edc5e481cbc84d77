"""Which entries of a pack have a screen of their own, and which stand as rows on the screen of another.

Everything is read from the sheets of the workbook, which come from the models: a new model has its screen at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from cordee.core.packs.faults import Path
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.shapes import part_at
from cordee.core.packs.text import Lang, Part
from cordee.core.packs.workbook.sheets import ENTRY, SINGLE_ENTRIES, Sheet, sheets

Json = Any
Document = Mapping[str, Json]

ROWS_OF_SINGLES = frozenset({"changes", "headlines"})
"""Lists of the card and of the rules whose entries are too short to deserve a screen."""


class Nowhere(LookupError):
    """There is nothing at this place of the draft, or not any more."""


@dataclass(frozen=True)
class Spot:
    """An entry that has a screen: what it is, and where it stands in the document."""

    sheet: Sheet
    path: Path

    @property
    def shown(self) -> str:
        """The place as an address has it.

        >>> spot_at("instrument/axes/2/topics/1").shown
        'instrument/axes/2/topics/1'
        """
        return "/".join(map(str, self.path))

    @property
    def list_path(self) -> Path:
        """The place of the list that it stands in; itself when it is the only one of its kind."""
        return self.path if self.sheet.vertical else self.path[:-1]

    @property
    def position(self) -> int:
        """Its position in its list."""
        return int(self.path[-1])

    @property
    def above(self) -> Spot | None:
        """The entry that it belongs to, if it is inside another one."""
        found = [one for length in range(len(self.path) - 1, 0, -1) if (one := _spot(self.path[:length]))]
        return found[0] if found else None


def entry_path(sheet: Sheet) -> tuple[str, ...]:
    """Return the path of the entries of a sheet."""
    return sheet.path if sheet.vertical else (*sheet.path, ENTRY)


@cache
def children_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the lists that entries of a sheet hold."""
    return tuple(one for one in sheets() if one.path != sheet.path and one.parent_path == entry_path(sheet))


@cache
def has_screen(sheet: Sheet) -> bool:
    """Tell whether the entries of a sheet have a screen each.

    Those of the pack itself do, and those of its card, instrument and rules; so do entries that hold lists. Others are
    rows on the screen of what they belong to.
    """
    if sheet.code in ROWS_OF_SINGLES or sheet.free_keys:
        return False
    return sheet.vertical or sheet.parent_path in {(), *SINGLE_ENTRIES} or bool(children_of(sheet))


def rows_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the lists whose entries are rows on the screen of an entry."""
    return tuple(one for one in children_of(sheet) if not has_screen(one))


def screens_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the lists of an entry whose entries have a screen of their own."""
    return tuple(one for one in children_of(sheet) if has_screen(one))


def inside(child: Sheet, parent: Sheet) -> tuple[str, ...]:
    """Return the path of a list inside the entry that holds it."""
    return child.path[len(entry_path(parent)) :]


def top_sheets() -> list[Sheet]:
    """Return what a pack is made of: its card, instrument and rules, then its collections."""
    return [one for one in sheets() if one.vertical or one.parent_path == ()]


@cache
def model_of(sheet: Sheet) -> type[Part] | None:
    """Return the model of the entries of a sheet; None for a block of free keys."""
    return part_at(Pack, tuple(step for step in sheet.path if step != ENTRY))


def spot_at(shown: str) -> Spot:
    """Read the place of an entry from an address. Errors: Nowhere."""
    found = _spot(_steps(shown))
    if found is None:
        raise Nowhere(shown)
    return found


def list_at(shown: str) -> tuple[Sheet, Path]:
    """Read the place of a list of entries from an address. Errors: Nowhere."""
    path = _steps(shown)
    sheet = next((one for one in _screens() if not one.vertical and _fits(one.path, path)), None)
    if sheet is None:
        raise Nowhere(shown)
    return sheet, path


def _steps(shown: str) -> Path:
    return tuple(
        int(step) if step.isascii() and step.isdigit() and len(step) < 7 else step for step in shown.split("/")
    )


def _spot(path: Path) -> Spot | None:
    sheet = next((one for one in _screens() if _fits(entry_path(one), path)), None)
    return Spot(sheet, path) if sheet else None


@cache
def _screens() -> tuple[Sheet, ...]:
    return tuple(one for one in sheets() if has_screen(one))


def _fits(pattern: tuple[str, ...], path: Path) -> bool:
    """Tell whether a path is one of a pattern, where ENTRY stands for a position."""
    return len(pattern) == len(path) and all(
        isinstance(step, int) if wanted == ENTRY else step == wanted for wanted, step in zip(pattern, path, strict=True)
    )


def spot_of(path: Path) -> Spot | None:
    """Return the entry with a screen that a path of the document is inside of, the nearest one.

    >>> spot_of(("tools", 3, "trials", 0, "where", "fr")).shown
    'tools/3'
    """
    return next((spot for length in range(len(path), 0, -1) if (spot := _spot(path[:length]))), None)


def at(document: Document, path: Path) -> Json:
    """Return what stands at a place of a document. Errors: Nowhere."""
    found: Json = document
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            raise Nowhere("/".join(map(str, path))) from None
    return found


def list_in(document: Document, path: Path) -> list[Json]:
    """Return a list of a document; empty when the document leaves it out. Errors: Nowhere when what holds it is not."""
    holder = at(document, path[:-1])
    found = holder.get(path[-1], []) if isinstance(holder, dict) else None
    if not isinstance(found, list):
        raise Nowhere("/".join(map(str, path)))
    return found


def replaced(document: Document, path: Path, value: Json) -> dict[str, Json]:
    """Return a document with another value at a place; the one given is left as it was. Errors: Nowhere."""
    whole = copy(dict(document))
    holder: Json = whole
    for step in path[:-1]:
        if isinstance(holder, dict) and step not in holder:
            raise Nowhere("/".join(map(str, path)))
        holder[step] = copy(holder[step])
        holder = holder[step]
    holder[path[-1]] = value
    return whole


def spots_in(document: Document) -> Iterator[Spot]:
    """Iterate over every entry of a document that has a screen, in the order of the sheets."""
    for sheet in _screens():
        yield from (Spot(sheet, path) for path in _paths(document, entry_path(sheet), ()))


def _paths(value: Json, pattern: tuple[str, ...], path: Path) -> Iterator[Path]:
    if not pattern:
        yield path
    elif pattern[0] == ENTRY:
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            yield from _paths(entry, pattern[1:], (*path, number))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _paths(value[pattern[0]], pattern[1:], (*path, pattern[0]))


def title_of(entry: Json, lang: Lang) -> str:
    """Return how an entry is called: its name in a language, its title, its question, or its id.

    >>> title_of({"id": "raci-grid", "name": {"fr": "Grille", "en": "Grid"}}, "en")
    'Grid'
    """
    if not isinstance(entry, dict):
        return ""
    for key in ("name", "title", "question", "story", "id", "version"):
        said = entry.get(key)
        words = said.get(lang) or said.get("fr") or said.get("en") if isinstance(said, dict) else said
        if isinstance(words, str) and words:
            return words
    return ""
