"""What may be shown of the relations between partners: who scored whom if both agreed, the rest from three scorers.

What is hidden enters no number (docs/decisions/0009). A partner is read from what at least three others said of it, and
of those that nobody may name there are none, or three at least: taking the named ones away never leaves one or two.
Unanimity stays a limit: when all who score a partner give the same, its mean tells what each of them said. That is
said before answering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cordee.core.network import (
    Network,
    Pair,
    Response,
    Scores,
    components,
    density,
    isolates,
    mean_of_known,
    reaches,
    reciprocity,
)

FEWEST_SCORERS = 3
FEWEST_PARTNERS = 4
"""Under four partners, at most two score the same one: nothing can be hidden, and all must agree."""

FEWEST_TIES = 10
"""How many unnamed ties it takes for a share of returned ones, told in thirds, to say nothing of a single one."""

DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a partner gave: scores, None for « we do not work together »; those it knows nothing of are not there."""

    partner: str
    agrees: bool
    about: Mapping[str, Scores | None]


@dataclass(frozen=True, slots=True)
class Received:
    """What a partner receives: how many scored it, how many ties reach it, mean trust and value in [0, 4].

    All are None when too few scored it.
    """

    partner: str
    scorers: int | None = None
    ties: int | None = None
    trust: float | None = None
    value: float | None = None

    @property
    def shown(self) -> bool:
        """Whether anything of it is shown."""
        return self.scorers is not None


@dataclass(frozen=True, slots=True)
class Link:
    """What one partner said of another, both having agreed that it be shown."""

    source: str
    target: str
    trust: float
    value: float
    tie: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """All that may be shown, decided once, at closing.

    `everyone_agreed`: every partner asked answered and agreed, so that nothing is hidden; else `reciprocity`,
    `isolated` and `groups` are None. `third`: in which third (1 to 3) the share of returned ties lies, if told.
    """

    partners: tuple[str, ...]
    response: Response
    level: float
    everyone_agreed: bool
    received: tuple[Received, ...] = ()
    links: tuple[Link, ...] = ()
    density: float | None = None
    reciprocity: float | None = None
    third: int | None = None
    isolated: tuple[str, ...] | None = None
    groups: int | None = None

    @property
    def too_small(self) -> bool:
        """Whether there are so few partners that nothing can be hidden."""
        return len(self.partners) < FEWEST_PARTNERS

    @property
    def ties(self) -> tuple[Link, ...]:
        """The links that may be drawn."""
        return tuple(link for link in self.links if link.tie)

    def to_json(self) -> dict[str, Any]:
        """Return the publication as plain values, for JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Publication:
        """Read a publication written by `to_json`."""
        isolated = kept["isolated"]
        return cls(
            **{
                **kept,
                "partners": tuple(kept["partners"]),
                "response": Response(**kept["response"]),
                "received": tuple(Received(**one) for one in kept["received"]),
                "links": tuple(Link(**one) for one in kept["links"]),
                "isolated": None if isolated is None else tuple(isolated),
            }
        )


def publication(partners: Sequence[str], sheets: Sequence[Sheet], level: float, gone: int = 0) -> Publication:
    """Decide what may be shown of the sheets given by some of the partners asked.

    `gone`: how many were asked and are no longer there. They count among those who were asked and did not answer, so
    that removing a partner never raises a rate. Raises TooFewAnswers under 65 % of answers. Means keep one decimal.

    >>> four = tuple("abcd")
    >>> three = Scores((3, 3, 3), (2, 2, 2))
    >>> sheets = [Sheet(one, False, {other: three for other in four if other != one}) for one in four]
    >>> shown = publication(four, sheets, level=2)
    >>> shown.received[0], shown.links, shown.reciprocity
    (Received(partner='a', scorers=3, ties=3, trust=3.0, value=2.0), (), None)
    """
    response = Response(len(sheets), len(partners) + gone)
    response.require()
    agreeing = {sheet.partner for sheet in sheets if sheet.agrees}
    everyone = agreeing == set(partners) and not gone
    nothing = Publication(tuple(partners), response, level, everyone)
    if nothing.too_small and not everyone:
        return nothing
    scored = {(s.partner, other): said for s in sheets for other, said in s.about.items() if _counts(said)}
    named = {pair for pair in scored if agreeing.issuperset(pair)}
    received = tuple(_received(one, scored, named, level, everyone) for one in partners)
    network = Network(
        tuple(partners), {pair: None if said is None else said.strength for pair, said in scored.items()}, level
    )
    readable = _towards(network, {one.partner for one in received if one.shown})
    return Publication(
        tuple(partners),
        response,
        level,
        everyone,
        received,
        _links(scored, named, level),
        density(readable),
        reciprocity(network) if everyone else None,
        None if everyone else _third(readable, named),
        isolates(network) if everyone else None,
        len(components(network)) if everyone else None,
    )


def _counts(said: Scores | None) -> bool:
    """Whether an answer is known: apart, or scored on trust and on value."""
    return said is None or said.strength is not None


def _received(
    partner: str, scored: Mapping[Pair, Scores | None], named: set[Pair], level: float, everyone: bool
) -> Received:
    towards = {pair: said for pair, said in scored.items() if pair[1] == partner and said is not None}
    unnamed = len(towards.keys() - named)
    if not everyone and (len(towards) < FEWEST_SCORERS or 0 < unnamed < FEWEST_SCORERS):
        return Received(partner)
    return Received(
        partner,
        len(towards),
        sum(reaches(said.strength, level) for said in towards.values()),
        _rounded(mean_of_known(said.trust_mean for said in towards.values())),
        _rounded(mean_of_known(said.value_mean for said in towards.values())),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _links(scored: Mapping[Pair, Scores | None], named: set[Pair], level: float) -> tuple[Link, ...]:
    """What may be told by name; those who do not work together are not a link."""
    return tuple(
        Link(*pair, round(said.trust_mean or 0.0, DECIMALS), round(said.value_mean or 0.0, DECIMALS), tie)
        for pair, said in sorted(scored.items())
        if pair in named and said is not None
        for tie in [reaches(said.strength, level)]
    )


def _towards(network: Network, shown: set[str]) -> Network:
    """The part of a network that goes towards partners that are shown: the only part that enters a number."""
    return Network(
        network.partners, {pair: kept for pair, kept in network.known.items() if pair[1] in shown}, network.level
    )


def _third(network: Network, named: set[Pair]) -> int | None:
    """In which third the share of returned ties lies, those that are named left out; None when they are too few."""
    unnamed = Network(
        network.partners, {pair: kept for pair, kept in network.known.items() if pair not in named}, network.level
    )
    returnable = sum((target, source) in unnamed.known for source, target in unnamed.ties)
    share = reciprocity(unnamed)
    return None if share is None or returnable < FEWEST_TIES else min(2, int(share * 3)) + 1
