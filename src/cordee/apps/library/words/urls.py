"""The addresses of the words."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.words import views

app_name = "words"

urlpatterns = [
    path("", views.listing, name="list"),
    path(_("glossaire.csv"), views.csv_file, name="csv"),
    path(_("glossaire.ttl"), views.skos_file, name="skos"),
    path(_("id/<str:term>/"), views.by_id, name="by_id"),
    path(_("carte/<str:term>/"), views.card, name="card"),
    path("<slug:slug>/", views.term, name="term"),
]
