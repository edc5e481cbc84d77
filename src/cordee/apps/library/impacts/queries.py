"""Reads of the impacts: the three side by side, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.library.addresses import language, url_of
from cordee.apps.library.references import Link, links_to, sources_of
from cordee.core.packs.impacts import Beneficiary, Impact
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang, Text


@dataclass(frozen=True)
class Clock:
    """When an impact may be looked for, beside the slowest of them: months out of `longest`."""

    name: str
    words: str
    meaning: str
    months: int
    longest: int
    is_here: bool


@dataclass(frozen=True)
class ImpactCard:
    """An impact in short."""

    name: str
    url: str
    summary: str
    words: str


@dataclass(frozen=True)
class ImpactPage:
    """An impact with everything that its page tells."""

    card: ImpactCard
    definition: str
    is_ours: bool
    clock: Clock
    clocks: tuple[Clock, ...]
    qualify: tuple[str, ...]
    measure: tuple[str, ...]
    illustrate: tuple[str, ...]
    for_actors: tuple[tuple[str, str, str], ...]
    for_ecosystem: tuple[tuple[str, str, str], ...]
    actors: str
    ecosystem: str
    terms: tuple[Link, ...]
    tools: tuple[Link, ...]
    sources: tuple[Source, ...]


def cards_of(pack: Pack) -> tuple[ImpactCard, ...]:
    """Return the impacts in short, the quickest first."""
    return tuple(_card(impact, pack) for impact in _by_clock(pack))


def clocks_of(pack: Pack, here: str = "") -> tuple[Clock, ...]:
    """Return the clocks of every impact, the quickest first; `here` is the id of the one on screen."""
    impacts = _by_clock(pack)
    return tuple(_clock(one, impacts[-1].clock.months, here) for one in impacts)


def page_of(pack: Pack, impact_id: str) -> ImpactPage | None:
    """Gather what the page of an impact tells; None when the pack does not have it."""
    impact = next((one for one in pack.impacts if one.id == impact_id), None)
    if impact is None:
        return None
    lang, clocks = language(), clocks_of(pack, impact.id)
    return ImpactPage(
        card=_card(impact, pack),
        definition=impact.definition.in_(lang),
        is_ours=impact.status == "working_definition",
        clock=next(clock for clock in clocks if clock.is_here),
        clocks=clocks,
        qualify=_told(impact.qualify, lang),
        measure=_told(impact.measure, lang),
        illustrate=_told(impact.illustrate, lang),
        for_actors=_rows(impact, "actors", lang),
        for_ecosystem=_rows(impact, "ecosystem", lang),
        actors=impact.actors.in_(lang),
        ecosystem=impact.ecosystem.in_(lang),
        terms=links_to("terms", impact.terms, pack),
        tools=links_to("tools", impact.tools, pack),
        sources=sources_of(_all_sources(impact), pack),
    )


def _by_clock(pack: Pack) -> list[Impact]:
    return sorted(pack.impacts, key=lambda impact: impact.clock.months)


def _card(impact: Impact, pack: Pack) -> ImpactCard:
    lang = language()
    url = url_of("impacts", impact.id, pack) or ""
    return ImpactCard(impact.name.in_(lang), url, impact.summary.in_(lang), impact.clock.words.in_(lang))


def _clock(impact: Impact, longest: int, here: str) -> Clock:
    lang, clock = language(), impact.clock
    name, words, meaning = impact.name.in_(lang), clock.words.in_(lang), clock.meaning.in_(lang)
    return Clock(name, words, meaning, clock.months, longest, impact.id == here)


def _told(texts: tuple[Text, ...], lang: Lang) -> tuple[str, ...]:
    return tuple(text.in_(lang) for text in texts)


def _rows(impact: Impact, concerns: Beneficiary, lang: Lang) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (one.name.in_(lang), one.unit.in_(lang), one.collect.in_(lang))
        for one in impact.indicators
        if one.concerns == concerns
    )


def _all_sources(impact: Impact) -> list[str]:
    cited = [source for indicator in impact.indicators for source in indicator.sources]
    return list(dict.fromkeys([*impact.sources, *cited]))
