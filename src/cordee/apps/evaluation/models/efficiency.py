"""What an alliance costs and produces: lines of cost, counts of results, notes on frugality, what is valued."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.organisations.models import Partner


class EfficiencyRow(models.Model):
    """What every row of the efficiency has: an address, an evaluation, a version."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        abstract = True


def _number() -> Any:
    return models.DecimalField(max_digits=14, decimal_places=2, null=True)


class CostLine(EfficiencyRow):
    """A line of cost: euros, or hours at the hourly cost that a partner declares; hidden when no account shows it."""

    label = models.CharField(max_length=160)
    partner = models.ForeignKey(Partner, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=5, help_text="money or hours")
    amount = _number()
    hours = _number()
    hourly_cost = _number()
    hidden = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return self.label


class ResultCount(EfficiencyRow):
    """A result that is counted, with its unit; a count that is not known yet is null."""

    label = models.CharField(max_length=160)
    unit = models.CharField(max_length=60)
    count = _number()

    def __str__(self) -> str:
        return self.label


class FrugalityNote(EfficiencyRow):
    """What was done with less: in words."""

    label = models.CharField(max_length=500)

    def __str__(self) -> str:
        return self.label


class ValuedOutcome(EfficiencyRow):
    """A change valued in euros, with each assumption low, central and high; shares are in per cent."""

    label = models.CharField(max_length=160)
    quantity = _number()
    source = models.CharField(max_length=300)
    proxy_low, proxy, proxy_high = _number(), _number(), _number()
    deadweight_low, deadweight, deadweight_high = _number(), _number(), _number()
    displacement_low, displacement, displacement_high = _number(), _number(), _number()
    attribution_low, attribution, attribution_high = _number(), _number(), _number()
    drop_off_low, drop_off, drop_off_high = _number(), _number(), _number()
    duration_low, duration, duration_high = _number(), _number(), _number()

    def __str__(self) -> str:
        return self.label


class DiscountRate(EfficiencyRow):
    """What a euro of next year is worth today: a rate in per cent, low, central and high, and where it comes from."""

    label = models.CharField(max_length=300)
    discount_low, discount, discount_high = _number(), _number(), _number()

    def __str__(self) -> str:
        return self.label
