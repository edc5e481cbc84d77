"""The addresses of the observatory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory import views
from cordee.apps.observatory.editions import views as editions

app_name = "observatory"

urlpatterns = [
    path("", views.entrance, name="entrance"),
    path(_("chiffres-publies/"), views.published, name="published"),
    path(_("chiffres-publies.csv"), views.published_csv, name="published-csv"),
    path(_("peut-on-comparer/"), views.compare, name="compare"),
    path("editions/", editions.listed, name="editions"),
    path("editions/<slug:edition>/", editions.edition_page, name="edition"),
    path("editions/<slug:edition>.zip", editions.archive, name="edition-archive"),
    path("editions/<slug:edition>/selection.<slug:ending>", editions.selection, name="edition-selection"),
    path("editions/<slug:edition>/<path:name>", editions.file, name="edition-file"),
]
