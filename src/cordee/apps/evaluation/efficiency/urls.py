"""The addresses of the efficiency."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.efficiency import views

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/efficience/"), views.efficiency, name="efficiency"),
    path(_("evaluations/<uuid:evaluation>/efficience/<slug:kind>/"), views.add, name="efficiency-add"),
    path(_("evaluations/<uuid:evaluation>/efficience/<slug:kind>/<uuid:row>/"), views.edit, name="efficiency-edit"),
    path(
        _("evaluations/<uuid:evaluation>/efficience/<slug:kind>/<uuid:row>/retirer/"),
        views.remove,
        name="efficiency-remove",
    ),
]
