"""The addresses of the indicators."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.indicators import bringing, views

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/indicateurs/"), views.index, name="indicators"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/ajouter/"), views.add, name="indicators-add"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/comparer/"), views.compare, name="indicators-compare"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/importer/"), bringing.bring, name="indicators-import"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/<uuid:indicator>/"), views.one, name="indicators-one"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/<uuid:indicator>/changer/"), views.edit, name="indicators-edit"),
    path(_("evaluations/<uuid:evaluation>/indicateurs/<uuid:indicator>/valeur/"), views.value, name="indicators-value"),
]
