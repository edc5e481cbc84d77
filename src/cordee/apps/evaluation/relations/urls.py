"""The addresses of the relations between partners."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.relations import views

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/relations/"), views.relations, name="relations"),
    path(_("evaluations/<uuid:evaluation>/relations/ouvrir/"), views.opening, name="relations-open"),
    path(_("evaluations/<uuid:evaluation>/relations/reponses/"), views.sheet, name="relations-sheet"),
    path(_("evaluations/<uuid:evaluation>/relations/commencer/"), views.begin, name="relations-begin"),
    path(_("evaluations/<uuid:evaluation>/relations/donner/"), views.give, name="relations-give"),
    path(_("evaluations/<uuid:evaluation>/relations/clore/"), views.close, name="relations-close"),
    path(_("evaluations/<uuid:evaluation>/relations/fichiers/<slug:kind>/"), views.take, name="relations-file"),
    path(_("evaluations/<uuid:evaluation>/relations/sur/<uuid:partner>/"), views.about, name="relations-about"),
]
