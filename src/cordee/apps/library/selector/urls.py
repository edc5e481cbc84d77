"""The addresses of the method selector."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.selector import views

app_name = "selector"

urlpatterns = [
    path("", views.start, name="start"),
    path(_("conseil/"), views.result, name="result"),
    path(_("methodes/"), views.methods, name="methods"),
]
