"""The addresses of the library: one line for each noun."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

urlpatterns = [
    path(_("boussole/"), include("cordee.apps.library.compass.urls")),
    path(_("choisir-une-methode/"), include("cordee.apps.library.selector.urls")),
]
