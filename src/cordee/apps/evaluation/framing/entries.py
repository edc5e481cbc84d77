"""The rows of a framing as its pages list them: a heading, a few facts, the way to change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import queries
from cordee.apps.evaluation.framing.row_kinds import GROUND, MEANS, MOMENT, STAKEHOLDER, STEP, RowKind
from cordee.apps.evaluation.framing.telling import when_said
from cordee.apps.evaluation.framing.written import said
from cordee.apps.evaluation.models import Evaluation, Ground, KeyMoment, Means, Stakeholder, Step
from cordee.apps.evaluation.models.framing import FramingRow
from cordee.apps.organisations.goals import goal_name


@dataclass(frozen=True)
class Fact:
    """A fact of a row: its name, its words, and where it leads if anywhere."""

    label: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Entry:
    """A row as a page lists it: `mark` tells kinds apart by more than colour."""

    eyebrow: str
    heading: str
    text: str
    facts: tuple[Fact, ...]
    url: str
    mark: str = ""
    group: str = ""


def entries_of(opened: OpenedEvaluation, kind: RowKind) -> list[Entry]:
    """Return the rows of a kind, in their order."""
    rows, drawn = _DRAWN[kind.key]
    return [drawn(row, opened.url(f"framing-{kind.key}", row.public)) for row in rows(opened.evaluation)]


def _facts(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.words)


def _moment(row: KeyMoment, url: str) -> Entry:
    piece = row.evidence
    address = reverse("evidence:piece", args=[row.evaluation.alliance.public, piece.public]) if piece else ""
    facts = _facts(Fact(_("Rencontres"), row.met), Fact(_("Pièce"), piece.title if piece else "", address))
    kind = KeyMoment.Kind(row.kind)
    return Entry(when_said(row.happened), row.title, row.story, facts, url, kind.value, str(kind.label))


def _ground(row: Ground, url: str) -> Entry:
    goals = ", ".join([*(goal_name(goal) for goal in row.goals), *row.targets])
    facts = _facts(
        Fact(_("Chiffre"), row.figure),
        Fact(_("Source"), row.source, row.source),
        Fact(_("Date du chiffre"), when_said(row.dated)),
        Fact(_("Objectifs et cibles"), goals),
    )
    return Entry(str(Ground.Kind(row.kind).label), row.title, row.known, facts, url, row.kind)


def _stakeholder(row: Stakeholder, url: str) -> Entry:
    return Entry(str(Stakeholder.Place(row.place).label), row.name, row.expects, (), url, row.place)


def _step(row: Step, url: str) -> Entry:
    starts, ends = (when_said(day.isoformat() if day else "") for day in (row.starts_on, row.ends_on))
    facts = _facts(Fact(_("Début"), starts), Fact(_("Fin"), ends), Fact(_("Qui s’en charge"), row.who))
    return Entry(str(Step.Phase(row.phase).label), row.what, "", facts, url, row.phase)


def _means(row: Means, url: str) -> Entry:
    def euros(number: Decimal) -> str:
        return _("%(amount)s €") % {"amount": said(number)}

    def hours(number: Decimal) -> str:
        return _("%(amount)s h") % {"amount": said(number)}

    facts = _facts(
        Fact(_("Argent"), euros(row.money) if row.money else ""),
        Fact(_("Heures prévues"), hours(row.hours) if row.hours else ""),
        Fact(_("Heures cachées"), hours(row.hidden_hours) if row.hidden_hours else ""),
        Fact(_("Coût d’une heure"), _("non déclaré") if row.hourly_cost is None else euros(row.hourly_cost)),
    )
    return Entry(row.partner.organisation.name if row.partner else _("Tous ensemble"), row.what, "", facts, url)


_DRAWN: dict[str, tuple[Callable[[Evaluation], list[FramingRow]], Callable[..., Entry]]] = {
    MOMENT.key: (queries.moments_of, _moment),  # type: ignore[dict-item]
    GROUND.key: (queries.grounds_of, _ground),  # type: ignore[dict-item]
    STAKEHOLDER.key: (queries.stakeholders_of, _stakeholder),  # type: ignore[dict-item]
    STEP.key: (queries.steps_of, _step),  # type: ignore[dict-item]
    MEANS.key: (queries.means_of, _means),  # type: ignore[dict-item]
}
