"""The addresses of the judgement."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.judgement.views import criteria, judging, publishing

urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/jugement/"), judging.overview, name="judgement"),
    path(_("evaluations/<uuid:evaluation>/jugement/criteres/"), criteria.criteria, name="judgement-criteria"),
    path(
        _("evaluations/<uuid:evaluation>/jugement/criteres/jeux/<int:number>/"), judging.former, name="judgement-former"
    ),
    path(_("evaluations/<uuid:evaluation>/jugement/criteres/choisir/"), criteria.choose, name="judgement-choose"),
    path(_("evaluations/<uuid:evaluation>/jugement/criteres/convenir/"), criteria.agree, name="judgement-agree"),
    path(_("evaluations/<uuid:evaluation>/jugement/criteres/rouvrir/"), criteria.open_new, name="judgement-open-new"),
    path(_("evaluations/<uuid:evaluation>/jugement/criteres/<uuid:rubric>/"), criteria.word, name="judgement-word"),
    path(
        _("evaluations/<uuid:evaluation>/jugement/criteres/<uuid:rubric>/retirer/"),
        criteria.remove,
        name="judgement-remove",
    ),
    path(_("evaluations/<uuid:evaluation>/jugement/<uuid:rubric>/juger/"), judging.judge, name="judgement-judge"),
    path(_("evaluations/<uuid:evaluation>/jugement/<uuid:rubric>/commun/"), judging.common, name="judgement-common"),
    path(
        _("evaluations/<uuid:evaluation>/jugement/<uuid:rubric>/desaccord/"), judging.dissent, name="judgement-dissent"
    ),
    path(
        _("evaluations/<uuid:evaluation>/jugement/<uuid:rubric>/desaccord/retirer/"),
        judging.take_back,
        name="judgement-take-back",
    ),
    path(_("evaluations/<uuid:evaluation>/jugement/limites/"), judging.limits, name="judgement-limits"),
    path(_("evaluations/<uuid:evaluation>/jugement/page/"), publishing.index, name="judgement-publication"),
    path(_("evaluations/<uuid:evaluation>/jugement/page/proposer/"), publishing.propose, name="judgement-propose"),
    path(_("evaluations/<uuid:evaluation>/jugement/page/<uuid:page>/"), publishing.proposed, name="judgement-proposed"),
    path(
        _("evaluations/<uuid:evaluation>/jugement/page/<uuid:page>/accord/"),
        publishing.consent,
        name="judgement-consent",
    ),
    path(_("evaluations/page/<uuid:page>/"), publishing.public, name="judgement-public"),
]
