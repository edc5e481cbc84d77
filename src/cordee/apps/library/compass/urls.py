"""The addresses of the compass."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.compass import views

app_name = "compass"

urlpatterns = [
    path("", views.start, name="start"),
    path(_("porte/"), views.door, name="door"),
    path(_("graphe/"), views.graph, name="graph"),
]
