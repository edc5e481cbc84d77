"""The addresses of the 360°."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.campaigns.views import explaining

app_name = "campaigns"

public = [path(_("360/exemple/"), explaining.example, name="example")]

urlpatterns = [*public]
