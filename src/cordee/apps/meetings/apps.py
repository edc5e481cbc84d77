"""The session as a Django application."""

from django.apps import AppConfig


class MeetingsRoom(AppConfig):
    """Brings sessions, their agenda, their votes and their minutes."""

    name = "cordee.apps.meetings"
    label = "meetings"
