"""What the maturity barometer may count: the published collective results of alliances that agreed to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from cordee.apps.campaigns.days import day_of
from cordee.apps.campaigns.models import Publication
from cordee.apps.observatory.maturity.families import family_of
from cordee.apps.organisations.models import Alliance
from cordee.core.maturity_barometer import Contributor, Result


def contributors() -> list[Contributor]:
    """Return each consenting alliance with its published results, the oldest first; no invented alliance is one.

    A 360° that was read again under another release gives one result, the first that was published.
    """
    agreed = Alliance.objects.filter(barometer_consent_at__isnull=False, is_demonstration=False)
    since = {pk: moment for pk, moment in agreed.values_list("pk", "barometer_consent_at") if moment}
    results: dict[int, dict[str, Result]] = defaultdict(dict)
    for alliance, result in _results():
        results[alliance].setdefault(result.key, result)
    return [Contributor(day_of(moment), tuple(results[alliance].values())) for alliance, moment in since.items()]


def key_of(campaign: UUID) -> str:
    """Return what stands for a result in the barometer: it names nobody and leads nowhere."""
    return sha256(f"maturity barometer {campaign}".encode()).hexdigest()


def _results() -> Iterable[tuple[int, Result]]:
    rows = Publication.objects.filter(
        audience=Publication.Audience.EVERYONE,
        campaign__alliance__barometer_consent_at__isnull=False,
        campaign__alliance__is_demonstration=False,
        campaign__closed_at__isnull=False,
        campaign__cancelled_at=None,
    )
    found = rows.order_by("campaign__closed_at", "campaign", "pk").values_list(
        *("campaign__alliance", "campaign__public", "release__pack", "campaign__form", "campaign__closed_at"),
        "layers__standings",
    )
    for alliance, public, pack, form, closed_at, standings in found:
        yield alliance, Result(key_of(public), family_of(pack, form), day_of(closed_at), _standings(standings or ()))


def _standings(stored: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, float]]:
    known = (one for one in stored if one["stage"] is not None and one["maturity"] is not None)
    return {one["axis"]: (one["stage"], float(one["maturity"])) for one in known}
