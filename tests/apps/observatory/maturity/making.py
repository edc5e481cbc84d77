"""Alliances with a closed 360° whose result was published, as the maturity barometer reads them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.models import Alliance
from cordee.core.scoring import layout_of, stage_of

LONG_AGO = timedelta(days=70)


def counted_alliance(release: PackRelease, number: int, form: str = "express", **said: object) -> Alliance:
    """Make an alliance that consented long ago, with one published result at the stages that its number gives."""
    long_ago = timezone.now() - LONG_AGO
    alliance = Alliance.objects.create(
        **{"name": f"Alliance secrète {number}", "barometer_consent_at": long_ago, **said}
    )
    published(alliance, release, levels_of(release, number, form), long_ago, form)
    return alliance


def levels_of(release: PackRelease, number: int, form: str = "express") -> dict[str, float]:
    """Return the maturity of each approach: neighbours differ, and every stage is held in turn."""
    axes = layout_of(pack_of(release).instrument, form).axes
    return {axis: ((number + place) % 5) * 0.9 + 0.1 for place, axis in enumerate(axes)}


def published(
    alliance: Alliance,
    release: PackRelease,
    levels: dict[str, float],
    closed_at: datetime,
    form: str = "express",
    audience: str = Publication.Audience.EVERYONE,
) -> Publication:
    """Write a closed campaign and what was published of it, with an approach that could not be."""
    stages = pack_of(release).scoring.stages
    campaign = Campaign.objects.create(
        alliance=alliance,
        wave=alliance.campaigns.count() + 1,
        title="Un 360°",
        release=release,
        form=form,
        closed_at=closed_at,
    )
    standings = [
        {"axis": axis, "maturity": level, "stage": stage_of(level, stages).id} for axis, level in levels.items()
    ]
    return Publication.objects.create(
        campaign=campaign,
        release=release,
        audience=audience,
        engine="1",
        plan={},
        reading={},
        layers={"standings": [*standings, {"axis": "unread", "maturity": None, "stage": None}]},
        answers_sha256="0" * 64,
        created_at=closed_at,
    )


def counted_alliances(release: PackRelease, count: int, first: int = 0) -> list[Alliance]:
    """Make several."""
    return [counted_alliance(release, number) for number in range(first, first + count)]
