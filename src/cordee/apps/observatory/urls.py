"""The addresses of the observatory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory import views

app_name = "observatory"

urlpatterns = [
    path("", views.entrance, name="entrance"),
    path(_("chiffres-publies/"), views.published, name="published"),
    path(_("chiffres-publies.csv"), views.published_csv, name="published-csv"),
    path(_("peut-on-comparer/"), views.compare, name="compare"),
]
