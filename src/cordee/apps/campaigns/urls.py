"""The addresses of the 360°: those of the facilitator, by campaign, then those that a link opens."""

from django.urls import URLPattern, include, path
from django.utils.translation import gettext_lazy as _

import cordee.apps.diagnosis.urls  # noqa: F401 - registers the part of an address that is a token
from cordee.apps.campaigns.views import after, answering, arriving, closing, paper

app_name = "campaigns"

facilitator: list[URLPattern] = [
    path(_("<uuid:campaign>/saisie/"), paper.desk, name="paper_desk"),
    path(_("<uuid:campaign>/saisie/<uuid:seat>/"), paper.sheet, name="paper_sheet"),
    path(_("<uuid:campaign>/clore/"), closing.close, name="close"),
]

respondent: list[URLPattern] = [
    path("<token:token>/", arriving.door, name="door"),
    path(_("<token:token>/sujet/<int:position>/"), answering.topic, name="topic"),
    path(_("<token:token>/sujet/<int:position>/enregistrer/"), answering.save, name="save"),
    path(_("<token:token>/sujet/<int:position>/rythme/"), answering.pace, name="pace"),
    path(_("<token:token>/importance/"), answering.importance, name="importance"),
    path(_("<token:token>/fin/"), answering.done, name="done"),
    path(_("<token:token>/resultat/"), after.reading_for_respondent, name="reading_for_respondent"),
]

urlpatterns = [
    path("360/", include(facilitator)),
    path(_("repondre/"), include(respondent)),
]
