"""The report of an evaluation, composed from the sections that each of its parts gives."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.queries import partners_of
from cordee.core.document import Document, Section

SectionMaker = Callable[[OpenedEvaluation], tuple[Section, ...]]

SECTION_MAKERS: tuple[SectionMaker, ...] = ()
"""The function `sections` of the `report` of each part, in the order in which partners meet the parts."""


def compose(opened: OpenedEvaluation) -> Document:
    """Return the report of an evaluation in the language on screen, with what its reader may see."""
    return Document(
        key="evaluation",
        title=opened.evaluation.title,
        subtitle=_subtitle(opened),
        lang=(get_language() or "fr")[:2],
        made_on=timezone.localdate(),
        notices=_notices(opened),
        sections=tuple(section for make in SECTION_MAKERS for section in make(opened)),
    )


def _subtitle(opened: OpenedEvaluation) -> str:
    count = len(partners_of(opened.evaluation))
    partners = ngettext("%(n)s partenaire", "%(n)s partenaires", count) % {"n": count}
    return f"{opened.alliance.name} · {partners}"


def _notices(opened: OpenedEvaluation) -> tuple[str, ...]:
    absent = _("Une valeur absente dit pourquoi elle manque : elle n’est jamais un zéro.")
    if opened.alliance.is_demonstration:
        return (_("Démonstration : cette alliance est inventée, ses personnes aussi."), absent)
    return (absent,)
