"""A list that a reader narrows, one facet after the other: links with their counts, and a page of bounded length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from cordee.core.facets import Chosen, FacetIndex, rows_in

PAGE = "page"
A_PAGE = 24
"""How many entries a page of a list shows."""


@dataclass(frozen=True)
class Facet:
    """A facet: its name in addresses, its label, and its values in order with their labels."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]

    def label_of(self, value: str) -> str:
        """Return the label of a value."""
        return dict(self.values).get(value, value)


@dataclass(frozen=True)
class Option:
    """A value that can be chosen: how many entries it leaves, and the list narrowed by it, or no longer when chosen."""

    value: str
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class FacetView:
    """A facet as the page shows it."""

    key: str
    label: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True)
class Removal:
    """A choice made, the list without it, and the list with it alone."""

    facet: str
    label: str
    count: int
    url: str
    count_alone: int
    url_alone: str


@dataclass(frozen=True)
class Narrowed:
    """What is left of a list: how many entries, which rows on this page, and everywhere one can go from here."""

    total: int
    found: int
    rows: tuple[int, ...]
    facets: tuple[FacetView, ...]
    removals: tuple[Removal, ...]
    page: int
    pages: int
    previous: str
    following: str
    everything: str

    @property
    def ways_out(self) -> tuple[Removal, ...]:
        """The choices whose removal alone leaves something."""
        return tuple(removal for removal in self.removals if removal.count)

    @property
    def kept_alone(self) -> tuple[Removal, ...]:
        """The choices that leave something when they are the only one."""
        return tuple(removal for removal in self.removals if removal.count_alone)

    @property
    def is_narrowed(self) -> bool:
        """Whether a choice was made."""
        return bool(self.removals)


def narrow(index: FacetIndex, facets: Sequence[Facet], asked: Mapping[str, str], base: str) -> Narrowed:
    """Narrow a list by what an address asks; what no facet knows is left aside, and pages stay within bounds."""
    chosen = {
        facet.key: asked[facet.key] for facet in facets if facet.key in asked and asked[facet.key] in dict(facet.values)
    }
    found = index.matching(chosen)
    count = found.bit_count()
    pages = max(1, -(-count // A_PAGE))
    page = min(max(1, _number(asked.get(PAGE, ""))), pages)
    return Narrowed(
        total=index.size,
        found=count,
        rows=tuple(rows_in(found, (page - 1) * A_PAGE, A_PAGE)),
        facets=tuple(_facet_view(index, facet, chosen, base) for facet in facets if len(_present(index, facet)) > 1),
        removals=tuple(_removal(index, facet, chosen, base) for facet in facets if facet.key in chosen),
        page=page,
        pages=pages,
        previous=_address(base, chosen, page - 1) if page > 1 else "",
        following=_address(base, chosen, page + 1) if page < pages else "",
        everything=base,
    )


def _present(index: FacetIndex, facet: Facet) -> list[tuple[str, str]]:
    """Return the values that some entry has: a facet with fewer than two of them tells nothing apart."""
    return [(value, label) for value, label in facet.values if index.knows(facet.key, value)]


def _facet_view(index: FacetIndex, facet: Facet, chosen: Chosen, base: str) -> FacetView:
    counts, current = index.counts(facet.key, chosen), chosen.get(facet.key, "")
    without = _address(base, _without(chosen, facet.key))
    options = tuple(
        Option(value, label, counts[value], without, is_chosen=True)
        if value == current
        else Option(value, label, counts[value], _address(base, {**chosen, facet.key: value}), is_chosen=False)
        for value, label in _present(index, facet)
    )
    return FacetView(facet.key, facet.label, options, facet.label_of(current) if current else "")


def _removal(index: FacetIndex, facet: Facet, chosen: Chosen, base: str) -> Removal:
    rest = _without(chosen, facet.key)
    alone = {facet.key: chosen[facet.key]}
    return Removal(
        facet=facet.label,
        label=facet.label_of(chosen[facet.key]),
        count=index.matching(rest).bit_count(),
        url=_address(base, rest),
        count_alone=index.matching(alone).bit_count(),
        url_alone=_address(base, alone),
    )


def _without(chosen: Chosen, key: str) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if name != key}


def _address(base: str, chosen: Chosen, page: int = 1) -> str:
    """Write the address of a narrowed list; the first page has no number."""
    asked = {**chosen, **({PAGE: str(page)} if page > 1 else {})}
    return f"{base}?{urlencode(asked)}" if asked else base


def _number(text: str) -> int:
    """Read the number of a page; anything else is the first."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
