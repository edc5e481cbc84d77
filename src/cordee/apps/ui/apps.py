"""The design system as a Django application."""

from django.apps import AppConfig


class UiDoor(AppConfig):
    """Brings the templates, the components and the static files of the look."""

    name = "cordee.apps.ui"
    label = "ui"
