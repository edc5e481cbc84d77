"""The tables of the hall: the store of releases, each whole under its fingerprint, and what the search keeps."""

from __future__ import annotations

from django.db import models

from cordee.apps.library.frozen import Frozen
from cordee.apps.library.search.models import SearchEntry, SearchIndex
from cordee.core.packs.versions import number_of

__all__ = ["PackRelease", "SearchEntry", "SearchIndex"]


class PackRelease(Frozen):
    """A published version of a pack. Diagnoses pin it, so it is inserted once and stays as it is."""

    pack = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    document = models.TextField(help_text="The whole pack as canonical JSON; its SHA-256 is beside it.")
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "version"], name="one_release_a_version")]

    def __str__(self) -> str:
        return f"{self.pack} {self.version}"

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, so that 1.10.0 comes after 1.9.0."""
        return number_of(self.version)
