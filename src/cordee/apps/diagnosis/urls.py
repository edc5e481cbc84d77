"""The addresses of the diagnosis room: public pages, then those that a token opens.

The part `<token:…>` of an address is registered by `accounts.tokens`.
"""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.diagnosis.views import answering, erasing, method, reading, sharing

app_name = "diagnosis"

urlpatterns = [
    path("", answering.start, name="start"),
    path(_("exemple/"), method.example, name="example"),
    path(_("methode/"), method.index, name="method"),
    path(_("methode/<slug:family>/"), method.family, name="measure"),
    path(_("efface/"), erasing.erased, name="erased"),
    path(_("partage/<token:token>/"), sharing.shared, name="shared"),
    path("<token:token>/", answering.resume, name="resume"),
    path(_("<token:token>/sujet/<int:position>/"), answering.topic, name="topic"),
    path(_("<token:token>/sujet/<int:position>/enregistrer/"), answering.save, name="save"),
    path(_("<token:token>/sujet/<int:position>/rythme/"), answering.pace, name="pace"),
    path(_("<token:token>/resultat/"), reading.result, name="result"),
    path(_("<token:token>/resultat/<int:number>/"), reading.earlier, name="earlier"),
    path(_("<token:token>/relire/"), reading.reread, name="reread"),
    path(_("<token:token>/importance/"), reading.importance, name="importance"),
    path(_("<token:token>/partager/"), sharing.share, name="share"),
    path(_("<token:token>/partager/<int:link>/retirer/"), sharing.withdraw, name="withdraw"),
    path(_("<token:token>/effacer/"), erasing.erase, name="erase"),
]
