"""The truth tables of the judgement: every case, with its reason."""

from __future__ import annotations

import pytest

from cordee.apps.evaluation.judgement import permissions as may
from cordee.apps.evaluation.judgement.permissions import YES, Answer, Reason

F, M, W = "facilitator", "member", "observer"


@pytest.mark.parametrize(
    ("kind", "has_partner", "left", "reason"),
    [
        (None, True, False, Reason.NO_ROLE),
        (W, True, False, Reason.NO_ROLE),
        (M, False, False, Reason.SPEAKS_FOR_NOBODY),
        (F, False, False, Reason.SPEAKS_FOR_NOBODY),
        (M, True, True, Reason.PARTNER_LEFT),
        (M, True, False, Reason.GRANTED),
        (F, True, False, Reason.GRANTED),
    ],
)
def test_who_speaks_for_a_partner(kind: str | None, has_partner: bool, left: bool, reason: Reason) -> None:
    assert may.may_speak(kind, has_partner=has_partner, left=left).reason is reason


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("everybody", [True, False])
def test_who_reads_what_others_judged(own: bool, everybody: bool) -> None:
    judges = may.may_see_others(partner_judges=True, own_given=own, all_given=everybody)
    assert judges.reason is (Reason.GRANTED if own else Reason.OWN_FIRST)
    reads = may.may_see_others(partner_judges=False, own_given=own, all_given=everybody)
    assert reads.reason is (Reason.GRANTED if everybody else Reason.NOT_ALL)


@pytest.mark.parametrize(
    ("agreed", "current", "given", "reason"),
    [
        (False, True, 0, Reason.NOT_AGREED),
        (True, False, 0, Reason.FORMER_SET),
        (True, True, may.MOST_JUDGEMENTS, Reason.NO_ROOM),
        (True, True, 0, Reason.GRANTED),
    ],
)
def test_when_one_judges(agreed: bool, current: bool, given: int, reason: Reason) -> None:
    assert may.may_judge(YES, agreed=agreed, current=current, given=given).reason is reason
    silent = Answer(Reason.SPEAKS_FOR_NOBODY)
    assert may.may_judge(silent, agreed=agreed, current=current, given=given) is silent


@pytest.mark.parametrize(
    ("given", "partners", "reason"),
    [
        (0, 0, Reason.TOO_FEW),
        (0, 1, Reason.TOO_FEW),
        (1, 1, Reason.GRANTED),
        (1, 2, Reason.TOO_FEW),
        (2, 5, Reason.GRANTED),
    ],
)
def test_from_how_many_judgements_all_may_speak(given: int, partners: int, reason: Reason) -> None:
    assert may.may_record_common(M, YES, given=given, partners=partners, current=True).reason is reason
    assert may.may_record_common(W, YES, given=given, partners=partners, current=True).reason is Reason.NO_ROLE
    assert may.may_record_common(M, YES, given=given, partners=partners, current=False).reason is Reason.FORMER_SET
    unseen = Answer(Reason.OWN_FIRST)
    assert may.may_record_common(M, unseen, given=given, partners=partners, current=True) is unseen


def test_a_dissent_belongs_to_who_speaks_for_its_partner() -> None:
    silent = Answer(Reason.SPEAKS_FOR_NOBODY)
    assert may.may_dissent(YES, has_common=True).allowed
    assert may.may_dissent(YES, has_common=False).reason is Reason.NO_COMMON
    assert may.may_dissent(silent, has_common=True) is silent
    assert may.may_take_back_dissent(YES, own=True).allowed
    assert may.may_take_back_dissent(YES, own=False).reason is Reason.NOT_YOURS
    assert may.may_take_back_dissent(silent, own=True) is silent


@pytest.mark.parametrize(("kind", "reason"), [(M, Reason.NO_ROLE), (W, Reason.NO_ROLE), (F, Reason.GRANTED)])
def test_who_binds_all_partners(kind: str, reason: Reason) -> None:
    assert may.may_agree(kind, agreed=False, rubrics=1).reason is reason
    assert may.may_open_new(kind, agreed=True, sets=1).reason is reason
    assert may.may_propose(kind, already=0).reason is reason


def test_what_stops_even_who_runs_the_alliance() -> None:
    assert may.may_agree(F, agreed=True, rubrics=1).reason is Reason.AGREED
    assert may.may_agree(F, agreed=False, rubrics=0).reason is Reason.EMPTY
    assert may.may_open_new(F, agreed=False, sets=1).reason is Reason.NOT_AGREED
    assert may.may_open_new(F, agreed=True, sets=may.MOST_SETS).reason is Reason.NO_ROOM
    assert may.may_propose(F, already=may.MOST_DOCUMENTS).reason is Reason.NO_ROOM
    assert may.may_word(agreed=True).reason is Reason.AGREED
