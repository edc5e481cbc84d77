"""Who may do what with surveys, and why: pure functions of a role, of who did what, and of where a survey stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.observatory.models import Survey
from cordee.apps.ui.verdict import Answer

MOST_OPEN = 40
"""How many surveys may be in preparation at once on a site."""


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    NOT_ANALYST = "not_analyst"
    TOO_MANY = "too_many"
    NOT_OPEN = "not_open"
    NOT_WAITING = "not_waiting"
    OWN_REQUEST = "own_request"
    NO_NAME = "no_name"
    SAME_NAME = "same_name"


SENTENCES: Mapping[Reason, str | Promise] = {
    Reason.NOT_ANALYST: _("Cet espace est ouvert aux personnes qui préparent les enquêtes de ce site."),
    Reason.TOO_MANY: _("Trop d’enquêtes sont en préparation : publiez-en une, ou abandonnez-la."),
    Reason.NOT_OPEN: _(
        "Cette enquête ne se modifie plus : elle attend une approbation, elle est publiée ou elle est abandonnée."
    ),
    Reason.NOT_WAITING: _("Aucune demande n’attend de décision : quelqu’un a pu décider avant vous."),
    Reason.OWN_REQUEST: _("Vous avez demandé cette publication : une autre personne doit l’approuver."),
    Reason.NO_NAME: _(
        "Une édition dit qui l’a préparée et qui l’a approuvée : écrivez d’abord votre nom sur la page de votre compte."
    ),
    Reason.SAME_NAME: _(
        "Votre compte porte le même nom que celui de la personne qui a demandé : une édition nomme deux personnes."
    ),
}


@dataclass(frozen=True, slots=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why."""

    @property
    def said(self) -> str:
        """Why it is no, in the language on screen; nothing when there is nothing to say."""
        return str(SENTENCES.get(self.reason, ""))


GRANTED = Verdict(Reason.GRANTED)


def may_prepare(*, is_analyst: bool) -> Verdict:
    """Read and prepare surveys: every analyst."""
    return GRANTED if is_analyst else Verdict(Reason.NOT_ANALYST)


def may_begin(open_surveys: int) -> Verdict:
    """Begin one more survey."""
    return GRANTED if open_surveys < MOST_OPEN else Verdict(Reason.TOO_MANY)


def may_change(state: Survey.State | str) -> Verdict:
    """Change a survey: while it is in preparation."""
    return GRANTED if state == Survey.State.OPEN else Verdict(Reason.NOT_OPEN)


def may_ask(state: Survey.State | str, name: str) -> Verdict:
    """Ask that a survey be published, under a name that the edition will say."""
    if not may_change(state).allowed:
        return may_change(state)
    return GRANTED if name.strip() else Verdict(Reason.NO_NAME)


def may_decide(state: Survey.State | str) -> Verdict:
    """Refuse a request, or take it back."""
    return GRANTED if state == Survey.State.ASKED else Verdict(Reason.NOT_WAITING)


def may_approve(state: Survey.State | str, *, is_own: bool, name: str, prepared_by: str) -> Verdict:
    """Approve as the second person, who has another name."""
    if not may_decide(state).allowed:
        return may_decide(state)
    if is_own:
        return Verdict(Reason.OWN_REQUEST)
    if not name.strip():
        return Verdict(Reason.NO_NAME)
    return Verdict(Reason.SAME_NAME) if name.strip().casefold() == prepared_by.casefold() else GRANTED
