"""Every address of the plan, taken from the map: who reads, who writes, and the reason when it stays closed."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from tests.apps.evidence.files import upload
from tests.apps.party import WHO, Party, new_party

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import RoleKind
from cordee.apps.organisations.permissions import Reason
from cordee.apps.plans import operations, permissions
from cordee.apps.plans.models import Action, ActionEvent, RefusedAdvice
from cordee.apps.plans.permissions import MOST_ACTIONS
from cordee.apps.plans.urls import urlpatterns

pytestmark = pytest.mark.django_db
Add = Callable[..., Action]

READ = {"plan", "calendar", "table", "refusals", "action", "action-calendar"}
WRITTEN_ON_PAGES = {"add", "edit"}
POST_ONLY = {"status", "attach", "withdraw-refusal"}
WRITE = WRITTEN_ON_PAGES | POST_ONLY
ROUTES = {pattern.name: pattern for pattern in urlpatterns}
READS = {"facilitator": 200, "member": 200, "observer": 200, "stranger": 404, "anonymous": 302}
SEES_FORM = {"facilitator": 200, "member": 200, "observer": 403, "stranger": 404, "anonymous": 302}
WRITES = {"facilitator": 302, "member": 302, "observer": 403, "stranger": 404, "anonymous": 302}


@pytest.fixture
def refused(party: Party) -> RefusedAdvice:
    return operations.refuse_advice(party.alliance, party.member, uuid.UUID(int=7), "clarity-1", "Déjà fait")


def address(name: str, party: Party, action: Action, refused: RefusedAdvice) -> str:
    values = {"alliance": party.alliance.public, "action": action.public, "refused": refused.pk}
    return reverse(f"plans:{name}", kwargs={key: values[key] for key in ROUTES[name].pattern.converters})


def posted(name: str, action: Action) -> dict[str, Any]:
    """What a form of the plan sends."""
    return {
        "add": {"title": "Nouvelle action"},
        "edit": {"title": "Autre titre", "version": action.version},
        "status": {"status": "done"},
        "attach": {"file": upload()},
        "withdraw-refusal": {},
    }[name]


def traces() -> tuple[int, int, int]:
    return Action.objects.count(), ActionEvent.objects.count(), RefusedAdvice.objects.count()


def test_the_map_holds_what_this_test_knows() -> None:
    assert set(ROUTES) == READ | WRITE


@pytest.mark.parametrize("who", WHO)
class TestEveryone:
    @pytest.mark.parametrize("name", sorted(READ))
    def test_reads_or_not(self, party: Party, action: Action, refused: RefusedAdvice, who: str, name: str) -> None:
        answer = party.client(who).get(address(name, party, action, refused))
        assert answer.status_code == READS[who]
        if who == "anonymous":
            assert "next=" in answer["Location"]
        else:
            assert answer["Cache-Control"].startswith("no-store")

    @pytest.mark.parametrize("name", sorted(WRITTEN_ON_PAGES))
    def test_sees_a_form_or_not(
        self, party: Party, action: Action, refused: RefusedAdvice, who: str, name: str
    ) -> None:
        assert party.client(who).get(address(name, party, action, refused)).status_code == SEES_FORM[who]

    @pytest.mark.parametrize("name", sorted(WRITE))
    def test_writes_or_not(self, party: Party, action: Action, refused: RefusedAdvice, who: str, name: str) -> None:
        before = traces()
        answer = party.client(who).post(address(name, party, action, refused), posted(name, action))
        assert answer.status_code == WRITES[who]
        assert (traces() != before) is (who in ("facilitator", "member"))

    @pytest.mark.parametrize("name", sorted(WRITE))
    def test_never_without_the_protection_of_forms(
        self, party: Party, action: Action, refused: RefusedAdvice, who: str, name: str
    ) -> None:
        before = traces()
        client = party.client(who, enforce_csrf_checks=True)
        answer = client.post(address(name, party, action, refused), posted(name, action))
        assert answer.status_code in (302, 403)
        assert traces() == before


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_what_changes_something_is_not_done_by_following_a_link(
    party: Party, action: Action, refused: RefusedAdvice, name: str
) -> None:
    before = traces()
    assert party.client("member").get(address(name, party, action, refused)).status_code == 405
    assert traces() == before


@pytest.mark.parametrize("name", sorted(set(ROUTES) - {"plan", "calendar", "table", "add", "refusals"}))
def test_what_belongs_to_another_alliance_does_not_exist_here(
    action: Action, refused: RefusedAdvice, name: str
) -> None:
    other = new_party()
    client, url = other.client("facilitator"), address(name, other, action, refused)
    before = traces()
    answer: HttpResponse = client.post(url, posted(name, action)) if name in WRITE else client.get(url)  # type: ignore[assignment]
    assert answer.status_code == 404
    assert traces() == before


@pytest.mark.parametrize("name", sorted(READ | WRITTEN_ON_PAGES))
def test_the_english_address_opens_too(party: Party, action: Action, refused: RefusedAdvice, name: str) -> None:
    with translation.override("en"):
        url = address(name, party, action, refused)
    assert url.startswith("/en/alliances/")
    assert party.client("member").get(url).status_code == 200


def test_an_owner_named_by_address_has_no_access_by_it(party: Party, action: Action, refused: RefusedAdvice) -> None:
    owner = Account.objects.create_user(action.owner_email)
    client = party.client("anonymous")
    client.force_login(owner)
    for name in READ:
        assert client.get(address(name, party, action, refused)).status_code == 404


def test_addresses_are_shown_to_those_who_write_and_not_to_those_who_observe(
    party: Party, action: Action, refused: RefusedAdvice
) -> None:
    for name in ("action", "table", "plan", "calendar", "action-calendar"):
        url = address(name, party, action, refused)
        assert b"ada@example.org" not in party.client("observer").get(url).content
    for name in ("action", "table"):
        assert b"ada@example.org" in party.client("member").get(address(name, party, action, refused)).content


def test_an_observer_is_told_why_and_what_to_do(party: Party) -> None:
    page = party.client("observer").get(reverse("plans:add", args=[party.alliance.public])).content.decode()
    assert "Votre rôle est d’observer" in page
    assert "changer votre rôle" in page


class TestVerdicts:
    @pytest.mark.parametrize(
        ("kind", "reads", "writes"),
        [
            (RoleKind.FACILITATOR, Reason.GRANTED, Reason.GRANTED),
            (RoleKind.MEMBER, Reason.GRANTED, Reason.GRANTED),
            (RoleKind.OBSERVER, Reason.GRANTED, Reason.ONLY_OBSERVES),
            (None, Reason.UNKNOWN, Reason.UNKNOWN),
        ],
    )
    def test_by_role(self, kind: RoleKind | None, reads: Reason, writes: Reason) -> None:
        assert permissions.may_read(kind).reason is reads
        assert permissions.may_write(kind).reason is writes

    def test_a_plan_has_an_end(self) -> None:
        assert permissions.may_add(MOST_ACTIONS - 1).allowed
        assert permissions.may_add(MOST_ACTIONS).reason is Reason.NO_ROOM
