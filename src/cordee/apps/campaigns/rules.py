"""The rule of confidentiality of a campaign: that of the engine while it is prepared, a frozen copy once launched."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from cordee.apps.campaigns.models import Campaign


@dataclass(frozen=True, slots=True)
class DisclosureRule:
    """From how many answers a group may be shown."""

    fewest_respondents: int = 5
    fewest_organisations: int = 3
    largest_share: float = 0.85
    fewest_for_verbatims: int = 10
    decimals: int = 2


def rule_of(campaign: Campaign) -> DisclosureRule:
    """Return the rule that a campaign announces; once launched, the one it was launched with."""
    return DisclosureRule(**campaign.rule) if campaign.rule else DisclosureRule()


def frozen_rule() -> dict[str, Any]:
    """Return the rule of today as it is kept with a campaign at launch."""
    return asdict(DisclosureRule())
