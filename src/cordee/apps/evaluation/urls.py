"""The addresses of the evaluations of an alliance: the whole first, then each part with its own list."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.judgement import urls as judgement_urls
from cordee.apps.evaluation.views import whole

app_name = "evaluation"

urlpatterns = [
    path(_("alliances/<uuid:alliance>/evaluations/"), whole.index, name="index"),
    path(_("alliances/<uuid:alliance>/evaluations/commencer/"), whole.begin, name="begin"),
    path(_("evaluations/<uuid:evaluation>/"), whole.overview, name="overview"),
    path(_("evaluations/<uuid:evaluation>/titre/"), whole.rename, name="rename"),
    *judgement_urls.urlpatterns,
]
