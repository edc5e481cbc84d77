"""What is told beside a publication: the consensus as it stands now, the alliances around, the wave before."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.timezone import localtime

from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.queries.around import around_of
from cordee.apps.campaigns.telling.result import Beside
from cordee.apps.diagnosis.bridge import reading_from_json


def beside_of(publication: Publication) -> Beside:
    """Gather what a page or a document tells beside a publication."""
    campaign = publication.campaign
    return Beside(
        consensuses=list(campaign.consensuses.prefetch_related("dissents").order_by("recorded_at", "pk")),
        around=around_of(campaign, reading_from_json(publication.reading)),
        since=_month_of(campaign.previous),
    )


def _month_of(previous: Campaign | None) -> str:
    if previous is None or previous.closed_at is None:
        return ""
    return date_format(localtime(previous.closed_at), "YEAR_MONTH_FORMAT")
