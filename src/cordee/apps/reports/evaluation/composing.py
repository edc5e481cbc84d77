"""The report of an evaluation, composed from the sections that each of its parts gives."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance import report as balance_report
from cordee.apps.evaluation.effects import report as effects_report
from cordee.apps.evaluation.efficiency import report as efficiency_report
from cordee.apps.evaluation.framing import report as framing_report
from cordee.apps.evaluation.indicators import report as indicators_report
from cordee.apps.evaluation.judgement import report as judgement_report
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.evaluation.relations import report as relations_report
from cordee.apps.library.addresses import language
from cordee.apps.organisations.models import AllianceRole, RoleKind
from cordee.apps.reports.evaluation import following
from cordee.core.document import Document, Section

SectionMaker = Callable[[OpenedEvaluation], tuple[Section, ...]]

SECTION_MAKERS: tuple[SectionMaker, ...] = (
    framing_report.sections,
    effects_report.sections,
    indicators_report.sections,
    balance_report.sections,
    relations_report.sections,
    efficiency_report.sections,
    judgement_report.sections,
    following.sections,
)
"""The function `sections` of the `report` of each part, in the order in which partners meet the parts."""


def compose(opened: OpenedEvaluation) -> Document:
    """Return the report of an evaluation in the language on screen, with what its reader may see."""
    return Document(
        key="evaluation",
        title=opened.evaluation.title,
        subtitle=_subtitle(opened),
        lang=language(),
        made_on=timezone.localdate(),
        notices=_notices(opened),
        sections=tuple(section for make in SECTION_MAKERS for section in make(opened)),
    )


def compose_for_everybody(opened: OpenedEvaluation) -> Document:
    """Return the report as anybody may read it once every partner consents to that exact text.

    It is read as by somebody who observes and speaks for no partner, and the sections leave out what people did not
    agree to show to everybody: words and photographs of witnesses, names of people, comments between two partners.
    """
    role = AllianceRole(alliance=opened.alliance, account=opened.account, kind=RoleKind.OBSERVER, partner=None)
    return compose(OpenedEvaluation(opened.evaluation, role, in_public=True))


def _subtitle(opened: OpenedEvaluation) -> str:
    count = len(partners_of(opened.evaluation))
    partners = ngettext("%(n)s partenaire", "%(n)s partenaires", count) % {"n": count}
    return f"{opened.alliance.name} · {partners}"


def _notices(opened: OpenedEvaluation) -> tuple[str, ...]:
    absent = _("Une valeur absente dit pourquoi elle manque : elle n’est jamais un zéro.")
    if opened.alliance.is_demonstration:
        return (_("Démonstration : cette alliance est inventée, ses personnes aussi."), absent)
    return (absent,)
