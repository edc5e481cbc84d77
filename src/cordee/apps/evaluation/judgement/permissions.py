"""Who may agree, judge, read what others judged, dissent and consent: pure functions, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cordee.apps.evaluation import permissions as whole
from cordee.apps.organisations.permissions import Kind

MOST_JUDGEMENTS = 20
"""How many times a partner may judge again on one rubric."""
MOST_SETS = 20
"""How many sets of rubrics an evaluation may hold."""
MOST_DOCUMENTS = 20
"""How many documents may be proposed for anybody to read."""


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    NO_ROLE = "no_role"
    SPEAKS_FOR_NOBODY = "speaks_for_nobody"
    PARTNER_LEFT = "partner_left"
    NOT_AGREED = "not_agreed"
    AGREED = "agreed"
    FORMER_SET = "former_set"
    EMPTY = "empty"
    OTHER_DOCUMENT = "other_document"
    OWN_FIRST = "own_first"
    NOT_ALL = "not_all"
    TOO_FEW = "too_few"
    NO_COMMON = "no_common"
    NOT_YOURS = "not_yours"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and why."""

    reason: Reason

    @property
    def allowed(self) -> bool:
        """Tell whether it is yes."""
        return self.reason is Reason.GRANTED


YES = Answer(Reason.GRANTED)


class Refused(Exception):
    """A verb was asked for where it is not allowed; the answer says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.reason)
        self.answer = answer


def demand(answer: Answer) -> None:
    """Go on when it is yes; raise Refused otherwise."""
    if not answer.allowed:
        raise Refused(answer)


def may_word(*, agreed: bool) -> Answer:
    """Choose and word rubrics: until they are agreed."""
    return Answer(Reason.AGREED) if agreed else YES


def may_agree(kind: Kind, *, agreed: bool, rubrics: int) -> Answer:
    """Freeze rubrics: those who run the alliance, once, and not an empty set."""
    if not whole.may_lead(kind).allowed:
        return Answer(Reason.NO_ROLE)
    if agreed:
        return Answer(Reason.AGREED)
    return YES if rubrics else Answer(Reason.EMPTY)


def may_open_new(kind: Kind, *, agreed: bool, sets: int) -> Answer:
    """Open a new set of rubrics: those who run the alliance, when the present one is agreed."""
    if not whole.may_lead(kind).allowed:
        return Answer(Reason.NO_ROLE)
    if not agreed:
        return Answer(Reason.NOT_AGREED)
    return YES if sets < MOST_SETS else Answer(Reason.NO_ROOM)


def may_speak(kind: Kind, *, has_partner: bool, left: bool) -> Answer:
    """Speak for a partner: who takes part, on behalf of one that is still there."""
    if not whole.may_write(kind).allowed:
        return Answer(Reason.NO_ROLE)
    if not has_partner:
        return Answer(Reason.SPEAKS_FOR_NOBODY)
    return Answer(Reason.PARTNER_LEFT) if left else YES


def may_judge(speaks: Answer, *, agreed: bool, current: bool, given: int) -> Answer:
    """Judge on a rubric of the present set, once it is agreed; again as often as an honest use needs."""
    if not speaks.allowed:
        return speaks
    if not agreed:
        return Answer(Reason.NOT_AGREED)
    if not current:
        return Answer(Reason.FORMER_SET)
    return YES if given < MOST_JUDGEMENTS else Answer(Reason.NO_ROOM)


def may_see_others(*, partner_judges: bool, own_given: bool, all_given: bool) -> Answer:
    """Read what others judged: a partner once it gave its own; who judges for nobody once all partners did.

    `partner_judges`: the reader's role names a partner that is still there, whether they take part or observe.
    """
    if partner_judges:
        return YES if own_given else Answer(Reason.OWN_FIRST)
    return YES if all_given else Answer(Reason.NOT_ALL)


def may_record_common(kind: Kind, sees: Answer, *, given: int, partners: int, current: bool) -> Answer:
    """Record what all say: who takes part and reads what each judged, from two judgements on (one, if alone)."""
    if not whole.may_write(kind).allowed:
        return Answer(Reason.NO_ROLE)
    if not current:
        return Answer(Reason.FORMER_SET)
    if not sees.allowed:
        return sees
    return YES if given >= min(2, partners) and given else Answer(Reason.TOO_FEW)


def may_dissent(speaks: Answer, *, has_common: bool) -> Answer:
    """Add a dissent to a common judgement: only who speaks for the partner that dissents."""
    if not speaks.allowed:
        return speaks
    return YES if has_common else Answer(Reason.NO_COMMON)


def may_take_back_dissent(speaks: Answer, *, own: bool) -> Answer:
    """Take a dissent back: only who speaks for the partner that wrote it, never anybody else."""
    if not speaks.allowed:
        return speaks
    return YES if own else Answer(Reason.NOT_YOURS)


def may_propose(kind: Kind, *, already: int) -> Answer:
    """Propose a document for anybody to read: those who run the alliance."""
    if not whole.may_lead(kind).allowed:
        return Answer(Reason.NO_ROLE)
    return YES if already < MOST_DOCUMENTS else Answer(Reason.NO_ROOM)


def may_consent(kind: Kind, *, has_partner: bool) -> Answer:
    """Say yes or no to a public page: who takes part and speaks for a partner, one that left included."""
    return may_speak(kind, has_partner=has_partner, left=False)
