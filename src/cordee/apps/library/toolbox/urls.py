"""The addresses of the toolbox."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.toolbox import views

app_name = "toolbox"

urlpatterns = [
    path("", views.list_of_tools, name="list"),
    path(_("regle-des-sept-ans/"), views.rule, name="rule"),
    path("<slug:slug>/", views.tool, name="tool"),
]
