"""Reading a drawn page back into pieces: the page that comes with the product becomes one that editors can change."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

NAMESPACE = uuid.UUID("6f0f6c1e-0f5b-5d0a-9d53-1c7d3b5d8f10")
"""Pieces at the same place of the same page have the same id in both languages, so that one translates the other."""

Piece = dict[str, Any]


class UnreadablePage(ValueError):
    """A page holds something that no piece of prose can hold; a fault of its template."""


@dataclass(frozen=True)
class ReadPage:
    """What a page says, without its look."""

    title: str
    seo_title: str
    description: str
    eyebrow: str
    lead: str
    body: list[Piece]


def read(html: str, key: str) -> ReadPage:
    """Read a page that `ui/page.html` drew; raises UnreadablePage."""
    soup = BeautifulSoup(html, "html.parser")
    main = _one(soup, "main")
    return ReadPage(
        title=_words(_one(main, "h1")),
        seo_title=_words(_one(soup, "title")).removesuffix(" · Cordée"),
        description=str(_one(soup, "meta[name=description]")["content"]),
        eyebrow=_words(_one(main, ".eyebrow")),
        lead=_words(_one(main, ".lead")),
        body=list(_pieces(_one(main, ".prose"), key)),
    )


def _pieces(prose: Tag, key: str) -> Iterator[Piece]:
    children = [child for child in prose.children if isinstance(child, Tag)]
    for number, child in enumerate(children):
        kind, value = _piece(child, f"{key}/{number}")
        yield {"type": kind, "value": value, "id": _id(f"{key}/{number}")}


def _piece(element: Tag, place: str) -> tuple[str, Any]:
    declared = element.get("data-declared")
    if declared:
        return "declared", str(declared)
    match element.name:
        case "h2":
            return "heading", _words(element)
        case "h3":
            return "subheading", _words(element)
        case "p":
            return "paragraph", f"<p>{_inline(element)}</p>"
        case "ul":
            return "items", [_item(item, f"{place}/{number}") for number, item in enumerate(element.find_all("li"))]
    raise UnreadablePage(f"<{element.name}> at {place} is no piece of prose: see editorial/blocks.py")


def _item(element: Tag, place: str) -> Piece:
    return {"type": "item", "value": f"<p>{_inline(element)}</p>", "id": _id(place)}


def _inline(element: Tag) -> str:
    """Return the words of an element with what stands out in them: links, bold, italic; spaces made single."""
    for link in element.find_all("a"):
        link.attrs = {"href": link["href"]}
    return _single_spaced(element.decode_contents())


def _words(element: Tag) -> str:
    return _single_spaced(element.get_text())


def _single_spaced(text: str) -> str:
    """Make runs of ordinary spaces and line ends single; the narrow spaces of French stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def _one(parent: BeautifulSoup | Tag, selector: str) -> Tag:
    found = parent.select_one(selector)
    if found is None:
        raise UnreadablePage(f"nothing found under « {selector} »")
    return found


def _id(place: str) -> str:
    return str(uuid.uuid5(NAMESPACE, place))
