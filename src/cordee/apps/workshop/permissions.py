"""Who may do what in the workshop, and why: pure functions of a role, of who did what, and of where things stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cordee.apps.ui.verdict import Answer
from cordee.apps.workshop.models import Draft, EditorRole, Proposal, Request

MOST_PROPOSALS_A_DAY = 10
"""How many proposals one person may send in a day: more than anybody writes with a source, less than a machine."""

MOST_NOTES_A_DAY = 40
"""How many words one person may add to proposals in a day."""

MOST_DRAFTS = 20
"""How many drafts of one pack may be open at once."""


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    NOT_EDITOR = "not_editor"
    NOT_PUBLISHER = "not_publisher"
    LAST_PUBLISHER = "last_publisher"
    TOO_MANY_TODAY = "too_many_today"
    TOO_MANY_DRAFTS = "too_many_drafts"
    OVER = "over"
    NO_SUCH_STEP = "no_such_step"
    OWN_REQUEST = "own_request"
    NOT_WAITING = "not_waiting"
    CHANGED_SINCE = "changed_since"
    BEHIND = "behind"
    NO_FIRST_EYES = "no_first_eyes"


SENTENCES: Mapping[Reason, str | Promise] = {
    Reason.NOT_EDITOR: _("L’atelier est ouvert aux personnes qui tiennent la bibliothèque de ce site."),
    Reason.NOT_PUBLISHER: _("Seules les personnes chargées de la publication peuvent le faire."),
    Reason.LAST_PUBLISHER: _(
        "C’est la seule personne chargée de la publication : confiez d’abord ce rôle à quelqu’un d’autre."
    ),
    Reason.TOO_MANY_TODAY: _("Vous avez déjà beaucoup écrit aujourd’hui : reprenez demain, rien ne presse."),
    Reason.TOO_MANY_DRAFTS: _("Trop de brouillons sont ouverts : terminez-en un, ou abandonnez-le."),
    Reason.OVER: _("Ce brouillon est terminé : il se lit encore, mais ne se modifie plus. Commencez-en un autre."),
    Reason.NO_SUCH_STEP: _("Cette proposition a changé d’état entre-temps : relisez-la avant de décider."),
    Reason.OWN_REQUEST: _("Vous avez demandé cette publication : une autre personne doit l’approuver."),
    Reason.NOT_WAITING: _("Aucune demande n’attend de décision : quelqu’un a pu décider avant vous."),
    Reason.CHANGED_SINCE: _("Le brouillon a changé depuis la demande : demandez de nouveau la publication."),
    Reason.BEHIND: _("Une version plus récente est en ligne : mettez d’abord le brouillon à jour."),
    Reason.NO_FIRST_EYES: _(
        "La personne qui a demandé cette publication a supprimé son compte : demandez-la de nouveau, "
        "et quelqu’un d’autre l’approuvera."
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
Role = EditorRole | str | None
"""What someone is in the workshop: the value of an `EditorRole`, or nothing."""


def may_edit(role: Role) -> Verdict:
    """Open drafts, change them, ask for their publication, review proposals: every editor."""
    return GRANTED if role else Verdict(Reason.NOT_EDITOR)


def may_publish(role: Role) -> Verdict:
    """Approve publications and name editors: publishers."""
    if role and role != EditorRole.PUBLISHER:
        return Verdict(Reason.NOT_PUBLISHER)
    return may_edit(role)


def may_lose_role(role: Role, publishers: int) -> Verdict:
    """Stop being an editor, or become a writer: never the last publisher."""
    if role == EditorRole.PUBLISHER and publishers <= 1:
        return Verdict(Reason.LAST_PUBLISHER)
    return GRANTED if role else Verdict(Reason.UNKNOWN)


def may_begin(role: Role, open_drafts: int) -> Verdict:
    """Begin one more draft."""
    if role and open_drafts >= MOST_DRAFTS:
        return Verdict(Reason.TOO_MANY_DRAFTS)
    return may_edit(role)


def may_change(role: Role, state: Draft.State | str) -> Verdict:
    """Change a draft: every editor, while it is open."""
    if role and state != Draft.State.OPEN:
        return Verdict(Reason.OVER)
    return may_edit(role)


def may_approve(
    role: Role,
    *,
    is_asker: bool,
    asker_is_known: bool,
    state: Request.State | str | None,
    is_latest: bool,
    is_behind: bool,
) -> Verdict:
    """Approve a publication: a publisher who did not ask for it, of the very revision that was asked, in its turn."""
    verdict = may_publish(role)
    if not verdict.allowed:
        return verdict
    obstacles = (
        (state != Request.State.WAITING, Reason.NOT_WAITING),
        (is_asker, Reason.OWN_REQUEST),
        (not asker_is_known, Reason.NO_FIRST_EYES),
        (not is_latest, Reason.CHANGED_SINCE),
        (is_behind, Reason.BEHIND),
    )
    return next((Verdict(reason) for stands, reason in obstacles if stands), GRANTED)


def may_propose(sent_today: int) -> Verdict:
    """Send one more proposal: whoever signed in, at a human pace."""
    return GRANTED if sent_today < MOST_PROPOSALS_A_DAY else Verdict(Reason.TOO_MANY_TODAY)


def may_read_proposal(role: Role, *, is_own: bool) -> Verdict:
    """Read a proposal: who sent it, and editors. To anybody else it does not exist."""
    return GRANTED if is_own or role else Verdict(Reason.UNKNOWN)


def may_comment(role: Role, *, is_own: bool, notes_today: int) -> Verdict:
    """Add a word to a proposal: who may read it, at a human pace."""
    verdict = may_read_proposal(role, is_own=is_own)
    if verdict.allowed and notes_today >= MOST_NOTES_A_DAY:
        return Verdict(Reason.TOO_MANY_TODAY)
    return verdict


State = Proposal.State
STEPS: Mapping[str, tuple[Proposal.State, ...]] = {
    State.RECEIVED: (State.REVIEW, State.MORE, State.ACCEPTED, State.DECLINED),
    State.REVIEW: (State.MORE, State.ACCEPTED, State.DECLINED),
    State.MORE: (State.REVIEW, State.ACCEPTED, State.DECLINED),
    State.ACCEPTED: (State.PUBLISHED, State.REVIEW, State.DECLINED),
    State.DECLINED: (State.REVIEW,),
    State.PUBLISHED: (),
}
"""State of a proposal → those an editor may move it to."""


def may_move(role: Role, before: str, after: str) -> Verdict:
    """Move a proposal from one state to another: every editor, along the steps."""
    if role and after not in STEPS[before]:
        return Verdict(Reason.NO_SUCH_STEP)
    return may_edit(role)
