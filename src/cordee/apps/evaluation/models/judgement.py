"""What the judgement keeps: rubrics agreed beforehand, what each partner judges, what all say, and the public page."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.library.frozen import Frozen
from cordee.apps.organisations.models import Partner

LONGEST_WORDS = 4000


class Mark(models.TextChoices):
    """What a judgement says: one of four worded levels, or that it is too early to say."""

    FIRST = "1", _("1 · À construire")
    SECOND = "2", _("2 · En chemin")
    THIRD = "3", _("3 · Solide")
    FOURTH = "4", _("4 · Solide et éprouvé")
    NOT_YET = "not_yet", _("On ne peut pas encore juger")


class RubricSet(models.Model):
    """The rubrics by which an evaluation is judged; once agreed it stays, and what changes is a new set."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="rubric_sets")
    number = models.PositiveSmallIntegerField()
    begun_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "number"], name="one_rubric_set_a_number")]

    def __str__(self) -> str:
        return f"set {self.number} of {self.evaluation_id}"


class Rubric(models.Model):
    """One approach applied to one object: the question, what to judge by, what would show it, four levels in words."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rubrics = models.ForeignKey(RubricSet, on_delete=models.CASCADE, related_name="rubrics")
    approach = models.CharField(max_length=80)
    object = models.CharField(max_length=80)
    question = models.CharField(max_length=300)
    criteria = models.CharField(max_length=LONGEST_WORDS, help_text="One a line.")
    evidence = models.CharField(max_length=LONGEST_WORDS, blank=True, default="", help_text="One a line.")
    level_1 = models.CharField(max_length=400)
    level_2 = models.CharField(max_length=400)
    level_3 = models.CharField(max_length=400)
    level_4 = models.CharField(max_length=400)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rubrics", "approach", "object"], name="one_rubric_a_cell")]

    def __str__(self) -> str:
        return f"{self.approach}.{self.object}"


class RubricAgreement(Frozen):
    """The rubrics as they were agreed, word for word, under their fingerprint: written once."""

    rubrics = models.OneToOneField(RubricSet, on_delete=models.CASCADE, related_name="agreement")
    how = models.CharField(max_length=300, help_text="When, where and by whom they were agreed, in words.")
    document = models.TextField(help_text="Canonical JSON.")
    sha256 = models.CharField(max_length=64)
    agreed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.rubrics_id} {self.sha256[:12]}"


class JudgementDraft(models.Model):
    """What a partner is writing, for its own people alone."""

    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="drafts")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=8, choices=Mark.choices, blank=True, default="")
    reasons = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    evidence = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rubric", "partner"], name="one_draft_a_partner")]

    def __str__(self) -> str:
        return f"draft of {self.partner_id} on {self.rubric_id}"


class Judgement(Frozen):
    """What a partner judged and gave; another one may follow, the former stays."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="judgements")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=8, choices=Mark.choices)
    reasons = models.CharField(max_length=LONGEST_WORDS)
    evidence = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rubric", "partner", "number"], name="one_judgement_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} on {self.rubric_id}: {self.mark}"


class CommonJudgement(models.Model):
    """What the partners say together after they discussed: it replaces nobody's own judgement."""

    rubric = models.OneToOneField(Rubric, on_delete=models.CASCADE, related_name="common")
    mark = models.CharField(max_length=8, choices=Mark.choices)
    reasons = models.CharField(max_length=LONGEST_WORDS)
    limits = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    recorded_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    def __str__(self) -> str:
        return f"all on {self.rubric_id}: {self.mark}"


class JudgementDissent(models.Model):
    """A partner that does not join the common judgement: its level and its words, on the version it read."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    common = models.ForeignKey(CommonJudgement, on_delete=models.CASCADE, related_name="dissents")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=8, choices=Mark.choices)
    words = models.CharField(max_length=LONGEST_WORDS)
    of_version = models.PositiveIntegerField()
    added_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["common", "partner"], name="one_dissent_a_partner")]

    def __str__(self) -> str:
        return f"{self.partner_id} against {self.common_id}"


class EvaluationLimits(models.Model):
    """What the evaluation cannot say: usual limits ticked, others in words."""

    evaluation = models.OneToOneField(Evaluation, on_delete=models.CASCADE, related_name="limits")
    usual = models.JSONField(default=list, help_text="Keys of judgement.limits.USUAL.")
    words = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    def __str__(self) -> str:
        return f"limits of {self.evaluation_id}"


class PublicDocument(Frozen):
    """A document proposed for anybody to read, as it will stay: canonical JSON under its fingerprint, written once."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="public_documents")
    document = models.TextField(help_text="core.document_json")
    sha256 = models.CharField(max_length=64)
    asked = models.JSONField(help_text="Public ids of the partners of the day: each has to consent.")
    proposed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.sha256[:12]}"


class PublicConsent(models.Model):
    """What a partner last said of one exact document: yes, or no; when it was open to all, and ceased to be."""

    document = models.ForeignKey(PublicDocument, on_delete=models.CASCADE, related_name="consents")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    given = models.BooleanField()
    said_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "partner"], name="one_public_consent_a_partner")]

    def __str__(self) -> str:
        return f"{self.partner_id} {'yes' if self.given else 'no'} to {self.document_id}"


class PublicOpening(Frozen):
    """That a document was once open to anybody: its address then stays, even withdrawn."""

    document = models.OneToOneField(PublicDocument, on_delete=models.CASCADE, related_name="opening")
    opened_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.document_id} since {self.opened_at:%Y-%m-%d}"
