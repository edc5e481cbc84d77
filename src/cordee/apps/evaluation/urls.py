"""The addresses of the evaluations of an alliance: the whole first, then each part with its own list."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.balance import urls as balance_urls
from cordee.apps.evaluation.effects import urls as effects_urls
from cordee.apps.evaluation.efficiency import urls as efficiency_urls
from cordee.apps.evaluation.examples import urls as examples_urls
from cordee.apps.evaluation.framing import urls as framing_urls
from cordee.apps.evaluation.indicators import urls as indicators_urls
from cordee.apps.evaluation.judgement import urls as judgement_urls
from cordee.apps.evaluation.relations import urls as relations_urls
from cordee.apps.evaluation.views import whole

app_name = "evaluation"

urlpatterns = [
    path(_("alliances/<uuid:alliance>/evaluations/"), whole.index, name="index"),
    path(_("alliances/<uuid:alliance>/evaluations/commencer/"), whole.begin, name="begin"),
    path(_("evaluations/<uuid:evaluation>/"), whole.overview, name="overview"),
    path(_("evaluations/<uuid:evaluation>/titre/"), whole.rename, name="rename"),
    *examples_urls.urlpatterns,
    *framing_urls.urlpatterns,
    *effects_urls.urlpatterns,
    *indicators_urls.urlpatterns,
    *balance_urls.urlpatterns,
    *efficiency_urls.urlpatterns,
    *relations_urls.urlpatterns,
    *judgement_urls.urlpatterns,
]
