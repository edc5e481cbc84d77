"""The roof as a Django application: it brings the checks of the settings and the commands of the project."""

from django.apps import AppConfig


class ConfigRoof(AppConfig):
    """Loads the system checks when Django starts."""

    name = "cordee.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks that refuse contradictory settings."""
        from cordee.config import checks  # noqa: F401 - registering is what importing does
