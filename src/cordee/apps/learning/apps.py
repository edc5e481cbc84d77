"""The learning room as a Django application."""

from django.apps import AppConfig


class LearningRoom(AppConfig):
    """Brings the courses, the progress of each person, and what joins the two when somebody signs in."""

    name = "cordee.apps.learning"
    label = "learning"

    def ready(self) -> None:
        """Listen to people signing in."""
        from cordee.apps.learning import joining  # noqa: F401 - registers its receiver
