"""The addresses of the effects of an evaluation."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.effects import showing, views

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/effets/"), views.matrix, name="effects"),
    path(_("evaluations/<uuid:evaluation>/effets/ajouter/"), views.add, name="effect-add"),
    path(_("evaluations/<uuid:evaluation>/effets/<uuid:effect>/"), views.effect, name="effect"),
    path(_("evaluations/<uuid:evaluation>/effets/<uuid:effect>/modifier/"), views.edit, name="effect-edit"),
    path(_("evaluations/<uuid:evaluation>/effets/<uuid:effect>/retirer/"), views.remove, name="effect-remove"),
    path(_("evaluations/<uuid:evaluation>/effets/<uuid:effect>/remettre/"), views.take_back, name="effect-take-back"),
    path(_("evaluations/<uuid:evaluation>/effets/<uuid:effect>/chemin/"), views.path, name="effect-path"),
    path(
        _("evaluations/<uuid:evaluation>/effets/<uuid:effect>/illustrer/"), showing.illustrate, name="effect-illustrate"
    ),
    path(
        _("evaluations/<uuid:evaluation>/effets/<uuid:effect>/illustrations/<uuid:illustration>/retirer/"),
        showing.withdraw,
        name="effect-withdraw",
    ),
]
