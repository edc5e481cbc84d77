"""The addresses of the hall, one line a noun."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

urlpatterns = [
    path(_("mots/"), include("cordee.apps.library.words.urls")),
    path(_("impacts/"), include("cordee.apps.library.impacts.urls")),
    path(_("referentiel/"), include("cordee.apps.library.referential.urls")),
]
