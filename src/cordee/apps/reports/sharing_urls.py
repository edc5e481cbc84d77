"""The addresses of the pictures that stand for pages where their address is given."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.reports import sharing_views

app_name = "sharing"

urlpatterns = [path(_("apercu/<slug:kind>/<slug:name>.png"), sharing_views.picture, name="picture")]
