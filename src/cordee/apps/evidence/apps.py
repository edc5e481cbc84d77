"""The archive of evidence as a Django application."""

from django.apps import AppConfig


class EvidenceArchive(AppConfig):
    """Brings the files kept as evidence."""

    name = "cordee.apps.evidence"
    label = "evidence"
