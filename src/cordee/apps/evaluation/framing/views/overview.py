"""The framing as a whole: where it stands, and each of its pages with what is in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation, evaluation_page
from cordee.apps.evaluation.framing import queries
from cordee.apps.evaluation.framing.report import sections
from cordee.apps.evaluation.framing.telling import scope_said
from cordee.apps.evaluation.models import Scope
from cordee.apps.evaluation.parts import around


@require_safe
@evaluation_page(permissions.may_read)
def framing(request: HttpRequest, opened: OpenedEvaluation) -> HttpResponse:
    """Show where the framing stands."""
    shown = {section.key: section for section in sections(opened)}
    said = {key: section.lead for key, section in shown.items()}
    said["framing-scope"] = scope_said(queries.page_of(Scope, opened.evaluation))
    context = {
        **around(opened),
        "signing": shown["framing-signing"],
        "groups": [(heading, why, cards(opened, said, pages)) for heading, why, pages in groups(opened)],
        "document_url": opened.url("framing-document"),
    }
    return render(request, "evaluation/framing/framing.html", context)


Page = tuple[str, str, str]


def groups(opened: OpenedEvaluation) -> list[tuple[str, str, list[Page]]]:
    """Return the pages in the order of the field: (page, section whose sentence it shows, title) under headings."""
    writes = opened.may(permissions.may_write)

    def own(page: str) -> str:
        return page if writes else "framing-document"

    return [
        (
            _("Avant le cadre : relire, relier, articuler"),
            _(
                "Cette mémoire continue de s’écrire : le territoire entre dans le cadre signé, "
                "le chemin et les enseignements n’y entrent pas."
            ),
            [
                ("framing-path", "framing-path", _("Relire le chemin")),
                ("framing-grounds", "framing-grounds", _("Relier au territoire")),
                ("framing-lessons", "framing-lessons", _("Articuler avec sa propre place")),
            ],
        ),
        (
            _("Le cadre : ce sur quoi vous vous mettez d’accord"),
            _("Il se fige en une version, que chaque partenaire signe."),
            [
                (own("framing-purpose"), "framing-purpose", _("L’intention")),
                (own("framing-scope"), "framing-scope", _("Objets, approches et méthodes")),
                (own("framing-questions"), "framing-questions", _("Les questions")),
                ("framing-stakeholders", "framing-stakeholders", _("Les parties prenantes")),
                ("framing-calendar", "framing-calendar", _("Le calendrier")),
                ("framing-means", "framing-means", _("Les moyens, temps caché compris")),
            ],
        ),
    ]


def cards(opened: OpenedEvaluation, said: dict[str, str], pages: list[Page]) -> list[dict[str, str]]:
    """Return a card for each page: its title, its address, the sentence computed from what it holds."""
    return [{"title": title, "url": opened.url(page), "lead": said[section]} for page, section, title in pages]
