"""The addresses of the library: one line for each noun."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

urlpatterns = [
    path(_("outils/"), include("cordee.apps.library.toolbox.urls")),
    path(_("recits/"), include("cordee.apps.library.stories.urls")),
]
