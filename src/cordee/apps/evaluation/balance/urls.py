"""The addresses of the ledger."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.balance import views

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/equilibre/"), views.balance, name="balance"),
    path(_("evaluations/<uuid:evaluation>/equilibre/notre-cote/"), views.side, name="balance-side"),
    path(_("evaluations/<uuid:evaluation>/equilibre/notre-cote/choix/"), views.choices, name="balance-choices"),
    path(_("evaluations/<uuid:evaluation>/equilibre/notre-cote/partager/"), views.share, name="balance-share"),
    path(_("evaluations/<uuid:evaluation>/equilibre/notre-cote/reprendre/"), views.take_back, name="balance-take-back"),
    path(_("evaluations/<uuid:evaluation>/equilibre/notre-cote/<uuid:other>/"), views.write, name="balance-write"),
    path(_("evaluations/<uuid:evaluation>/equilibre/<uuid:one>/<uuid:other>/"), views.couple, name="balance-couple"),
]
