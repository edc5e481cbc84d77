"""Who may do what: the tables of truth, and the words of each refusal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cordee.apps.organisations.access import reason_words
from cordee.apps.organisations.models import RoleInvitation
from cordee.apps.organisations.permissions import (
    MOST_ALLIANCES,
    MOST_INVITATIONS,
    Reason,
    may_accept,
    may_describe_organisation,
    may_facilitate,
    may_found,
    may_give_up,
    may_invite,
    may_lose_membership,
    may_read,
    may_read_organisation,
    may_take_part,
)

NOW = timezone.now()


@pytest.mark.parametrize(
    ("kind", "reads", "takes_part", "facilitates"),
    [
        (None, Reason.UNKNOWN, Reason.UNKNOWN, Reason.UNKNOWN),
        ("", Reason.UNKNOWN, Reason.UNKNOWN, Reason.UNKNOWN),
        ("observer", Reason.GRANTED, Reason.ONLY_OBSERVES, Reason.NOT_FACILITATOR),
        ("member", Reason.GRANTED, Reason.GRANTED, Reason.NOT_FACILITATOR),
        ("facilitator", Reason.GRANTED, Reason.GRANTED, Reason.GRANTED),
    ],
)
def test_what_a_role_allows(kind: str | None, reads: Reason, takes_part: Reason, facilitates: Reason) -> None:
    assert (may_read(kind).reason, may_take_part(kind).reason, may_facilitate(kind).reason) == (
        reads,
        takes_part,
        facilitates,
    )


@pytest.mark.parametrize(
    ("kind", "facilitators", "reason"),
    [
        ("facilitator", 1, Reason.LAST_FACILITATOR),
        ("facilitator", 2, Reason.GRANTED),
        ("member", 1, Reason.GRANTED),
        ("observer", 1, Reason.GRANTED),
        (None, 1, Reason.UNKNOWN),
    ],
)
def test_the_last_who_runs_an_alliance_stays(kind: str | None, facilitators: int, reason: Reason) -> None:
    assert may_give_up(kind, facilitators).reason is reason


@pytest.mark.parametrize(
    ("kind", "waiting", "reason"),
    [
        ("facilitator", MOST_INVITATIONS - 1, Reason.GRANTED),
        ("facilitator", MOST_INVITATIONS, Reason.TOO_MANY_INVITATIONS),
        ("member", 0, Reason.NOT_FACILITATOR),
        (None, MOST_INVITATIONS, Reason.UNKNOWN),
    ],
)
def test_who_may_invite_and_how_many(kind: str | None, waiting: int, reason: Reason) -> None:
    assert may_invite(kind, waiting).reason is reason


@pytest.mark.parametrize(("already", "allowed"), [(0, True), (MOST_ALLIANCES - 1, True), (MOST_ALLIANCES, False)])
def test_how_many_alliances_one_person_may_run(already: int, allowed: bool) -> None:
    assert may_found(already).allowed is allowed


@pytest.mark.parametrize(
    ("changed", "kind", "reason"),
    [
        ({}, None, Reason.GRANTED),
        ({}, "observer", Reason.ALREADY_THERE),
        ({"accepted_at": NOW}, None, Reason.INVITATION_USED),
        ({"withdrawn_at": NOW}, None, Reason.INVITATION_WITHDRAWN),
        ({"expires_at": NOW}, None, Reason.INVITATION_OVER),
        ({"expires_at": NOW + timedelta(seconds=1)}, None, Reason.GRANTED),
        ({"accepted_at": NOW, "expires_at": NOW}, None, Reason.INVITATION_USED),
    ],
)
def test_an_invitation_is_accepted_once_until_its_last_day(
    changed: dict[str, object], kind: str | None, reason: Reason
) -> None:
    invitation = RoleInvitation(**{"expires_at": NOW + timedelta(days=1), **changed})
    assert may_accept(invitation, NOW, kind).reason is reason


def test_a_link_that_is_none_accepts_nothing() -> None:
    assert may_accept(None, NOW).reason is Reason.UNKNOWN


@pytest.mark.parametrize(
    ("membership", "facilitates", "has_admin", "allowed"),
    [
        ("admin", False, True, True),
        ("member", False, True, False),
        ("member", True, True, False),
        ("", True, True, False),
        ("", True, False, True),
        ("member", True, False, True),
        ("", False, False, False),
    ],
)
def test_who_may_describe_an_organisation(membership: str, facilitates: bool, has_admin: bool, allowed: bool) -> None:
    verdict = may_describe_organisation(membership, facilitates=facilitates, has_admin=has_admin)
    assert verdict.allowed is allowed
    assert verdict.reason in (Reason.GRANTED, Reason.NOT_ADMIN)


@pytest.mark.parametrize(
    ("membership", "shared", "allowed"),
    [("admin", False, True), ("member", False, True), ("", True, True), ("", False, False)],
)
def test_an_organisation_is_unknown_to_strangers(membership: str, shared: bool, allowed: bool) -> None:
    assert may_read_organisation(membership, in_a_shared_alliance=shared).allowed is allowed


@pytest.mark.parametrize(
    ("membership", "admins", "reason"),
    [
        ("admin", 1, Reason.LAST_ADMIN),
        ("admin", 2, Reason.GRANTED),
        ("member", 1, Reason.GRANTED),
        ("", 1, Reason.UNKNOWN),
    ],
)
def test_the_last_administrator_stays(membership: str, admins: int, reason: Reason) -> None:
    assert may_lose_membership(membership, admins).reason is reason


def test_every_reason_is_told_in_a_sentence() -> None:
    assert all(reason_words(reason).endswith(".") for reason in Reason)
