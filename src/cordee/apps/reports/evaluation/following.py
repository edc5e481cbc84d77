"""What comes next, as the last part of a report: values to take, and the actions that the alliance decided on."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators.queries import indicators_of
from cordee.apps.evaluation.models import Indicator
from cordee.apps.plans.models import Action
from cordee.apps.plans.queries import OPEN, actions_of
from cordee.core.document import Absent, Block, Column, Kind, Section, Slide, Table

MOST_VALUES = 20
"""How many values to take are listed, the nearest day first; the sentence counts them all."""


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return what comes next; the plan is that of the partners, and stands in nothing that anybody reads."""
    today = timezone.localdate()
    coming = sorted((one for one in indicators_of(opened.evaluation) if one.next_on), key=_day)
    late = sum(_day(one) < today for one in coming)
    actions = [] if opened.in_public else list(actions_of(opened.alliance).filter(status__in=OPEN))
    blocks: list[Block] = [*_actions(actions), *_values(coming)]
    lead = " ".join(filter(None, (_values_said(len(coming), late), _actions_said(opened, len(actions)))))
    return (Section("following", _("Et maintenant"), lead, tuple(blocks), in_short=True, slide=Slide.NEXT),)


def _day(row: Indicator) -> date:
    return row.next_on or date.max


def _values_said(coming: int, late: int) -> str:
    if not coming:
        return _("Aucun prochain relevé n’a de date.")
    said = ngettext("%(n)s indicateur a une date de relevé", "%(n)s indicateurs ont une date de relevé", coming)
    behind = ngettext("%(n)s date est passée.", "%(n)s dates sont passées.", late) % {"n": late} if late else ""
    return f"{said % {'n': coming}}. {behind}".strip()


def _actions_said(opened: OpenedEvaluation, count: int) -> str:
    if opened.in_public:
        return ""
    if not count:
        return _("Aucune action n’est en cours dans le plan.")
    return ngettext("%(n)s action est ouverte dans le plan.", "%(n)s actions sont ouvertes dans le plan.", count) % {
        "n": count
    }


def _actions(actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    columns = (
        Column("action", _("Action"), brief=True),
        Column("partner", _("Portée par"), brief=True),
        Column("due", _("Pour le"), Kind.DAY, brief=True),
        Column("status", _("État"), brief=True),
    )
    nobody, undated = Absent(_("personne pour l’instant")), Absent(_("sans date"))
    rows = tuple(
        (
            one.title,
            one.partner.organisation.name if one.partner else nobody,
            one.due_on or undated,
            str(Action.Status(one.status).label),
        )
        for one in actions
    )
    return [Table("following-actions", _("Les actions ouvertes"), columns, rows)]


def _values(coming: list[Indicator]) -> list[Block]:
    if not coming:
        return []
    columns = (
        Column("indicator", _("Indicateur"), brief=True),
        Column("partner", _("Partenaire"), brief=True),
        Column("next", _("À relever le"), Kind.DAY, brief=True),
    )
    unsaid = Absent(_("non précisé"))
    rows = tuple(
        (one.name, one.owner_partner.organisation.name if one.owner_partner else unsaid, _day(one))
        for one in coming[:MOST_VALUES]
    )
    return [Table("following-values", _("Les prochains relevés"), columns, rows)]
