"""The framing of an evaluation: the path, what it is connected to, what each partner learns, the frame itself."""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evidence.models import Evidence
from cordee.apps.library.frozen import Frozen
from cordee.apps.organisations.models import Partner


class FramingRow(models.Model):
    """A row that several people write: known by its public identifier, growing by one version at each change."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        abstract = True


class KeyMoment(FramingRow):
    """A moment that counted on the path of the alliance. `happened` is an ISO year, month or day."""

    class Kind(models.TextChoices):
        """What kind of moment it was."""

        MEETING = "meeting", _("Rencontre")
        DECISION = "decision", _("Décision")
        EXPERIMENT = "experiment", _("Expérimentation")
        RESULT = "result", _("Résultat")
        DIFFICULTY = "difficulty", _("Difficulté")
        TURNING_POINT = "turning_point", _("Tournant")

    happened = models.CharField(max_length=10)
    kind = models.CharField(max_length=15, choices=Kind.choices)
    title = models.CharField(max_length=160)
    story = models.TextField(max_length=3000, blank=True, default="")
    met = models.CharField(max_length=500, blank=True, default="")
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.title


class Ground(FramingRow):
    """A fragility of the territory, or a transition that the alliance meets; targets are official codes."""

    class Kind(models.TextChoices):
        """Which of the two it is."""

        FRAGILITY = "fragility", _("Fragilité")
        TRANSITION = "transition", _("Transition")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=160)
    known = models.TextField(max_length=3000, blank=True, default="")
    figure = models.CharField(max_length=300, blank=True, default="")
    source = models.URLField(max_length=500, blank=True, default="")
    dated = models.CharField(max_length=10, blank=True, default="")
    goals = models.JSONField(default=list, blank=True, help_text="Numbers of Sustainable Development Goals, 1 to 17.")
    targets = models.JSONField(default=list, blank=True, help_text="Codes of targets, in the official order.")

    def __str__(self) -> str:
        return self.title


class TakenFigure(models.Model):
    """A figure copied from the observatory, written once: it may be taken out of the frame, never changed.

    `sheds_light_on` is the public identifier of a ground; one that was removed since is simply no longer named.
    """

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="taken_figures")
    key = models.CharField(max_length=250, help_text="What the observatory calls it.")
    digest = models.CharField(max_length=64, blank=True, default="", help_text="SHA-256 of the card of its edition.")
    content = models.JSONField(help_text="The whole figure as it was on the day it was taken.")
    sheds_light_on = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "key", "digest"], name="one_copy_of_a_figure_in_a_frame")
        ]

    def __str__(self) -> str:
        return self.key


class Lesson(FramingRow):
    """What a partner learns for its own position, in its own words."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=4000, blank=True, default="")
    written_by = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "partner"], name="one_lesson_a_partner")]

    def __str__(self) -> str:
        return f"{self.partner_id} learns"


class FramePage(models.Model):
    """A part of the frame that an evaluation has once."""

    evaluation = models.OneToOneField(Evaluation, on_delete=models.CASCADE)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        abstract = True


class Purpose(FramePage):
    """To whom the evaluation speaks, for which decision, and why now."""

    readers = models.CharField(max_length=500, blank=True, default="")
    decision = models.CharField(max_length=500, blank=True, default="")
    reason = models.TextField(max_length=3000, blank=True, default="")

    def __str__(self) -> str:
        return f"purpose of {self.evaluation_id}"


class Scope(FramePage):
    """The objects, approaches and methods chosen: identifiers of the release of the evaluation."""

    objects_chosen = models.JSONField(default=list, blank=True)
    approaches = models.JSONField(default=list, blank=True)
    methods = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"scope of {self.evaluation_id}"


class Questions(FramePage):
    """The questions chosen: « cell:place » in the release of the evaluation, and those the partners add, one a line."""

    chosen = models.JSONField(default=list, blank=True)
    own = models.TextField(max_length=4000, blank=True, default="")

    def __str__(self) -> str:
        return f"questions of {self.evaluation_id}"


class Stakeholder(FramingRow):
    """Somebody whom the evaluation concerns."""

    class Place(models.TextChoices):
        """What place they have in it."""

        DECIDES = "decides", _("Décide")
        CONSULTED = "consulted", _("Est consulté")
        INFORMED = "informed", _("Est informé")
        BENEFICIARY = "beneficiary", _("Bénéficie de l’action")

    name = models.CharField(max_length=160)
    place = models.CharField(max_length=12, choices=Place.choices)
    expects = models.TextField(max_length=1000, blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Step(FramingRow):
    """A step of the calendar of the evaluation."""

    class Phase(models.TextChoices):
        """When it comes, seen from the action."""

        BEFORE = "ex_ante", _("Avant (ex ante)")
        ALONG = "in_itinere", _("En chemin (in itinere)")
        AFTER = "ex_post", _("Après (ex post)")

    phase = models.CharField(max_length=10, choices=Phase.choices)
    what = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    who = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return self.what


class Means(FramingRow):
    """What is given to the evaluation: money, hours, and the hours that nobody counts."""

    what = models.CharField(max_length=160)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    money = models.DecimalField(max_digits=11, decimal_places=2, default=Decimal(0))
    hours = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal(0))
    hidden_hours = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal(0))
    hourly_cost = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)

    def __str__(self) -> str:
        return self.what


class FrameVersion(Frozen):
    """A frame as it was frozen for signing: its canonical document and its SHA-256, written once."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="frame_versions")
    number = models.PositiveIntegerField()
    document = models.TextField(help_text="The whole frame as canonical JSON; its SHA-256 is beside it.")
    sha256 = models.CharField(max_length=64)
    frozen_by = models.CharField(max_length=160, help_text="A name and no account: the row outlives accounts.")
    frozen_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "number"], name="one_frame_a_number")]

    def __str__(self) -> str:
        return f"version {self.number} of {self.evaluation_id}"


class FrameSignature(Frozen):
    """A partner agrees to a version: who signed for it, when, and the hash of what they signed; written once."""

    frame = models.ForeignKey(FrameVersion, on_delete=models.CASCADE, related_name="signatures")
    partner = models.ForeignKey(Partner, on_delete=models.RESTRICT, related_name="+")
    partner_name = models.CharField(max_length=160)
    signed_by = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["frame", "partner"], name="one_signature_a_partner")]

    def __str__(self) -> str:
        return f"{self.partner_name} on {self.frame_id}"
