"""What the pages of the entrance show, as plain values in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cordee.apps.organisations import queries
from cordee.apps.organisations.access import Opened
from cordee.apps.organisations.goals import goal_name
from cordee.apps.organisations.models import Alliance, Objective, Organisation, Partner, PartnershipType, RoleKind
from cordee.apps.organisations.territories import territory


@dataclass(frozen=True)
class Fact:
    """Something known of an alliance or of an organisation."""

    label: str
    value: str


@dataclass(frozen=True)
class Cell:
    """A cell of the objective square, and the partners for whom it comes first."""

    name: str
    summary: str
    partners: tuple[str, ...]


@dataclass(frozen=True)
class AllianceScreen:
    """An alliance in full."""

    facts: tuple[Fact, ...]
    goals: tuple[str, ...]
    partners: tuple[Partner, ...]
    square: tuple[Cell, ...]
    undecided: tuple[str, ...]


def around(opened: Opened) -> dict[str, Any]:
    """Return what every page of an alliance shows around its own content."""
    tabs = [(_("Vue d’ensemble"), opened.url("alliance")), (_("Partenaires"), opened.url("partners"))]
    tabs.append((_("Personnes"), opened.url("people")))
    if opened.facilitates:
        tabs.append((_("Accords"), opened.url("consents")))
    urls = {f"{name}_url": opened.url(name) for name in ("edit", "partners", "leave")}
    return {
        "opened": opened,
        "alliance": opened.alliance,
        "you": what_you_do(opened.role.kind),
        "tabs": tabs,
        **urls,
    }


def alliance_screen(alliance: Alliance) -> AllianceScreen:
    """Gather what the page of an alliance says."""
    partners = [partner for partner in queries.partners_of(alliance) if partner.left_on is None]
    return AllianceScreen(
        facts=tuple(_known(_alliance_facts(alliance))),
        goals=tuple(goal_name(number) for number in alliance.goals),
        partners=tuple(partners),
        square=tuple(_square(partners)),
        undecided=tuple(partner.organisation.name for partner in partners if not partner.objective),
    )


def organisation_facts(organisation: Organisation) -> list[Fact]:
    """Return what is known of an organisation."""
    return _known(
        [
            (_("Type"), organisation.get_profile_display()),
            (_("Salariés ou agents"), organisation.get_size_display()),
            (_("Territoire"), place_said(organisation.territory)),
            (_("SIREN"), organisation.siren),
            (_("RNA"), organisation.rna),
        ]
    )


def place_said(key: str) -> str:
    """Return a stored territory as a page says it, with its kind."""
    place = territory(key)
    if place is None:
        return ""
    return f"{place.said} ({place.kind})" if place.kind else place.said


def _alliance_facts(alliance: Alliance) -> list[tuple[str, str]]:
    return [
        (_("Début"), date_format(alliance.started_on) if alliance.started_on else ""),
        (_("Étape"), alliance.get_stage_display()),
        (_("Types"), ", ".join(str(PartnershipType(kind).label) for kind in alliance.partnership_types)),
        (_("Territoire"), place_said(alliance.territory)),
    ]


def _known(facts: Iterable[tuple[str, str]]) -> list[Fact]:
    return [Fact(label, value) for label, value in facts if value]


def _square(partners: list[Partner]) -> Iterable[Cell]:
    for objective in Objective:
        name, _colon, summary = str(objective.label).partition(
            "\u202f: " if "\u202f: " in str(objective.label) else ": "
        )
        seeking = tuple(one.organisation.name for one in partners if one.objective == objective)
        yield Cell(name, summary, seeking)


def what_you_do(kind: str) -> str:
    """Tell the reader their own role."""
    said = {
        RoleKind.FACILITATOR: _("vous animez"),
        RoleKind.MEMBER: _("vous participez"),
        RoleKind.OBSERVER: _("vous observez"),
    }
    return said[RoleKind(kind)]


def role_choices() -> list[tuple[str, str, str]]:
    """Return each role with its name and what it allows."""
    said = {
        RoleKind.FACILITATOR: _("Décrit l’alliance, invite, lance les 360° et suit le plan."),
        RoleKind.MEMBER: _("Lit tout, propose des actions et suit les siennes."),
        RoleKind.OBSERVER: _("Lit tout, ne change rien."),
    }
    return [(kind.value, str(kind.label), said[kind]) for kind in RoleKind]
