"""What partners do of an advice: put it in the plan of the alliance, or refuse it and say why."""

from __future__ import annotations

import uuid

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign
from cordee.apps.plans import operations as plans
from cordee.apps.plans.models import Action, RefusedAdvice
from cordee.core.packs.rules import Recommendation
from cordee.core.packs.text import Lang

LONGEST_TITLE = 200


def take_up(campaign: Campaign, advice: Recommendation, by: Account, lang: Lang) -> Action:
    """Put an advice in the plan; twice, by a double click or by two people, makes one action.

    An advice that was refused before is no longer so: the plan says what holds.
    """
    RefusedAdvice.objects.filter(campaign=campaign.public, recommendation=advice.id).delete()
    return plans.add_action(
        campaign.alliance,
        by,
        title=advice.name.in_(lang)[:LONGEST_TITLE],
        details=advice.first_step.in_(lang),
        effort=advice.effort,
        origin={
            "kind": "recommendation",
            "campaign": str(campaign.public),
            "recommendation": advice.id,
            "topic": advice.topic,
        },
        public=uuid.uuid5(campaign.public, advice.id),
    )


def refuse(campaign: Campaign, advice: Recommendation, by: Account, reason: str) -> RefusedAdvice:
    """Note that the alliance will not follow an advice, and why; again, the reason is the latest one."""
    return plans.refuse_advice(campaign.alliance, by, campaign.public, advice.id, reason)
