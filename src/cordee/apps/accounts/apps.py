"""The door as a Django application."""

from django.apps import AppConfig


class AccountsDoor(AppConfig):
    """Brings the accounts of those who sign in."""

    name = "cordee.apps.accounts"
    label = "accounts"
