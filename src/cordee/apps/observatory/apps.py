"""The observatory as a Django application."""

from django.apps import AppConfig


class ObservatoryRoom(AppConfig):
    """Brings the figures that were published on alliances, and what may be said of them."""

    name = "cordee.apps.observatory"
    label = "observatory"
