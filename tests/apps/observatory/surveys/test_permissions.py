"""Who may do what with surveys, case by case."""

import pytest

from cordee.apps.observatory.models import Survey
from cordee.apps.observatory.surveys import permissions
from cordee.apps.observatory.surveys.permissions import MOST_OPEN, Reason

OPEN, ASKED, PUBLISHED, DROPPED = (
    *(Survey.State.OPEN, Survey.State.ASKED, Survey.State.PUBLISHED, Survey.State.DROPPED),
)


def test_only_analysts_prepare():
    assert permissions.may_prepare(is_analyst=True).allowed
    assert permissions.may_prepare(is_analyst=False).reason is Reason.NOT_ANALYST


def test_surveys_are_not_begun_without_end():
    assert permissions.may_begin(MOST_OPEN - 1).allowed
    assert permissions.may_begin(MOST_OPEN).reason is Reason.TOO_MANY


@pytest.mark.parametrize("state", [ASKED, PUBLISHED, DROPPED])
def test_what_is_not_in_preparation_does_not_change(state):
    assert permissions.may_change(state).reason is Reason.NOT_OPEN
    assert permissions.may_ask(state, "Ana").reason is Reason.NOT_OPEN


def test_whoever_asks_has_a_name():
    assert permissions.may_ask(OPEN, "Ana").allowed
    assert permissions.may_ask(OPEN, "  ").reason is Reason.NO_NAME


@pytest.mark.parametrize("state", [OPEN, PUBLISHED, DROPPED])
def test_nothing_is_decided_when_nothing_waits(state):
    assert permissions.may_decide(state).reason is Reason.NOT_WAITING
    found = permissions.may_approve(state, is_own=False, name="Bo", prepared_by="Ana")
    assert found.reason is Reason.NOT_WAITING


@pytest.mark.parametrize(
    ("is_own", "name", "reason"),
    [
        (True, "Ana", Reason.OWN_REQUEST),
        (True, "Bo", Reason.OWN_REQUEST),
        (False, "", Reason.NO_NAME),
        (False, " ana ", Reason.SAME_NAME),
        (False, "Bo", Reason.GRANTED),
    ],
)
def test_two_people_with_two_names_publish(is_own, name, reason):
    found = permissions.may_approve(ASKED, is_own=is_own, name=name, prepared_by="Ana")
    assert found.reason is reason
    assert bool(found.said) is not found.allowed
