"""The addresses of the framing, under « cadre »: its overview, its rows, the pages of the frame, what is signed."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from cordee.apps.evaluation.framing import report, written
from cordee.apps.evaluation.framing.bridge import frame_of
from cordee.apps.evaluation.framing.figures import views as figures
from cordee.apps.evaluation.framing.queries import moments_of
from cordee.apps.evaluation.framing.row_kinds import GROUND, MEANS, MOMENT, STAKEHOLDER, STEP, RowKind
from cordee.apps.evaluation.framing.views import document, overview, pages, rows

LISTS = {
    MOMENT.key: rows.listing(
        MOMENT,
        "evaluation/framing/path.html",
        lambda opened: report.path_section(moments_of(opened.evaluation)).lead,
    ),
    GROUND.key: rows.listing(
        GROUND,
        "evaluation/framing/grounds.html",
        lambda opened: written.grounds_lead(frame_of(opened.evaluation)),
        figures.beside_grounds,
    ),
    STAKEHOLDER.key: rows.listing(
        STAKEHOLDER,
        "evaluation/framing/stakeholders.html",
        lambda opened: written.stakeholders_section(frame_of(opened.evaluation)).lead,
    ),
    STEP.key: rows.listing(
        STEP,
        "evaluation/framing/calendar.html",
        lambda opened: written.calendar_section(frame_of(opened.evaluation)).lead,
    ),
    MEANS.key: rows.listing(
        MEANS,
        "evaluation/framing/means.html",
        lambda opened: written.means_section(frame_of(opened.evaluation)).lead,
    ),
}


def rows_of(kind: RowKind, listed: Any, add: Any, row: Any, remove: Any) -> list[URLPattern]:
    """Return the four addresses of a kind of row: the list, a new one, one, its removal."""
    return [
        path(listed, LISTS[kind.key], name=kind.listed),
        path(add, rows.adding(kind), name=f"framing-{kind.key}-add"),
        path(row, rows.changing(kind), name=f"framing-{kind.key}"),
        path(remove, rows.removing(kind), name=f"framing-{kind.key}-remove"),
    ]


urlpatterns = [
    path(_("evaluations/<uuid:evaluation>/cadre/"), overview.framing, name="framing"),
    *rows_of(
        MOMENT,
        _("evaluations/<uuid:evaluation>/cadre/chemin/"),
        _("evaluations/<uuid:evaluation>/cadre/chemin/ajouter/"),
        _("evaluations/<uuid:evaluation>/cadre/chemin/<uuid:row>/"),
        _("evaluations/<uuid:evaluation>/cadre/chemin/<uuid:row>/retirer/"),
    ),
    *rows_of(
        GROUND,
        _("evaluations/<uuid:evaluation>/cadre/territoire/"),
        _("evaluations/<uuid:evaluation>/cadre/territoire/ajouter/"),
        _("evaluations/<uuid:evaluation>/cadre/territoire/<uuid:row>/"),
        _("evaluations/<uuid:evaluation>/cadre/territoire/<uuid:row>/retirer/"),
    ),
    path(_("evaluations/<uuid:evaluation>/cadre/territoire/chiffres/"), figures.offered, name="framing-figures"),
    path(
        _("evaluations/<uuid:evaluation>/cadre/territoire/chiffres/<uuid:row>/retirer/"),
        figures.remove,
        name="framing-figure-remove",
    ),
    path(_("evaluations/<uuid:evaluation>/cadre/enseignements/"), pages.lessons, name="framing-lessons"),
    path(_("evaluations/<uuid:evaluation>/cadre/enseignements/<uuid:partner>/"), pages.lesson, name="framing-lesson"),
    path(_("evaluations/<uuid:evaluation>/cadre/intention/"), pages.purpose, name="framing-purpose"),
    path(_("evaluations/<uuid:evaluation>/cadre/choix/"), pages.scope, name="framing-scope"),
    path(_("evaluations/<uuid:evaluation>/cadre/questions/"), pages.questions, name="framing-questions"),
    *rows_of(
        STAKEHOLDER,
        _("evaluations/<uuid:evaluation>/cadre/parties-prenantes/"),
        _("evaluations/<uuid:evaluation>/cadre/parties-prenantes/ajouter/"),
        _("evaluations/<uuid:evaluation>/cadre/parties-prenantes/<uuid:row>/"),
        _("evaluations/<uuid:evaluation>/cadre/parties-prenantes/<uuid:row>/retirer/"),
    ),
    *rows_of(
        STEP,
        _("evaluations/<uuid:evaluation>/cadre/calendrier/"),
        _("evaluations/<uuid:evaluation>/cadre/calendrier/ajouter/"),
        _("evaluations/<uuid:evaluation>/cadre/calendrier/<uuid:row>/"),
        _("evaluations/<uuid:evaluation>/cadre/calendrier/<uuid:row>/retirer/"),
    ),
    *rows_of(
        MEANS,
        _("evaluations/<uuid:evaluation>/cadre/moyens/"),
        _("evaluations/<uuid:evaluation>/cadre/moyens/ajouter/"),
        _("evaluations/<uuid:evaluation>/cadre/moyens/<uuid:row>/"),
        _("evaluations/<uuid:evaluation>/cadre/moyens/<uuid:row>/retirer/"),
    ),
    path(_("evaluations/<uuid:evaluation>/cadre/document/"), document.draft, name="framing-document"),
    path(_("evaluations/<uuid:evaluation>/cadre/document/figer/"), document.freeze, name="framing-freeze"),
    path(_("evaluations/<uuid:evaluation>/cadre/versions/<int:number>/"), document.version, name="framing-version"),
    path(_("evaluations/<uuid:evaluation>/cadre/versions/<int:number>/signer/"), document.sign, name="framing-sign"),
    path(_("evaluations/<uuid:evaluation>/cadre/versions/<int:number>/fichier/"), document.file, name="framing-file"),
]
