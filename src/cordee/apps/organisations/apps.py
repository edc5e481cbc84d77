"""The entrance as a Django application."""

from django.apps import AppConfig


class OrganisationsEntrance(AppConfig):
    """Brings organisations, alliances, partners and roles."""

    name = "cordee.apps.organisations"
    label = "organisations"
