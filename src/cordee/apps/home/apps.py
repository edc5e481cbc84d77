"""The front page and the information pages as a Django application."""

from django.apps import AppConfig


class HomeAttic(AppConfig):
    """Brings the front page, the information pages and the navigation of every page."""

    name = "cordee.apps.home"
    label = "home"
