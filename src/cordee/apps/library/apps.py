"""The hall as a Django application."""

from django.apps import AppConfig


class LibraryHall(AppConfig):
    """Brings the store of pack releases and the command that fills it."""

    name = "cordee.apps.library"
    label = "library"
