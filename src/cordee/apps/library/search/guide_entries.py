"""What guides a reader in the reference pack: impacts, the référentiel, methods, doors of the compass."""

from __future__ import annotations

from collections.abc import Iterator

from cordee.apps.library.addresses import ROUTES, current_pack, slug_of
from cordee.apps.library.search.pack_entries import other_names, written
from cordee.core.packs.compass import Door
from cordee.core.packs.impacts import Impact
from cordee.core.packs.pack import Pack
from cordee.core.packs.referential import Cell
from cordee.core.packs.selector import Method
from cordee.core.packs.text import Lang
from cordee.core.search.entries import Entry
from cordee.core.search.stems import LANGUAGES

METHODS_ROUTE = "selector:methods"
DOORS_ROUTE = "compass:graph"


def entries() -> Iterator[Entry]:
    """Give the entries of the reference pack, as its newest release has it; none when no pack is loaded."""
    pack = current_pack()
    if pack is not None:
        yield from entries_of(pack)


def entries_of(pack: Pack) -> Iterator[Entry]:
    """Give the entries of a pack, in each language."""
    for lang in LANGUAGES:
        yield from (_impact(one, lang) for one in pack.impacts)
        yield from (_cell(one, pack, lang) for one in pack.cells)
        yield from (_method(one, lang) for one in pack.methods)
        yield from (_door(one, lang) for one in pack.doors)


def _impact(impact: Impact, lang: Lang) -> Entry:
    steps = (*impact.qualify, *impact.measure, *impact.illustrate)
    indicators = (text for one in impact.indicators for text in (one.name, one.collect))
    return Entry(
        "impacts",
        impact.id,
        lang,
        impact.name.in_(lang),
        impact.summary.in_(lang),
        written(lang, impact.definition, impact.clock.meaning, impact.actors, impact.ecosystem, *steps, *indicators),
        ROUTES["impacts"],
        (slug_of(impact.name, lang),),
        other_names(impact.name, lang),
    )


def _cell(cell: Cell, pack: Pack, lang: Lang) -> Entry:
    """Give one approach applied to one object: a part of the page of the approach."""
    axis = pack.instrument.axis(cell.approach)
    found = next(one for one in pack.objects if one.id == cell.object)
    return Entry(
        "cells",
        cell.id,
        lang,
        f"{axis.name.in_(lang)} · {found.name.in_(lang)}",
        cell.focus.in_(lang),
        written(lang, *cell.questions, *cell.judgement, *cell.evidence),
        ROUTES["axes"],
        (slug_of(axis.name, lang),),
        facets={"approach": (cell.approach,)},
        anchor=cell.object,
    )


def _method(method: Method, lang: Lang) -> Entry:
    return Entry(
        "methods",
        method.id,
        lang,
        method.name.in_(lang),
        method.answers.in_(lang),
        written(lang, method.suits, method.avoid, method.skills, method.limits),
        METHODS_ROUTE,
        (),
        other_names(method.name, lang),
        {"medoc": ("method",), "approach": method.approaches},
        method.id,
    )


def _door(door: Door, lang: Lang) -> Entry:
    name, summary = door.name.in_(lang), door.summary.in_(lang)
    return Entry("doors", door.id, lang, name, summary, "", DOORS_ROUTE, anchor=f"door-{door.id}")
