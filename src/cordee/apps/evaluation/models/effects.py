"""An effect that the partners of an alliance look for, or met without having looked for it."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models.evaluation import Evaluation


class Level(models.TextChoices):
    """On whom an effect is seen: the same identifiers as « concerns » in the packs."""

    ACTORS = "actors", _("Les acteurs de l’alliance")
    ECOSYSTEM = "ecosystem", _("Leur écosystème")


class Sign(models.TextChoices):
    """Whether those concerned gain or lose."""

    POSITIVE = "positive", _("Positif")
    NEGATIVE = "negative", _("Négatif")


class Effect(models.Model):
    """Something that changes for somebody. `impact` is an id of the pack: performance, innovation or trust."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="effects")
    impact = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Level.choices)
    title = models.CharField(max_length=200)
    for_whom = models.CharField(max_length=300, blank=True, default="")
    sign = models.CharField(max_length=8, choices=Sign.choices, default=Sign.POSITIVE)
    expected = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    def __str__(self) -> str:
        return self.title
