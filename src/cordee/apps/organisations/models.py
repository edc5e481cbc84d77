"""Organisations, alliances, the partners that make them, and the roles that people hold there."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account


class Profile(models.TextChoices):
    """What kind of organisation it is; the same identifiers as the questions of context of the packs."""

    ASSOCIATION = "association", _("Association")
    COMPANY = "company", _("Entreprise, coopérative ou mutuelle")
    LOCAL_AUTHORITY = "local_authority", _("Collectivité territoriale")
    FOUNDATION = "foundation", _("Fondation ou fonds de dotation")
    ACADEMIC = "academic", _("Université, école, recherche")
    STATE = "state", _("État ou établissement public")
    SUPPORT = "support", _("Réseau, accompagnement, catalyseur territorial")
    UNION = "union", _("Syndicat ou fédération professionnelle")
    CITIZENS = "citizens", _("Collectif d’habitants ou de citoyens")
    MEDIA_EXPERT = "media_expert", _("Média ou expert")
    OTHER = "other", _("Autre")


class Size(models.TextChoices):
    """How many paid staff; the same identifiers as the questions of context of the packs."""

    VOLUNTEERS = "size-0", _("Aucun\u202f: des bénévoles seulement")
    TO_9 = "size-1-9", _("De 1 à 9")
    TO_49 = "size-10-49", _("De 10 à 49")
    TO_249 = "size-50-249", _("De 50 à 249")
    TO_4999 = "size-250-4999", _("De 250 à 4\u202f999")
    FROM_5000 = "size-5000", _("5\u202f000 ou plus")


class PartnershipType(models.TextChoices):
    """The four types of partnership; an alliance may hold several at once."""

    PATRONAGE = "patronage", _("Mécénat")
    RESPONSIBLE_PRACTICES = "responsible_practices", _("Pratiques responsables")
    ECONOMIC_COOPERATION = "economic_cooperation", _("Coopération économique")
    SOCIETAL_INNOVATION = "societal_innovation", _("Innovation sociétale")


class Objective(models.TextChoices):
    """The four cells of the objective square (« carré magique »)."""

    HUMAN = "human", _("L’humain\u202f: mobiliser, fédérer, faire grandir")
    STAKEHOLDERS = "stakeholders", _("Les parties prenantes\u202f: dialoguer, s’ancrer")
    INNOVATION = "innovation", _("L’innovation\u202f: chercher, expérimenter")
    ECONOMY = "economy", _("L’économie\u202f: développer, pérenniser")


class AllianceStage(models.TextChoices):
    """Where an alliance is on its path, as its partners declare it."""

    IDEA = "idea", _("En projet")
    BUILDING = "building", _("En construction")
    ACTING = "acting", _("En action")
    ROOTED = "rooted", _("Installée dans la durée")
    ENDING = "ending", _("En fin de parcours ou en transformation")


class Organisation(models.Model):
    """An organisation. SIREN and RNA are optional and checked; the territory is a code of the COG, kept as text."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("nom"), max_length=160)
    profile = models.CharField(_("type"), max_length=20, choices=Profile.choices, blank=True, default="")
    size = models.CharField(_("taille"), max_length=20, choices=Size.choices, blank=True, default="")
    siren = models.CharField(max_length=9, blank=True, default="")
    rna = models.CharField(max_length=10, blank=True, default="")
    territory = models.CharField(max_length=30, blank=True, default="", help_text="<level>-<COG code>: region-84.")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.name


class OrganisationMember(models.Model):
    """A person of an organisation; its administrators describe it and admit others."""

    class Role(models.TextChoices):
        """What a person may do for an organisation."""

        ADMIN = "admin", _("Administre la fiche")
        MEMBER = "member", _("Membre")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="organisations")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "account"], name="one_membership_a_person")]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.organisation_id} ({self.role})"


class Alliance(models.Model):
    """Organisations that act together: since when, where, how, and towards which goals."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("nom"), max_length=160)
    purpose = models.CharField(_("raison d’être"), max_length=500, blank=True, default="")
    started_on = models.DateField(_("début"), null=True, blank=True)
    stage = models.CharField(_("étape"), max_length=10, choices=AllianceStage.choices, blank=True, default="")
    partnership_types = models.JSONField(default=list, blank=True, help_text="Identifiers of PartnershipType.")
    goals = models.JSONField(default=list, blank=True, help_text="Numbers of Sustainable Development Goals, 1 to 17.")
    territory = models.CharField(max_length=30, blank=True, default="", help_text="<level>-<COG code>: region-84.")
    benchmark_consent_at = models.DateTimeField(null=True, help_text="Since when results may enter quartiles.")
    peer_consent_at = models.DateTimeField(null=True, help_text="Since when the alliance may be shown as a peer.")
    barometer_consent_at = models.DateTimeField(null=True, help_text="Since when results may enter the barometer.")
    is_demonstration = models.BooleanField(default=False, help_text="Invented: said on its pages, kept out of figures.")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """An organisation in an alliance, with the objective that comes first for it."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="partnerships")
    objective = models.CharField(max_length=15, choices=Objective.choices, blank=True, default="")
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alliance", "organisation"], name="one_place_a_partner")]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.alliance_id}"


class RoleKind(models.TextChoices):
    """What a person may do in an alliance."""

    FACILITATOR = "facilitator", _("Anime")
    MEMBER = "member", _("Participe")
    OBSERVER = "observer", _("Observe")


class AllianceRole(models.Model):
    """A person in an alliance: who runs it, who takes part, who only reads."""

    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="roles")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="alliance_roles")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="people")
    kind = models.CharField(max_length=12, choices=RoleKind.choices)
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alliance", "account"], name="one_role_a_person")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.kind} of {self.alliance_id}"


class RoleInvitation(models.Model):
    """An invitation to hold a role in an alliance, sent to an address; only the hash of its token is kept."""

    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    kind = models.CharField(max_length=12, choices=RoleKind.choices)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    lang = models.CharField(max_length=2, choices=settings.LANGUAGES, default="fr")
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} of {self.alliance_id}"
