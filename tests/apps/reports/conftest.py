"""A diagnosis that was answered and read, and its secret link."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.reports import building

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.models import Diagnosis, ShareLink, Snapshot
from cordee.apps.diagnosis.tokens import new_token
from cordee.apps.library.models import PackRelease
from cordee.core.packs.release import release_of

EVIDENCE = "Compte rendu du 12 mai, page 3"


@dataclass(frozen=True)
class Answered:
    """A diagnosis with its token and its reading."""

    diagnosis: Diagnosis
    token: str
    snapshot: Snapshot

    def share(self, *, shows_evidence: bool = False) -> tuple[ShareLink, str]:
        """Open the reading to others."""
        token = new_token()
        return operations.share(self.snapshot, token, 7, shows_evidence=shows_evidence), token

    def age(self, days: int) -> None:
        """Let days go by."""
        Diagnosis.objects.filter(pk=self.diagnosis.pk).update(expires_at=timezone.now() - timedelta(days=days))


@pytest.fixture
def release(db: None) -> PackRelease:
    """The reference pack in the store."""
    made = release_of(building.pack())
    return PackRelease.objects.create(
        pack=building.pack().card.id,
        version=made.version,
        sha256=made.sha256,
        document=made.document,
        loaded_at=timezone.now(),
    )


@pytest.fixture
def begun(release: PackRelease) -> tuple[Diagnosis, str]:
    """A diagnosis that nobody has read yet."""
    diagnosis, token = operations.start(release, "express", "fr", building.CONTEXT)
    operations.save_answers(diagnosis, building.express(EVIDENCE).answers)
    return diagnosis, token


@pytest.fixture
def answered(begun: tuple[Diagnosis, str]) -> Answered:
    """A diagnosis that was answered and read."""
    diagnosis, token = begun
    return Answered(diagnosis, token, operations.finish(diagnosis))
