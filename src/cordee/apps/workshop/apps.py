"""The workshop as a Django application."""

from django.apps import AppConfig


class WorkshopRoom(AppConfig):
    """Brings the editors, the proposals of readers, and the drafts of packs."""

    name = "cordee.apps.workshop"
    label = "workshop"
