"""The rule of confidentiality of a campaign: that of the engine while it is prepared, a frozen copy once launched."""

from __future__ import annotations

from typing import Any

from cordee.apps.campaigns.models import Campaign
from cordee.core.disclosure import DisclosureRule

__all__ = ["DisclosureRule", "frozen_rule", "rule_of"]


def rule_of(campaign: Campaign) -> DisclosureRule:
    """Return the rule that a campaign announces; once launched, the one it was launched with."""
    return DisclosureRule.from_json(campaign.rule) if campaign.rule else DisclosureRule()


def frozen_rule() -> dict[str, Any]:
    """Return the rule of today as it is kept with a campaign at launch."""
    return DisclosureRule().as_json()
