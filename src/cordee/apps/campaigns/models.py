"""A 360°: campaign and circles, people invited, seats where they answer, what was published, the consensus."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.diagnosis.models import LONGEST_EVIDENCE, Mark
from cordee.apps.library.frozen import Frozen
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import Alliance, Partner


class Regime(models.TextChoices):
    """Who sees who answered what; the same identifiers as `core.disclosure.Regime`."""

    ATTRIBUTED = "attributed", _("Réponses signées")
    FACILITATOR = "facilitator", _("Confiées à l’animateur")
    AGGREGATE = "aggregate", _("Anonymes")


class Campaign(models.Model):
    """One 360° of an alliance. What is asked, of whom and under which rule is frozen when it is launched."""

    class State(models.TextChoices):
        """Where a campaign stands, told by its dates."""

        DRAFT = "draft", _("En préparation")
        SCHEDULED = "scheduled", _("Lancée, pas encore ouverte")
        OPEN = "open", _("Ouverte aux réponses")
        OVERDUE = "overdue", _("Terminée, dépouillement en cours")
        CLOSED = "closed", _("Close, résultat publié")
        CANCELLED = "cancelled", _("Annulée")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="campaigns")
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_waves")
    wave = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    release = models.ForeignKey(PackRelease, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=80)
    regime = models.CharField(max_length=12, choices=Regime.choices, default=Regime.AGGREGATE)
    rule = models.JSONField(default=dict, blank=True, help_text="The thresholds, frozen at launch (DisclosureRule).")
    message = models.TextField(max_length=2000, blank=True, default="", help_text="A word to those invited.")
    contact_name = models.CharField(max_length=120, blank=True, default="")
    contact_email = models.EmailField(blank=True, default="")
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    reminder_days = models.JSONField(default=list, blank=True, help_text="Days before closing when reminders leave.")
    launched_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alliance", "wave"], name="one_campaign_a_wave")]

    def __str__(self) -> str:
        return f"{self.title} ({self.wave})"

    def state(self, now: datetime) -> State:
        """Tell where the campaign stands; it opens at `opens_at` and takes no answer from `closes_at` on."""
        if self.cancelled_at:
            return self.State.CANCELLED
        if self.closed_at:
            return self.State.CLOSED
        if self.launched_at is None:
            return self.State.DRAFT
        if self.opens_at is not None and now < self.opens_at:
            return self.State.SCHEDULED
        return self.State.OPEN if self.closes_at is None or now < self.closes_at else self.State.OVERDUE


class CampaignCircle(models.Model):
    """A circle of a campaign: from the pack, or written by the facilitator before launch."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="circles")
    circle = models.SlugField(max_length=80, help_text="The identifier of the pack, or one of its own.")
    name_fr = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    is_self = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    topics = models.JSONField(default=list, blank=True, help_text="Topics asked here; empty: all those of the form.")
    open_link = models.BooleanField(default=False, help_text="A link without name lets anyone of the circle answer.")
    link_generation = models.PositiveSmallIntegerField(default=1)
    token_sha256 = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique when there is one

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "circle"], name="one_circle_an_identifier"),
        ]

    def __str__(self) -> str:
        return self.circle


class Invitee(models.Model):
    """A person invited in one circle; who is in two circles is invited twice, knowingly."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="invitees")
    circle = models.ForeignKey(CampaignCircle, on_delete=models.CASCADE, related_name="invitees")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True, default="", help_text="Empty for a person who answers on paper.")
    lang = models.CharField(max_length=2, choices=settings.LANGUAGES, default="fr")
    link_generation = models.PositiveSmallIntegerField(default=1)
    token_sha256 = models.CharField(max_length=64, unique=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "circle", "email"],
                condition=~models.Q(email=""),
                name="one_invitation_a_person_and_circle",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.circle_id}"


class Seat(models.Model):
    """A place where someone answers. In the aggregate regime, closing cuts the thread that leads to the person.

    `invitee` is empty for whoever came by the link of a circle. `token_sha256` opens the seat of someone who came
    without invitation; those invited come by their own link. `channel` is UNSAID once the thread is cut.
    """

    class Channel(models.TextChoices):
        """How the answers came."""

        INVITED = "invited"
        OPEN_LINK = "open_link"
        PAPER = "paper"
        UNSAID = "unsaid"

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="seats")
    circle = models.ForeignKey(CampaignCircle, on_delete=models.CASCADE, related_name="seats")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    invitee = models.OneToOneField(Invitee, null=True, on_delete=models.SET_NULL, related_name="seat")
    token_sha256 = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique when there is one
    channel = models.CharField(max_length=10, choices=Channel.choices)
    lang = models.CharField(max_length=2, choices=settings.LANGUAGES, default="fr")
    moves_on = models.BooleanField(default=True, help_text="Go to the next topic once its three facets are answered.")
    started_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.circle_id} of {self.campaign_id}"


class SeatAnswer(models.Model):
    """The answer of a seat to one item; `released` when its author lets the word of evidence be quoted."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=80)
    mark = models.CharField(max_length=14, choices=Mark.choices)
    level = models.PositiveSmallIntegerField(null=True)
    evidence = models.CharField(max_length=LONGEST_EVIDENCE, blank=True, default="")
    released = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "item"], name="one_seat_answer_an_item"),
            models.CheckConstraint(
                name="a_seat_level_when_answered_only",
                condition=models.Q(mark=Mark.ANSWERED, level__isnull=False, level__range=(0, 4))
                | models.Q(level__isnull=True) & ~models.Q(mark=Mark.ANSWERED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.mark if self.level is None else self.level}"


class SeatImportance(models.Model):
    """How much a topic matters to the one who answers, 0 to 4."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="importances")
    topic = models.CharField(max_length=80)
    importance = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "topic"], name="one_seat_importance_a_topic"),
            models.CheckConstraint(name="seat_importance_on_the_scale", condition=models.Q(importance__range=(0, 4))),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.importance}"


class Publication(Frozen):
    """The result of a campaign as it was computed at closing, for one audience, on one release; never in place.

    `everyone` is what all who may read the result see. In the facilitator regime there is a second one, for the
    facilitator alone. `plan` is what was shown and hidden: another release is read under the same plan.
    """

    class Audience(models.TextChoices):
        """For whom it was computed."""

        EVERYONE = "everyone"
        FACILITATOR = "facilitator"

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="publications")
    release = models.ForeignKey(PackRelease, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    engine = models.CharField(max_length=20)
    plan = models.JSONField(help_text="core.disclosure.Plan")
    reading = models.JSONField(help_text="core.reading.Reading, of what may appear only")
    layers = models.JSONField(
        help_text="Organisations, individuals, verbatims, adjusted view: what may appear of each."
    )
    answers_sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "release", "audience"], name="one_publication_an_audience"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} for {self.audience}"


class Consensus(models.Model):
    """What the partners agreed on together about an item, after reading: a layer of its own, beside the answers."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="consensuses")
    item = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(null=True, help_text="Empty when they agreed that they do not agree.")
    text = models.CharField(max_length=1000, blank=True, default="")
    meeting = models.UUIDField(null=True)
    recorded_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "item"], name="one_consensus_an_item"),
            models.CheckConstraint(
                name="consensus_on_the_scale",
                condition=models.Q(level__isnull=True) | models.Q(level__range=(0, 4)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.level}"


class Dissent(models.Model):
    """A voice that does not join the consensus, with its reason; signed only if it wishes."""

    consensus = models.ForeignKey(Consensus, on_delete=models.CASCADE, related_name="dissents")
    signed = models.CharField(max_length=160, blank=True, default="")
    level = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=1000)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dissent_on_the_scale", condition=models.Q(level__isnull=True) | models.Q(level__range=(0, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"against {self.consensus_id}"
