"""The two-way ledger of an evaluation: the side of each partner, what it says of each other one, words on a couple."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.organisations.models import Partner

VERSION_HELP = "Grows at each change: two people do not overwrite."


class LedgerSide(models.Model):
    """The side of one partner: a draft until it is shared; the consent that its name stands by its figures."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="ledger_sides")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    attributed = models.BooleanField(null=True, help_text="Whether its name may stand by its figures; null: not chosen")
    money_total = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="Euros a year, all sources")
    shared_at = models.DateTimeField(null=True)
    shared_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    corrected_at = models.DateTimeField(null=True, help_text="Taken back once figures of others could be read.")
    version = models.PositiveIntegerField(default=1, help_text=VERSION_HELP)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "partner"], name="one_ledger_side_a_partner")]

    def __str__(self) -> str:
        return f"side of {self.partner_id} in {self.evaluation_id}"


def _level() -> Any:
    return models.PositiveSmallIntegerField(null=True, validators=[MaxValueValidator(4)])


def _amount() -> Any:
    return models.DecimalField(max_digits=14, decimal_places=2, null=True)


class LedgerEntry(models.Model):
    """What a side says of one other partner: amounts where they are known, levels from 0 to 4; null is « not said »."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    side = models.ForeignKey(LedgerSide, on_delete=models.CASCADE, related_name="entries")
    other = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    given_money_amount = _amount()
    given_money = _level()
    given_time_amount = _amount()
    given_time = _level()
    given_skills = _level()
    given_network = _level()
    given_recognition = _level()
    given_data = _level()
    received_money_amount = _amount()
    received_money = _level()
    received_time_amount = _amount()
    received_time = _level()
    received_skills = _level()
    received_network = _level()
    received_recognition = _level()
    received_data = _level()
    version = models.PositiveIntegerField(default=1, help_text=VERSION_HELP)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["side", "other"], name="one_ledger_entry_a_couple")]

    def __str__(self) -> str:
        return f"{self.side_id} about {self.other_id}"


class LedgerComment(models.Model):
    """What explains the gap between two partners, in the words of somebody; `first` is the partner of lower key."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="ledger_comments")
    first = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    partner = models.ForeignKey(Partner, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.CharField(max_length=2000)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"on {self.first_id} and {self.second_id}"
