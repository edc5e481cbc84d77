"""Who may do what in the workshop: every role, every state, each answer with its reason."""

from itertools import product

import pytest

from cordee.apps.workshop import permissions
from cordee.apps.workshop.models import Draft, EditorRole, Proposal, Request
from cordee.apps.workshop.permissions import SENTENCES, STEPS, Reason, Role, Verdict

WRITER, PUBLISHER, NOBODY = EditorRole.WRITER, EditorRole.PUBLISHER, None
ROLES = (NOBODY, WRITER, PUBLISHER)
YES = Reason.GRANTED
R = Reason


@pytest.mark.parametrize(("role", "edit", "publish"), [
    (NOBODY, R.NOT_EDITOR, R.NOT_EDITOR),
    (WRITER, YES, R.NOT_PUBLISHER),
    (PUBLISHER, YES, YES),
])  # fmt: skip
def test_what_a_role_opens(role: Role, edit: Reason, publish: Reason) -> None:
    assert permissions.may_edit(role).reason is edit
    assert permissions.may_publish(role).reason is publish


@pytest.mark.parametrize(("role", "publishers", "reason"), [
    (NOBODY, 2, R.UNKNOWN),
    (WRITER, 0, YES),
    (WRITER, 1, YES),
    (PUBLISHER, 1, R.LAST_PUBLISHER),
    (PUBLISHER, 2, YES),
])  # fmt: skip
def test_the_last_publisher_stays(role: Role, publishers: int, reason: Reason) -> None:
    assert permissions.may_lose_role(role, publishers).reason is reason


@pytest.mark.parametrize(("role", "count", "reason"), [
    (NOBODY, 0, R.NOT_EDITOR),
    (NOBODY, 99, R.NOT_EDITOR),
    (WRITER, permissions.MOST_DRAFTS - 1, YES),
    (WRITER, permissions.MOST_DRAFTS, R.TOO_MANY_DRAFTS),
    (PUBLISHER, permissions.MOST_DRAFTS, R.TOO_MANY_DRAFTS),
])  # fmt: skip
def test_how_many_drafts(role: Role, count: int, reason: Reason) -> None:
    assert permissions.may_begin(role, count).reason is reason


@pytest.mark.parametrize(("role", "state"), list(product(ROLES, Draft.State)))
def test_a_draft_changes_while_it_is_open(role: Role, state: Draft.State) -> None:
    wanted = R.NOT_EDITOR if role is None else YES if state == Draft.State.OPEN else R.OVER
    assert permissions.may_change(role, state).reason is wanted


APPROVALS = list(product(ROLES, (True, False), (True, False), (*Request.State, None), (True, False), (True, False)))


@pytest.mark.parametrize(("role", "is_asker", "known", "state", "latest", "behind"), APPROVALS)
def test_four_eyes(
    role: Role, is_asker: bool, known: bool, state: Request.State | None, latest: bool, behind: bool
) -> None:
    verdict = permissions.may_approve(
        role, is_asker=is_asker, asker_is_known=known, state=state, is_latest=latest, is_behind=behind
    )
    all_is_well = known and latest and not is_asker and not behind and state == Request.State.WAITING
    assert verdict.allowed is (role == PUBLISHER and all_is_well)
    if role != PUBLISHER:
        assert verdict.reason in (R.NOT_EDITOR, R.NOT_PUBLISHER)
    elif state == Request.State.WAITING and is_asker:
        assert verdict.reason is R.OWN_REQUEST


@pytest.mark.parametrize(("role", "is_own", "reason"), [
    (NOBODY, False, R.UNKNOWN),
    (NOBODY, True, YES),
    (WRITER, False, YES),
    (PUBLISHER, False, YES),
    (WRITER, True, YES),
])  # fmt: skip
def test_who_reads_a_proposal(role: Role, is_own: bool, reason: Reason) -> None:
    assert permissions.may_read_proposal(role, is_own=is_own).reason is reason
    assert permissions.may_comment(role, is_own=is_own, notes_today=0).reason is reason


@pytest.mark.parametrize(("role", "is_own", "reason"), [
    (NOBODY, False, R.UNKNOWN),
    (NOBODY, True, R.TOO_MANY_TODAY),
    (WRITER, False, R.TOO_MANY_TODAY),
])  # fmt: skip
def test_words_come_at_a_human_pace(role: Role, is_own: bool, reason: Reason) -> None:
    most = permissions.MOST_NOTES_A_DAY
    assert permissions.may_comment(role, is_own=is_own, notes_today=most).reason is reason


def test_proposals_come_at_a_human_pace() -> None:
    most = permissions.MOST_PROPOSALS_A_DAY
    assert permissions.may_propose(most - 1).allowed
    assert permissions.may_propose(most).reason is R.TOO_MANY_TODAY


@pytest.mark.parametrize(("role", "before", "after"), list(product(ROLES, Proposal.State, Proposal.State)))
def test_a_proposal_follows_its_steps(role: Role, before: str, after: str) -> None:
    wanted = R.NOT_EDITOR if role is None else YES if after in STEPS[before] else R.NO_SUCH_STEP
    assert permissions.may_move(role, before, after).reason is wanted


def test_the_steps_lead_from_receipt_to_an_end() -> None:
    assert set(STEPS) == set(Proposal.State)
    reached, frontier = set(), {Proposal.State.RECEIVED}
    while frontier:
        reached |= frontier
        frontier = {after for state in frontier for after in STEPS[state]} - reached
    assert reached == set(Proposal.State)
    assert all(state not in after for state, after in STEPS.items())


def test_every_refusal_is_told() -> None:
    told = {reason for reason in Reason if Verdict(reason).said}
    assert set(SENTENCES) == told
    assert set(Reason) - told == {R.GRANTED, R.UNKNOWN}
