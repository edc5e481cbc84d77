"""Who may do what with a session: every role against every state."""

import pytest

from cordee.apps.meetings import permissions
from cordee.apps.meetings.permissions import Kind, Permission, Reason, State

TABLE = """
# who          state     arrange          open             lead
stranger       prepared  unknown          unknown          unknown
observer       prepared  not_facilitator  not_facilitator  not_facilitator
member         open      not_facilitator  not_facilitator  not_facilitator
facilitator    prepared  granted          granted          not_opened
facilitator    open      opened           granted          granted
facilitator    closed    over             over             over
"""
ROWS = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]
VERBS: tuple[Permission, ...] = (permissions.may_arrange, permissions.may_open, permissions.may_lead)


@pytest.mark.parametrize(("who", "state", "reasons"), [(row[0], row[1], row[2:]) for row in ROWS])
def test_each_role_in_each_state(who: str, state: str, reasons: list[str]) -> None:
    kind: Kind = None if who == "stranger" else who
    found = [verb(kind, State(state)).reason for verb in VERBS]
    assert found == [Reason(reason) for reason in reasons]


@pytest.mark.parametrize(
    ("kind", "reading", "running"),
    [
        (None, Reason.UNKNOWN, Reason.UNKNOWN),
        ("observer", Reason.GRANTED, Reason.NOT_FACILITATOR),
        ("member", Reason.GRANTED, Reason.NOT_FACILITATOR),
        ("facilitator", Reason.GRANTED, Reason.GRANTED),
    ],
)
def test_every_role_reads_and_one_runs(kind: Kind, reading: Reason, running: Reason) -> None:
    assert permissions.may_read(kind).reason is reading
    assert permissions.may_run(kind).reason is running


@pytest.mark.parametrize(
    ("kind", "published", "nothing_shown", "reason"),
    [
        ("facilitator", True, False, Reason.GRANTED),
        ("facilitator", True, True, Reason.NOTHING_SHOWN),
        ("facilitator", False, False, Reason.NOT_PUBLISHED),
        ("member", False, True, Reason.NOT_FACILITATOR),
        (None, True, False, Reason.UNKNOWN),
    ],
)
def test_a_session_is_prepared_on_what_is_published(
    kind: Kind, published: bool, nothing_shown: bool, reason: Reason
) -> None:
    assert permissions.may_prepare(kind, published=published, nothing_shown=nothing_shown).reason is reason


@pytest.mark.parametrize(
    ("state", "one_is_open", "counted", "reason"),
    [
        (State.OPEN, False, False, Reason.GRANTED),
        (State.OPEN, True, False, Reason.BALLOT_OPEN),
        (State.OPEN, False, True, Reason.COUNTED),
        (State.PREPARED, False, False, Reason.NOT_OPENED),
        (State.CLOSED, True, True, Reason.OVER),
    ],
)
def test_one_ballot_at_a_time_and_one_count_an_item(
    state: State, one_is_open: bool, counted: bool, reason: Reason
) -> None:
    assert permissions.may_open_ballot(state, one_is_open=one_is_open, counted=counted).reason is reason


@pytest.mark.parametrize(
    ("state", "open_", "reason"),
    [
        (State.OPEN, True, Reason.GRANTED),
        (State.OPEN, False, Reason.BALLOT_CLOSED),
        (State.PREPARED, True, Reason.NOT_OPENED),
        (State.CLOSED, True, Reason.OVER),
    ],
)
def test_a_phone_votes_while_the_ballot_is_open(state: State, open_: bool, reason: Reason) -> None:
    assert permissions.may_vote(state, ballot_is_open=open_).reason is reason
