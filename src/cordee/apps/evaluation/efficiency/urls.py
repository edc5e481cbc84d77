"""The addresses of the efficiency."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.efficiency import views
from cordee.apps.evaluation.efficiency.addresses import KindConverter

register_converter(KindConverter, "efficiency_kind")

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/efficience/"), views.efficiency, name="efficiency"),
    path(_("evaluations/<uuid:evaluation>/efficience/<efficiency_kind:kind>/"), views.add, name="efficiency-add"),
    path(
        _("evaluations/<uuid:evaluation>/efficience/<efficiency_kind:kind>/<uuid:row>/"),
        views.edit,
        name="efficiency-edit",
    ),
    path(
        _("evaluations/<uuid:evaluation>/efficience/<efficiency_kind:kind>/<uuid:row>/retirer/"),
        views.remove,
        name="efficiency-remove",
    ),
]
