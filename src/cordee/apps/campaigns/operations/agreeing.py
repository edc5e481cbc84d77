"""What partners agree on after reading, and the voices that do not join: a layer of its own, beside the answers."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, Consensus, Dissent
from cordee.apps.library.queries import pack_of


class NotOfThisCampaign(ValueError):
    """The item is not asked by the form of the campaign, or its result is not published."""


@transaction.atomic
def record_consensus(
    campaign: Campaign, item: str, level: int | None, text: str, by: Account | None, meeting: uuid.UUID | None
) -> Consensus:
    """Write what partners agreed on about an item, in place of what they had agreed before; answers never change.

    Without a level, they agree that they do not agree. The voices that had not joined stay until they are withdrawn.
    Raises NotOfThisCampaign for an item that the campaign does not ask, and before its result is published.
    """
    held = Campaign.objects.select_for_update().select_related("release").get(pk=campaign.pk)
    asked = {one.id for one in pack_of(held.release).instrument.items_of(held.form)}
    if held.closed_at is None or item not in asked:
        raise NotOfThisCampaign(item)
    said = {"level": level, "text": text, "meeting": meeting, "recorded_by": by, "recorded_at": timezone.now()}
    consensus, _created = Consensus.objects.update_or_create(campaign=held, item=item, defaults=said)
    return consensus


def add_dissent(consensus: Consensus, reason: str, level: int | None = None, signed: str = "") -> Dissent:
    """Write a voice that does not join a consensus, with its reason; sent twice, it is one voice."""
    with transaction.atomic():
        held = Consensus.objects.select_for_update().get(pk=consensus.pk)
        return Dissent.objects.get_or_create(consensus=held, reason=reason, level=level, signed=signed)[0]


def withdraw_dissent(dissent: Dissent) -> None:
    """Take a voice back; taking it back twice changes nothing."""
    Dissent.objects.filter(pk=dissent.pk).delete()
