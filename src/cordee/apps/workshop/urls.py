"""The addresses of the workshop: the team, the drafts and their entries, the releases; and the proposals of readers."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.workshop import home
from cordee.apps.workshop.drafts.views import drafts, entries, exchange, publishing, releases
from cordee.apps.workshop.team import views as team

of_a_draft: list[URLPattern] = [
    path("", drafts.draft, name="draft"),
    path(_("entrees/<path:where>/"), entries.entries, name="entries"),
    path(_("ajouter/<path:where>/"), entries.add, name="add"),
    path(_("entree/<path:spot>/"), entries.entry, name="entry"),
    path(_("apercu/<path:spot>/"), entries.preview, name="preview"),
    path(_("retirer/<path:spot>/"), entries.remove, name="remove"),
    path(_("deplacer/<path:spot>/"), entries.move, name="move"),
    path(_("controle/"), drafts.checks, name="checks"),
    path(_("differences/"), drafts.changes, name="changes"),
    path(_("revisions/"), drafts.revisions, name="revisions"),
    path(_("revisions/<int:number>/retablir/"), drafts.restore, name="restore"),
    path(_("mettre-a-jour/"), drafts.rebase, name="rebase"),
    path(_("abandonner/"), drafts.drop, name="drop"),
    path(_("classeur.xlsx"), exchange.workbook, name="workbook"),
    path(_("classeur/"), exchange.bring, name="bring"),
    path(_("publier/"), publishing.publish, name="publish"),
    path(_("publier/approuver/"), publishing.approve, name="approve"),
    path(_("publier/refuser/"), publishing.refuse, name="refuse"),
    path(_("publier/reprendre/"), publishing.withdraw, name="withdraw"),
]

ours: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path(_("equipe/"), team.team, name="team"),
    path(_("equipe/<int:editor>/retirer/"), team.leave, name="leave"),
    path(_("historique/"), releases.history, name="history"),
    path(_("historique/<str:version>/"), releases.release, name="release"),
    path(_("historique/<str:version>/fichier.json"), releases.release_file, name="release-file"),
    path(_("brouillons/commencer/"), drafts.begin, name="begin"),
    path(_("brouillons/<uuid:draft>/"), include(of_a_draft)),
]

urlpatterns = [
    path("", include((ours, "workshop"))),
    path(_("propositions/"), include("cordee.apps.workshop.proposals.urls")),
]
