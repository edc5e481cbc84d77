"""Who edits, what readers propose, and the drafts of packs with every revision of them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.library.models import PackRelease

LONGEST_TEXT = 4000


class EditorRole(models.TextChoices):
    """What an editor may do: write drafts and review proposals, or also approve publications and name editors."""

    WRITER = "writer", _("Rédaction")
    PUBLISHER = "publisher", _("Publication")


class Editor(models.Model):
    """Someone who edits the library of this site."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="editor")
    role = models.CharField(max_length=9, choices=EditorRole.choices)
    granted_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.account}: {self.role}"


class Proposal(models.Model):
    """Something a reader proposes for the library. When the account goes, the proposal stays and names nobody."""

    class Kind(models.TextChoices):
        """What is proposed."""

        TOOL = "tool", _("Un outil ou une méthode")
        STORY = "story", _("Un récit d’alliance")
        TERM = "term", _("Un mot à expliquer")
        CORRECTION = "correction", _("Une correction")

    class State(models.TextChoices):
        """Where a proposal stands."""

        RECEIVED = "received", _("Reçue")
        REVIEW = "review", _("En relecture")
        MORE = "more", _("Précisions demandées")
        ACCEPTED = "accepted", _("Acceptée")
        DECLINED = "declined", _("Déclinée")
        PUBLISHED = "published", _("Publiée")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    entry_kind = models.CharField(max_length=20, blank=True, default="", help_text="Of a correction: the pack’s list.")
    entry_id = models.CharField(max_length=80, blank=True, default="", help_text="Of a correction: the entry’s id.")
    title = models.CharField(max_length=200)
    what = models.TextField(max_length=LONGEST_TEXT)
    source = models.URLField(max_length=500)
    lang = models.CharField(max_length=2, choices=settings.LANGUAGES)
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="proposals")
    state = models.CharField(max_length=9, choices=State.choices, default=State.RECEIVED)
    release = models.ForeignKey(PackRelease, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.title


class ProposalNote(models.Model):
    """A word on a proposal, and the state it moved to if it did; never rewritten."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="notes")
    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    by_editor = models.BooleanField()
    state = models.CharField(max_length=9, choices=Proposal.State.choices, blank=True, default="")
    text = models.TextField(max_length=LONGEST_TEXT, blank=True, default="")
    at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.proposal_id} at {self.at:%Y-%m-%d}"


class Draft(models.Model):
    """A pack being changed, from a release on. Its content is its latest revision."""

    class State(models.TextChoices):
        """Where a draft stands."""

        OPEN = "open", _("En cours")
        PUBLISHED = "published", _("Publié")
        DROPPED = "dropped", _("Abandonné")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pack = models.CharField(max_length=80)
    title = models.CharField(max_length=120)
    base = models.ForeignKey(PackRelease, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    release = models.OneToOneField(PackRelease, null=True, on_delete=models.PROTECT, related_name="draft")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """A draft as somebody saved it: the whole document, and what they did. Only the author goes, with their account."""

    class Done(models.TextChoices):
        """What made a revision."""

        BEGUN = "begun", _("Commencé")
        CHANGED = "changed", _("Modifié")
        ADDED = "added", _("Ajouté")
        REMOVED = "removed", _("Retiré")
        MOVED = "moved", _("Déplacé")
        IMPORTED = "imported", _("Repris d’un classeur")
        RESTORED = "restored", _("Rétabli")
        REBASED = "rebased", _("Mis à jour de la version en ligne")
        READIED = "readied", _("Préparé pour la publication")

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    packed = models.BinaryField(help_text="The plain document as JSON, deflated.")
    sha256 = models.CharField(max_length=64)
    done = models.CharField(max_length=8, choices=Done.choices)
    about = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="one_number_a_draft")]

    def __str__(self) -> str:
        return f"{self.draft_id} r{self.number}"


class Request(models.Model):
    """Somebody asks that a revision be published; somebody else decides."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("En attente d’une deuxième personne")
        APPROVED = "approved", _("Approuvée")
        REFUSED = "refused", _("Refusée")
        WITHDRAWN = "withdrawn", _("Retirée")

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="requests")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="requests")
    version = models.CharField(max_length=20)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft"], condition=models.Q(state="waiting"), name="one_waiting_request"),
            # The identity of who asked goes with the account; while both are there, they differ.
            models.CheckConstraint(
                name="approved_by_another",
                condition=~models.Q(state="approved")
                | models.Q(asked_by__isnull=True)
                | models.Q(decided_by__isnull=True)
                | ~models.Q(decided_by=models.F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} → {self.version}: {self.state}"
