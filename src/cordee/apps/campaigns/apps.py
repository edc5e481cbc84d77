"""The 360° as a Django application."""

from django.apps import AppConfig


class CampaignsRoom(AppConfig):
    """Brings campaigns, their circles and invitations, the seats where one answers, and the published results."""

    name = "cordee.apps.campaigns"
    label = "campaigns"
