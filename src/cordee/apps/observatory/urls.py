"""The addresses of the observatory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory import views
from cordee.apps.observatory.differences import views as differences
from cordee.apps.observatory.editions import views as editions
from cordee.apps.observatory.maturity import views as maturity
from cordee.apps.observatory.statistics import views as statistics
from cordee.apps.observatory.territories import views as territories

app_name = "observatory"

urlpatterns = [
    path("", territories.france, name="entrance"),
    path(_("regions/<str:code>/"), territories.region, name="region"),
    path(_("regions/<str:code>/statistiques.csv"), statistics.region_csv, name="region-statistics"),
    path(_("explorer/"), territories.explorer, name="explorer"),
    path(
        "figures/<slug:edition>/<str:question>/<str:wave>/<slug:view>.<slug:kind>",
        territories.figure_file,
        name="figure-file",
    ),
    path(
        _("figures/<slug:edition>/<str:question>/<str:wave>/<slug:view>/integrer/"),
        territories.figure_embedded,
        name="figure-embedded",
    ),
    path(_("chiffres-publies/"), views.published, name="published"),
    path(_("chiffres-publies.csv"), views.published_csv, name="published-csv"),
    path(_("maturite/"), maturity.barometer, name="maturity"),
    path(_("maturite.csv"), maturity.barometer_csv, name="maturity-csv"),
    path(_("peut-on-comparer/"), views.compare, name="compare"),
    path("editions/", editions.listed, name="editions"),
    path("editions/<slug:edition>/", editions.edition_page, name="edition"),
    path("editions/<slug:edition>.zip", editions.archive, name="edition-archive"),
    path("editions/<slug:edition>/selection.<slug:ending>", editions.selection, name="edition-selection"),
    path(_("editions/<slug:edition>/comparaisons/"), differences.comparisons, name="edition-comparisons"),
    path(
        _("editions/<slug:edition>/comparaisons/selection.<slug:ending>"),
        differences.file,
        name="edition-comparisons-file",
    ),
    path("editions/<slug:edition>/<path:name>", editions.file, name="edition-file"),
]
