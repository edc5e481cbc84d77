"""The addresses of the hall, one line for each noun."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

urlpatterns = [
    path(_("chercher/"), include("cordee.apps.library.search.urls")),
    path(_("outils/"), include("cordee.apps.library.toolbox.urls")),
    path(_("recits/"), include("cordee.apps.library.stories.urls")),
    path(_("boussole/"), include("cordee.apps.library.compass.urls")),
    path(_("choisir-une-methode/"), include("cordee.apps.library.selector.urls")),
    path(_("mots/"), include("cordee.apps.library.words.urls")),
    path(_("impacts/"), include("cordee.apps.library.impacts.urls")),
    path(_("referentiel/"), include("cordee.apps.library.referential.urls")),
]
