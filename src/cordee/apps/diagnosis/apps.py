"""The diagnosis room as a Django application."""

from django.apps import AppConfig


class DiagnosisRoom(AppConfig):
    """Brings the diagnosis: its pages, its answers, its readings, and the job that erases them."""

    name = "cordee.apps.diagnosis"
    label = "diagnosis"
