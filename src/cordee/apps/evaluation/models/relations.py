"""What partners say of each other: a survey, a sheet for each partner asked, an answer about each of the others."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.organisations.models import Partner
from cordee.core.network import HIGHEST


class RelationSurvey(models.Model):
    """The survey of an evaluation. `publication` is written once, at closing: what may be shown, and nothing else."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.OneToOneField(Evaluation, on_delete=models.CASCADE, related_name="relation_survey")
    level = models.PositiveSmallIntegerField(default=2, help_text="The mean, of 4, from which there is a tie.")
    asked = models.PositiveSmallIntegerField(help_text="Partners asked at the opening: removing one changes no rate.")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True)
    publication = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"relations of {self.evaluation_id}"


class RelationSheet(models.Model):
    """What one partner says of the others; read by that partner alone. `agrees`: its scores may bear its name."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(RelationSurvey, on_delete=models.CASCADE, related_name="sheets")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="relation_sheets")
    agrees = models.BooleanField(null=True)
    begun_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "partner"], name="one_relation_sheet_a_partner")]

    def __str__(self) -> str:
        return f"sheet of {self.partner_id}"


class Standing(models.TextChoices):
    """Whether two partners work together, as one of them says."""

    TOGETHER = "together", _("Oui, nous travaillons ensemble")
    APART = "apart", _("Non, nous ne travaillons pas ensemble")
    UNKNOWN = "unknown", _("Je ne sais pas")


def level_field() -> models.PositiveSmallIntegerField[int | None, int | None]:
    """Return a field for a level of the scale, empty where the partner does not know."""
    return models.PositiveSmallIntegerField(null=True, validators=[MaxValueValidator(HIGHEST)])


class RelationAnswer(models.Model):
    """What a partner says of another. Two people of one partner do not overwrite each other: `version` grows."""

    sheet = models.ForeignKey(RelationSheet, on_delete=models.CASCADE, related_name="answers")
    about = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing.choices, blank=True, default="")
    reliability = level_field()
    openness = level_field()
    shared_mission = level_field()
    influence = level_field()
    involvement = level_field()
    resources = level_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "about"], name="one_relation_answer_a_pair")]

    def __str__(self) -> str:
        return f"{self.sheet_id} about {self.about_id}"
