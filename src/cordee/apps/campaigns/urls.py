"""The addresses of the 360°: of facilitators, opened by a role, and of respondents, opened by a link."""

from django.urls import URLPattern, include, path
from django.utils.translation import gettext_lazy as _

import cordee.apps.diagnosis.urls  # noqa: F401 - registers the part of an address that is a token
from cordee.apps.campaigns.views import (
    after,
    answering,
    arriving,
    closing,
    explaining,
    following,
    inviting,
    launching,
    paper,
    preparing,
    printing,
    reading,
)

app_name = "campaigns"

public: list[URLPattern] = [path(_("exemple/"), explaining.example, name="example")]

facilitator: list[URLPattern] = [
    path(_("alliance/<uuid:alliance>/"), following.campaigns, name="campaigns"),
    path(_("alliance/<uuid:alliance>/preparer/"), preparing.begin, name="begin"),
    path("<uuid:campaign>/", following.campaign, name="campaign"),
    path(_("<uuid:campaign>/avancement/"), following.live_counts, name="counts"),
    path(_("<uuid:campaign>/titre/"), preparing.title, name="title"),
    path(_("<uuid:campaign>/cercles/"), preparing.circles, name="circles"),
    path(_("<uuid:campaign>/sujets/"), preparing.topics, name="topics"),
    path(_("<uuid:campaign>/confidentialite/"), preparing.regime, name="regime"),
    path(_("<uuid:campaign>/dates/"), preparing.days, name="days"),
    path(_("<uuid:campaign>/mot/"), preparing.words, name="words"),
    path(_("<uuid:campaign>/abandonner/"), preparing.discard, name="discard"),
    path(_("<uuid:campaign>/personnes/"), inviting.people, name="people"),
    path(_("<uuid:campaign>/personnes/ajouter/"), inviting.person, name="person"),
    path(_("<uuid:campaign>/personnes/<uuid:invitee>/retirer/"), inviting.uninvite, name="uninvite"),
    path(_("<uuid:campaign>/personnes/<uuid:invitee>/renvoyer/"), inviting.again, name="again"),
    path(_("<uuid:campaign>/personnes/<uuid:invitee>/remplacer/"), inviting.replace, name="replace"),
    path(_("<uuid:campaign>/personnes/<uuid:invitee>/papier/"), printing.person_paper, name="person_paper"),
    path(_("<uuid:campaign>/liens/"), printing.links, name="links"),
    path(_("<uuid:campaign>/cercles/<uuid:circle>/lien/"), inviting.circle_link, name="circle_link"),
    path(_("<uuid:campaign>/cercles/<uuid:circle>/qr.svg"), printing.qr, name="qr"),
    path(_("<uuid:campaign>/cercles/<uuid:circle>/affiche/"), printing.sheet, name="sheet"),
    path(_("<uuid:campaign>/cercles/<uuid:circle>/papier/"), printing.paper, name="paper"),
    path(_("<uuid:campaign>/lettre/"), launching.letter, name="letter"),
    path(_("<uuid:campaign>/questions/<int:position>/"), launching.question, name="question"),
    path(_("<uuid:campaign>/lancer/"), launching.launch, name="launch"),
    path(_("<uuid:campaign>/relancer/"), following.remind, name="remind"),
    path(_("<uuid:campaign>/dernier-jour/"), following.move_last_day, name="last_day"),
    path(_("<uuid:campaign>/annuler/"), following.cancel, name="cancel"),
    path(_("<uuid:campaign>/suite/"), following.prepare_next, name="next"),
]

shared: list[URLPattern] = [
    path(_("<uuid:campaign>/resultat/"), reading.result, name="result"),
    path(_("<uuid:campaign>/conseils/<slug:recommendation>/plan/"), reading.take_up, name="take_up"),
    path(_("<uuid:campaign>/conseils/<slug:recommendation>/refuser/"), reading.refuse, name="refuse"),
]

gathering: list[URLPattern] = [
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
    path("360/", include([*public, *facilitator, *gathering, *shared])),
    path(_("repondre/"), include(respondent)),
]
