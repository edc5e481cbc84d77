"""Two people in the same second: an alliance keeps someone to run it, a link serves once, no change is overwritten."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from tests.apps.world import World, build_world

from cordee.apps.organisations import queries
from cordee.apps.organisations.concurrency import ChangedMeanwhile
from cordee.apps.organisations.models import Alliance, AllianceRole, RoleInvitation
from cordee.apps.organisations.operations import alliances, organisations, people
from cordee.apps.organisations.operations.people import Offer
from cordee.apps.organisations.permissions import Reason

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db: None) -> World:
    return build_world()


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """Do several things in the same second, each with a connection of its own."""

    def alone(one: Callable[[], Any]) -> Any:
        try:
            return one()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(alone, work))


def test_two_who_run_an_alliance_cannot_both_leave_it(world: World) -> None:
    AllianceRole.objects.filter(pk=world.roles["member"].pk).update(kind="facilitator")
    leaving = [world.roles["member"], world.roles["facilitator"]]
    verdicts = at_once(*(lambda role=role: people.end_role(role) for role in leaving))
    assert sorted(verdict.reason for verdict in verdicts) == [Reason.GRANTED, Reason.LAST_FACILITATOR]
    assert queries.facilitator_count(world.alliance) == 1


def test_two_administrators_cannot_both_leave_the_record(world: World) -> None:
    organisations.admit(world.organisation, world.accounts["member"], "admin")
    leaving = [world.accounts["member"], world.accounts["facilitator"]]
    verdicts = at_once(*(lambda who=who: organisations.dismiss(world.organisation, who) for who in leaving))
    assert sorted(verdict.reason for verdict in verdicts) == [Reason.GRANTED, Reason.LAST_ADMIN]


def test_two_people_with_one_link_get_one_role(world: World) -> None:
    people.invite(world.alliance, world.accounts["facilitator"], Offer("a@example.org", "member", "fr"))
    invitation = RoleInvitation.objects.get()
    newcomers = [type(world.accounts["stranger"]).objects.create_user(f"{n}@example.org") for n in range(3)]
    verdicts = at_once(*(lambda who=who: people.accept(invitation, who) for who in newcomers))
    assert sorted(verdict.reason for verdict in verdicts) == [
        Reason.GRANTED,
        Reason.INVITATION_USED,
        Reason.INVITATION_USED,
    ]
    assert world.alliance.roles.count() == 4


def test_of_two_changes_to_one_version_one_is_written_and_the_other_told(world: World) -> None:
    def change(words: str) -> str:
        try:
            alliances.describe(Alliance.objects.get(pk=world.alliance.pk), 1, {"purpose": words})
        except ChangedMeanwhile as told:
            return str(told.current.purpose)
        return ""

    told = at_once(*(lambda words=words: change(words) for words in ("une", "deux")))
    kept = Alliance.objects.get(pk=world.alliance.pk)
    assert sorted(told) == ["", kept.purpose]
    assert kept.version == 2
