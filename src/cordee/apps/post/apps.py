"""The post office as a Django application."""

from django.apps import AppConfig


class PostOffice(AppConfig):
    """Brings the letters to send and the jobs that send them."""

    name = "cordee.apps.post"
    label = "post"
