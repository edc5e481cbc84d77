"""The alliances around one: peers that consented to be shown, and quartiles of those that consented to be counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cordee.apps.campaigns.days import day_of
from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.telling.inspiring import Around
from cordee.apps.organisations.models import Alliance
from cordee.apps.organisations.queries import traits_of
from cordee.core.benchmark import Benchmark, Contribution, Group, benchmark
from cordee.core.nearness import Peer
from cordee.core.reading import Reading

SIZES = ((3, "2-3"), (6, "4-6"), (12, "7-12"))
LARGER = "13+"
Standings = Mapping[str, Mapping[str, Any]]
"""Axis → what was stored of it: its maturity and its stage."""


@dataclass(frozen=True)
class Placed:
    """The latest published result of an alliance, in short."""

    alliance: Alliance
    form: str
    pack: str
    closed_at: datetime
    standings: Standings


def around_of(campaign: Campaign, reading: Reading, today: date | None = None) -> Around:
    """Return what is known of the alliances around the one of a campaign, for a reading of it.

    Quartiles are those of the first of the month: a contributor who comes or goes does not show by subtraction the day
    it happens. A consent that was taken back counts for nothing at once.
    """
    month = (today or timezone.localdate()).replace(day=1)
    invented = campaign.alliance.is_demonstration
    others = [one for one in latest_results(invented=invented) if one.alliance.pk != campaign.alliance_id]
    peers = [one for one in others if one.alliance.peer_consent_at is not None and one.pack == reading.pack]
    return Around(
        asking=Peer(
            str(campaign.alliance.public),
            traits_of(campaign.alliance),
            {axis.axis: axis.stage for axis in reading.overall.axes if axis.stage},
        ),
        peers=[_peer(one) for one in peers],
        names={str(one.alliance.public): one.alliance.name for one in peers},
        benchmarks=benchmarks_of(campaign, reading, others, month),
    )


def latest_results(*, invented: bool = False) -> list[Placed]:
    """Return the latest published result of each alliance that consented to something, in short, oldest first.

    Alliances of the demonstration stand among themselves: none enters the figures of those that exist.
    """
    rows = Publication.objects.filter(
        audience=Publication.Audience.EVERYONE,
        campaign__closed_at__isnull=False,
        campaign__alliance__is_demonstration=invented,
    )
    consenting = rows.exclude(campaign__alliance__peer_consent_at=None, campaign__alliance__benchmark_consent_at=None)
    found = consenting.order_by("campaign__closed_at", "pk").values_list(
        "campaign__alliance", "campaign__form", "release__pack", "campaign__closed_at", "layers__standings"
    )
    latest = {alliance: rest for alliance, *rest in found}
    alliances = Alliance.objects.in_bulk(latest)
    return [
        Placed(alliances[key], form, pack, closed_at, {one["axis"]: one for one in standings or ()})
        for key, (form, pack, closed_at, standings) in latest.items()
    ]


def _peer(placed: Placed) -> Peer:
    stages = {axis: one["stage"] for axis, one in placed.standings.items() if one["stage"]}
    return Peer(str(placed.alliance.public), traits_of(placed.alliance), stages)


def benchmarks_of(
    campaign: Campaign, reading: Reading, others: Iterable[Placed], month: date
) -> Mapping[str, Benchmark]:
    """Return the benchmark of each axis, among alliances of the same form, stage of life and size."""
    group = _group(campaign.alliance, f"{reading.pack}:{reading.form}")
    counted = [one for one in others if _counts(one, month)]
    placed = [(one, _group(one.alliance, f"{one.pack}:{one.form}")) for one in counted]
    holder = str(campaign.alliance.public)
    return {
        axis.axis: benchmark(
            holder, axis.maturity, group, [_contribution(one, where, axis.axis) for one, where in placed]
        )
        for axis in reading.overall.axes
    }


def _counts(placed: Placed, month: date) -> bool:
    consent = placed.alliance.benchmark_consent_at
    return consent is not None and max(day_of(consent), day_of(placed.closed_at)) < month


def _group(alliance: Alliance, family: str) -> Group:
    partners = alliance.partners.filter(left_on=None).count()
    size = next((name for most, name in SIZES if partners <= most), LARGER)
    return Group(family, "+".join(traits_of(alliance).get("stage", ())), size)


def _contribution(placed: Placed, group: Group, axis: str) -> Contribution:
    one = placed.standings.get(axis)
    day = day_of(placed.closed_at).isoformat()
    return Contribution(str(placed.alliance.public), group, day, one["maturity"] if one else None, consented=True)
