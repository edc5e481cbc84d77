"""The published results of a 360°: which one a reader may see, or why none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.permissions import Verdict
from cordee.apps.campaigns.respondent_permissions import may_read, may_read_who_said_what
from cordee.apps.organisations.models import RoleKind


@dataclass(frozen=True)
class Published:
    """A verdict, and the publication when it is yes."""

    verdict: Verdict
    publication: Publication | None = None


def publication_for(
    campaign: Campaign, now: datetime, *, role: RoleKind | None = None, holds_link: bool = False
) -> Published:
    """Return what a reader may see of a campaign: by their role in its alliance, or by a link of theirs.

    The newest release is shown; where a publication was made for the facilitator, only they get it.
    """
    verdict = may_read(role, holds_link, campaign, now)
    if not verdict.allowed:
        return Published(verdict)
    alone = may_read_who_said_what(role, campaign)
    audience = Publication.Audience.FACILITATOR if alone else Publication.Audience.EVERYONE
    return Published(verdict, latest_publication(campaign, audience))


def latest_publication(campaign: Campaign, audience: str) -> Publication | None:
    """Return the publication of a campaign on its newest release, for an audience."""
    rows = publications_of(campaign, audience)
    return rows[-1] if rows else None


def publications_of(campaign: Campaign, audience: str) -> list[Publication]:
    """Return the publications of a campaign for an audience, in the order of their releases."""
    rows = Publication.objects.select_related("release").defer("release__document")
    return sorted(rows.filter(campaign=campaign, audience=audience), key=lambda one: one.release.order)
