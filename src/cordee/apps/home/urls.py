"""The addresses of the front page and of the information pages."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.home import views

app_name = "home"

urlpatterns = [
    path("", views.index, name="index"),
    path(_("vos-donnees/"), views.data, name="data"),
    path(_("accessibilite/"), views.accessibility, name="accessibility"),
    path(_("a-propos/"), views.about, name="about"),
    path(_("notre-methode/"), views.approach, name="approach"),
    path(_("mentions-legales/"), views.legal, name="legal"),
]
