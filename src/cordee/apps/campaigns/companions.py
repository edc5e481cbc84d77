"""The last closed 360° of an alliance beside its evaluation: one published figure for each approach, nothing more."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.campaigns.telling.result import closed_on, teller_of
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.evaluation.judgement.companions import Companion, CompanionFigure
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.core.reading import AxisReading


def last_360(role: AllianceRole) -> Companion | None:
    """Return the maturity of each approach in the last closed 360°, as published for this reader; None without one."""
    closed = Campaign.objects.filter(alliance=role.alliance_id, cancelled_at=None, closed_at__isnull=False)
    campaign = closed.select_related("alliance").order_by("-wave").first()
    if campaign is None:
        return None
    publication = publication_for(campaign, timezone.now(), role=RoleKind(role.kind)).publication
    if publication is None:
        return None
    teller = teller_of(publication, "en" if get_language() == "en" else "fr")
    shown = () if teller.plan.nothing_shown else teller.reading.overall.axes
    day = date_format(closed_on(publication), "DATE_FORMAT")
    return Companion(
        heading=_("Le dernier 360° : {title}").format(title=campaign.title),
        text=_("Clos le {day}. Maturité de chaque approche, de 0 à 4, avec son intervalle à 95 %.").format(day=day),
        url=reverse("campaigns:result", args=[campaign.public]),
        figures=tuple(_figure(teller, axis) for axis in shown),
    )


def _figure(teller: Teller, axis: AxisReading) -> CompanionFigure:
    names = {each.id: each.name.in_(teller.lang) for each in teller.pack.instrument.axes}
    known = axis.maturity.value is not None
    written = teller.estimate(axis.maturity) if known else teller.sentences.refusal(axis.maturity)
    return CompanionFigure(axis.axis, names[axis.axis], written)
