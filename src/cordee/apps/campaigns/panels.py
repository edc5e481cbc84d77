"""What the page of an alliance shows of its 360°."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.permissions import may_begin, may_see
from cordee.apps.campaigns.queries.campaigns import campaigns_of, latest_campaign
from cordee.apps.organisations.access import Opened
from cordee.apps.organisations.models import RoleKind
from cordee.apps.organisations.panels import Panel, PanelLine

SHOWN = 3


def campaigns_panel(opened: Opened) -> Panel:
    """Return the latest 360° of an alliance, and how to prepare one for those who may."""
    now, role = timezone.now(), RoleKind(opened.role.kind)
    seen = [one for one in campaigns_of(opened.alliance) if may_see(role, one.state(now)).allowed]
    begins = may_begin(role, latest_campaign(opened.alliance), now).allowed
    begin = PanelLine(_("Préparer un 360°"), reverse("campaigns:begin", args=[opened.alliance.public]))
    return Panel(
        id="campaigns",
        heading=_("360°"),
        text=_("Se situer ensemble, cercle par cercle, sans exposer personne, puis en parler avec le même résultat."),
        lines=tuple(_line(one) for one in seen[:SHOWN]),
        action=begin if begins else None,
    )


def _line(campaign: Campaign) -> PanelLine:
    state = campaign.state(timezone.now())
    page = "result" if state is Campaign.State.CLOSED else "campaign"
    return PanelLine(campaign.title, reverse(f"campaigns:{page}", args=[campaign.public]), str(state.label))
