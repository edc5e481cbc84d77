"""Who can inspire: on the axes of the next steps, the nearest stories and alliances, the distance explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.account import BenchmarkLine, Inspiring, NearView, PartView
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.diagnosis.supports import supports_of
from cordee.core.benchmark import Benchmark
from cordee.core.estimates import Estimate
from cordee.core.measure_wording import STANDINGS, reason_words
from cordee.core.nearness import Near, Peer, Trait, scale_of, who_can_inspire
from cordee.core.numerals import number, percent

NEAREST = 3


@dataclass(frozen=True)
class Around:
    """What is known of the alliances around: the one that reads, its peers with their names, its benchmarks by axis."""

    asking: Peer
    peers: Sequence[Peer]
    names: Mapping[str, str]
    benchmarks: Mapping[str, Benchmark]


def inspiring(teller: Teller, around: Around) -> tuple[Inspiring, ...]:
    """Return who can inspire on each axis of the next steps, in their order."""
    axes = dict.fromkeys(advice.axis for advice in teller.reading.advice)
    return tuple(_on_axis(teller, around, axis) for axis in list(axes)[:NEAREST])


def _on_axis(teller: Teller, around: Around, axis: str) -> Inspiring:
    scale = scale_of(teller.pack.instrument, [stage.id for stage in teller.pack.scoring.stages])
    found = who_can_inspire(around.asking, axis, teller.pack.stories, around.peers, scale)
    near = tuple(_near(teller, around, one) for one in found.near[:NEAREST])
    refusal = reason_words(found.refused, teller.lang) if found.refused else ""
    return Inspiring(teller.sentences.core.axis(axis), near, refusal)


def _near(teller: Teller, around: Around, near: Near) -> NearView:
    story = supports_of(teller.sentences, [], [near.id], []) if near.kind == "story" else ()
    return NearView(
        name=story[0].name if story else around.names.get(near.id, near.id),
        kind=_("Récit") if near.kind == "story" else _("Alliance"),
        distance=ngettext(
            "distance {distance}, sur {compared} trait connu",
            "distance {distance}, sur {compared} traits connus",
            near.compared,
        ).format(distance=number(near.distance, teller.lang, 2), compared=near.compared),
        higher=_higher(near.higher),
        parts=tuple(_part(teller, part) for part in near.parts),
        story=story[0] if story else None,
    )


def _higher(higher: int | None) -> str:
    if higher is None:
        return _("un récit, dont le stade n’a pas été mesuré")
    return ngettext("{count} stade plus haut", "{count} stades plus haut", higher).format(count=higher)


def _part(teller: Teller, part: Trait) -> PartView:
    names = {
        "profile": _("Type d’organisation"),
        "size": _("Taille"),
        "territory": _("Territoire"),
        "kind": _("Type de partenariat"),
        "objective": _("Objectif prioritaire"),
    }
    if part.distance is None:
        text = _("non comparé : l’un des deux ne le dit pas")
    elif part.distance == 0:
        text = _("semblable")
    else:
        text = _("différent à {share}").format(share=percent(part.distance, teller.lang))
    return PartView(names[part.question], text)


def benchmark_lines(teller: Teller, benchmarks: Mapping[str, Benchmark]) -> tuple[BenchmarkLine, ...]:
    """Tell where each axis stands among comparable alliances; never a rank."""
    return tuple(
        _benchmark(teller, axis.axis, axis.maturity, benchmarks[axis.axis])
        for axis in teller.reading.overall.axes
        if axis.axis in benchmarks
    )


def _benchmark(teller: Teller, axis: str, own: Estimate, found: Benchmark) -> BenchmarkLine:
    name, mine = teller.sentences.core.axis(axis), teller.estimate(own)
    count = ngettext("{count} alliance comparable", "{count} alliances comparables", found.count).format(
        count=found.count
    )
    if found.refused or found.standing is None:
        return BenchmarkLine(name, mine, "", count, reason_words(found.refused, teller.lang) if found.refused else "")
    quartiles = " · ".join(teller.decimals(each, 1) for each in (found.q1, found.median, found.q3))
    return BenchmarkLine(name, mine, quartiles, count, STANDINGS[found.standing].in_(teller.lang))
