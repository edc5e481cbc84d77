"""Hide parts of a text without moving the rest, and show some of them again."""

import re
from collections.abc import Iterable

from cordee.core.typography import OBJECT

Span = tuple[int, int]

_VISIBLE = re.compile(r"[^\n]")


def hidden(text: str, spans: Iterable[Span]) -> str:
    """Replace each span by as many objects, keeping line ends."""
    for start, end in spans:
        text = text[:start] + _VISIBLE.sub(OBJECT, text[start:end]) + text[end:]
    return text


def only(text: str, spans: Iterable[Span]) -> str:
    """Hide everything but the spans."""
    kept = _VISIBLE.sub(OBJECT, text)
    return shown(kept, text, spans)


def shown(masked: str, source: str, spans: Iterable[Span]) -> str:
    """Show the spans of the source again."""
    for start, end in spans:
        masked = masked[:start] + source[start:end] + masked[end:]
    return masked


def matches(pattern: re.Pattern[str], text: str, group: int | str = 0) -> list[Span]:
    """The spans of a group in every match."""
    return [found.span(group) for found in pattern.finditer(text) if found.span(group) != (-1, -1)]
