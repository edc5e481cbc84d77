"""The addresses of surveys: those of analysts."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory.surveys import publishing_views, views

app_name = "surveys"

of_a_survey: list[URLPattern] = [
    path("", views.survey, name="survey"),
    path(_("plan/"), views.write, name="write"),
    path(_("verification/"), views.check, name="check"),
    path(_("poids-cales.parquet"), views.weighted_file, name="weighted"),
    path(_("chiffres/"), views.figures, name="figures"),
    path(_("chiffres.csv"), views.figures_csv, name="figures-csv"),
    path(_("abandonner/"), views.drop, name="drop"),
    path(_("publier/"), publishing_views.publish, name="publish"),
    path(_("publier/approuver/"), publishing_views.approve, name="approve"),
    path(_("publier/refuser/"), publishing_views.refuse, name="refuse"),
    path(_("publier/reprendre/"), publishing_views.take_back, name="take-back"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path(_("<uuid:survey>/"), include(of_a_survey)),
    path(_("editions/<slug:edition>/retirer/"), publishing_views.withdraw, name="withdraw"),
]
