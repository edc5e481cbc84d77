"""The addresses of sessions: of those who have a role in the alliance, and of the phones that vote."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts import tokens as _declares_token  # noqa: F401 - the part of an address that is a token
from cordee.apps.meetings.views import desk, minutes, preparing, projecting, voting

app_name = "meetings"

reading: list[URLPattern] = [
    path(_("360/<uuid:campaign>/seance/"), preparing.sessions, name="sessions"),
    path(_("360/seance/<uuid:meeting>/"), preparing.agenda, name="agenda"),
    path(_("360/seance/<uuid:meeting>/compte-rendu/"), minutes.minutes, name="minutes"),
]

running: list[URLPattern] = [
    path(_("360/seance/<uuid:meeting>/arranger/"), preparing.arrange, name="arrange"),
    path(_("360/seance/<uuid:meeting>/abandonner/"), preparing.discard, name="discard"),
    path(_("360/seance/<uuid:meeting>/ouvrir/"), desk.open_session, name="open"),
    path(_("360/seance/<uuid:meeting>/animer/"), desk.desk, name="desk"),
    path(_("360/seance/<uuid:meeting>/avancer/"), desk.go, name="go"),
    path(_("360/seance/<uuid:meeting>/notes/<slug:slot>/"), desk.note, name="note"),
    path(_("360/seance/<uuid:meeting>/presents/"), desk.attendees, name="attendees"),
    path(_("360/seance/<uuid:meeting>/vote/ouvrir/"), desk.open_ballot, name="open-ballot"),
    path(_("360/seance/<uuid:meeting>/vote/fermer/"), desk.close_ballot, name="close-ballot"),
    path(_("360/seance/<uuid:meeting>/accord/"), desk.agree, name="agree"),
    path(_("360/seance/<uuid:meeting>/desaccord/"), desk.dissent, name="dissent"),
    path(_("360/seance/<uuid:meeting>/desaccord/<int:dissent>/retirer/"), desk.withdraw, name="withdraw"),
    path(_("360/seance/<uuid:meeting>/action/"), desk.action, name="action"),
    path(_("360/seance/<uuid:meeting>/terminer/"), desk.close_session, name="close"),
    path(_("360/seance/<uuid:meeting>/projeter/"), projecting.live, name="live"),
    path(_("360/seance/<uuid:meeting>/projeter/<int:place>/"), projecting.screen, name="screen"),
    path(_("360/seance/<uuid:meeting>/vote.svg"), projecting.qr, name="qr"),
]

public: list[URLPattern] = [path(_("seance/<token:token>/"), voting.vote, name="vote")]

urlpatterns = [*reading, *running, *public]
