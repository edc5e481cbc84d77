"""The editors' room as a Django application."""

from django.apps import AppConfig


class EditorialRoom(AppConfig):
    """Brings the prose pages, the news and the editors' desk."""

    name = "cordee.apps.editorial"
    label = "editorial"
