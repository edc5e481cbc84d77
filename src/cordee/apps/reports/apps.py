"""The attic of documents as a Django application."""

from django.apps import AppConfig


class ReportsAttic(AppConfig):
    """Brings the addresses of the documents; it keeps nothing."""

    name = "cordee.apps.reports"
    label = "reports"
