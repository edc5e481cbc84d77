"""What the PDF can draw: a letter it cannot becomes a sign that shows, a word too long for a line may break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

DRAWABLE = Path(__file__).resolve().parent / "fonts" / "drawable.txt"
SIGN = "▯"
COMMON_SIGN = "?"
_LATIN_1 = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
COMMON = (_LATIN_1 - set("¤¦¬±²³µ¹¼½¾\u00ad")) | set("œŒŸ–—‘’“”…•−\n\u202f\u200b\u2011")
BREAK = "\u200b"
LONGEST_RUN, SHORTEST_RUN = 24, 6
BREAKS_AFTER = "/-_.?&="
HREF = "href"

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_SILENT = ("Cc", "Cf", "Cs", "Mn", "Me", "Mc")


def drawable(text: str) -> str:
    """Return a text whose every letter has a glyph in the fonts of the PDF, composed as Unicode NFC.

    A letter without one becomes a sign. Joiners, controls, and the accents that are still apart once composed leave no
    trace: they have no drawing of their own, and some of them stop the typesetter.

    >>> drawable("Bravo 🎉, 東京"), drawable("e\u0301te\u0301")
    ('Bravo ▯, ▯▯', 'été')
    """
    composed = unicodedata.normalize("NFC", text)
    known = _drawable_letters()
    if known.issuperset(composed):
        return composed
    return "".join(letter if letter in known else _instead(letter) for letter in composed)


def _instead(letter: str) -> str:
    return "" if unicodedata.category(letter) in _SILENT else SIGN


def breakable(text: str) -> str:
    """Let a word longer than a line break: after a mark of an address where there is one, else where it must.

    >>> breakable("https://example.org/tableau-2025-2026.xlsx").replace(BREAK, "|")
    'https://example.org/|tableau-2025-2026.xlsx'
    >>> breakable("anticonstitutionnellement").replace(BREAK, "|")
    'anticonstitutionnellemen|t'
    """
    return _LONG_RUN.sub(lambda found: BREAK.join(_slices(found.group())), text)


def _slices(run: str) -> list[str]:
    slices = []
    while len(run) > LONGEST_RUN:
        cut = max(run.rfind(mark, SHORTEST_RUN, LONGEST_RUN) for mark in BREAKS_AFTER) + 1 or LONGEST_RUN
        slices.append(run[:cut])
        run = run[cut:]
    return [*slices, run]


def typesettable(value: Any) -> Any:
    """Make every text of a document drawable and breakable, whatever its place; other values stay as they are.

    What is under the key `href` is an address to follow, not a text to draw.
    """
    if isinstance(value, str):
        return breakable(drawable(value))
    if isinstance(value, Mapping):
        return {key: each if key == HREF else typesettable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [typesettable(each) for each in value]
    return value


def only_common(value: Any) -> Any:
    """Keep the letters of western Europe, which our own fonts draw, in every text of a document; sign the others.

    >>> only_common({"name": "Œuvre 東京"})
    {'name': 'Œuvre ??'}
    """
    if isinstance(value, str):
        return "".join(letter if letter in COMMON else COMMON_SIGN for letter in value)
    if isinstance(value, Mapping):
        return {key: only_common(each) for key, each in value.items()}
    return [only_common(each) for each in value] if isinstance(value, list | tuple) else value


@cache
def _drawable_letters() -> frozenset[str]:
    """Read the letters that the fonts draw: one range of code points a line, in hexadecimal."""
    letters: set[str] = set()
    for line in DRAWABLE.read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            letters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(letters)
