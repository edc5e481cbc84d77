"""The action plan as a Django application."""

from django.apps import AppConfig


class PlansRoom(AppConfig):
    """Brings the actions of an alliance and the advice it refused."""

    name = "cordee.apps.plans"
    label = "plans"
