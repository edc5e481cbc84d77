"""What an alliance changes: an effect, the steps that lead to it, what people agreed to show of it."""

from __future__ import annotations

import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evidence.models import Evidence


class Level(models.TextChoices):
    """On whom an effect is seen: the same identifiers as « concerns » in the packs."""

    ACTORS = "actors", _("Les acteurs de l’alliance")
    ECOSYSTEM = "ecosystem", _("Leur écosystème")


class Sign(models.TextChoices):
    """Whether those concerned gain or lose."""

    POSITIVE = "positive", _("Positif")
    NEGATIVE = "negative", _("Négatif")


class Confidence(models.TextChoices):
    """How sure it is, apart from any figure: what stands behind the effect, not how large it is."""

    DECLARED = "declared", _("Déclaré : les partenaires le disent")
    DOCUMENTED = "documented", _("Documenté : des pièces le montrent")
    OBSERVED = "observed", _("Observé : on l’a vu ou mesuré soi-même")
    ATTESTED = "attested", _("Attesté : un tiers le confirme")
    CONTRADICTED = "contradicted", _("Contredit : quelqu’un dit ou montre le contraire")


def _share(hint: str) -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)], help_text=hint)


class Effect(models.Model):
    """Something that changes for somebody. `impact` is an id of the pack: performance, innovation or trust.

    The shares are percentages of the change, as people estimate them; None is « not said », never 0. An effect that
    is set aside keeps its reason and everything that hangs on it.
    """

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="effects")
    impact = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Level.choices)
    title = models.CharField(max_length=200)
    what_changes = models.TextField(max_length=2000, blank=True, default="")
    for_whom = models.CharField(max_length=300, blank=True, default="")
    sign = models.CharField(max_length=8, choices=Sign.choices, default=Sign.POSITIVE)
    expected = models.BooleanField(default=True)
    confidence = models.CharField(max_length=12, choices=Confidence.choices, blank=True, default="")
    confidence_reason = models.CharField(max_length=500, blank=True, default="")
    claimed = models.TextField(max_length=1000, blank=True, default="")
    claimed_share = _share("What the partners say they brought to it.")
    deadweight = models.TextField(max_length=1000, blank=True, default="")
    deadweight_share = _share("What would have happened anyway.")
    others = models.TextField(max_length=1000, blank=True, default="")
    others_share = _share("What other people brought to it.")
    displacement = models.TextField(max_length=1000, blank=True, default="")
    displacement_share = _share("What was only moved from elsewhere.")
    set_aside_on = models.DateField(null=True, blank=True)
    set_aside_reason = models.CharField(max_length=500, blank=True, default="")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.title


class ChainStep(models.Model):
    """One step of the path from means to impact; the version of its effect guards it."""

    class Kind(models.TextChoices):
        """The five stages of a causal chain, in their order."""

        INPUTS = "inputs", _("Moyens")
        ACTIVITIES = "activities", _("Actions")
        OUTPUTS = "outputs", _("Réalisations")
        OUTCOMES = "outcomes", _("Résultats")
        IMPACT = "impact", _("Impact")

    effect = models.ForeignKey(Effect, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    assumption = models.CharField(max_length=200, blank=True, default="", help_text="What must hold for it to follow.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["effect", "kind", "position"], name="one_step_a_place")]

    def __str__(self) -> str:
        return self.text


class Illustration(models.Model):
    """Words, a photograph or a document that shows an effect, with the consent that allows to show it.

    When consent is withdrawn the words, the name and the file go; the row stays as the trace that it was withdrawn.
    """

    class Kind(models.TextChoices):
        """What is shown."""

        TESTIMONY = "testimony", _("Témoignage")
        PHOTO = "photo", _("Photo")
        DOCUMENT = "document", _("Document")

    class Scope(models.TextChoices):
        """What was agreed to, from the narrowest to the widest."""

        INTERNAL = "internal", _("Rester entre partenaires, dans cet espace")
        REPORT = "report", _("Figurer dans le rapport de l’évaluation")
        PUBLIC = "public", _("Être montré à tout le monde")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    effect = models.ForeignKey(Effect, on_delete=models.CASCADE, related_name="illustrations")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(max_length=2000, blank=True)
    who = models.CharField(max_length=200, blank=True, help_text="In the words that the person chose.")
    dated = models.DateField(null=True, blank=True)
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    consent_by = models.CharField(max_length=200, blank=True)
    consent_on = models.DateField()
    consent_how = models.CharField(max_length=300, blank=True)
    consent_scope = models.CharField(max_length=8, choices=Scope.choices)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_note = models.CharField(max_length=300, blank=True, default="")
    withdrawn_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    added_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.kind} of {self.effect_id}"
