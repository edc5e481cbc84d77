"""Every address of the facilitator, taken from the map of addresses, opens to whom it should and says why to others."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.apps.campaigns.preparing.conftest import House, circle, in_state

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Seat
from cordee.apps.campaigns.operations import inviting, preparation
from cordee.apps.campaigns.urls import facilitator
from cordee.apps.organisations.models import Alliance, Organisation, Partner
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]

ROUTES = {str(pattern.name): pattern for pattern in facilitator}
POST_ONLY = {"uninvite", "again", "replace", "circle_link", "remind", "next"}
OF_ALLIANCE = {"campaigns", "begin"}
FOR_EVERY_ROLE = {"campaigns", "campaign"}
# In which states a page opens to a facilitator; the others answer 409, with the reason.
DRAFT, LIVE, WITH_PEOPLE = ("draft",), ("scheduled", "open"), ("draft", "scheduled", "open")
LAUNCHED = ("scheduled", "open", "overdue", "closed")
EVERY = (*WITH_PEOPLE, "overdue", "closed", "cancelled")
STATES = {
    **dict.fromkeys(("title", "circles", "topics", "regime", "days", "words", "discard", "launch", "uninvite"), DRAFT),
    **dict.fromkeys(("people", "person", "person_paper", "links", "circle_link", "qr"), WITH_PEOPLE),
    **dict.fromkeys(("sheet", "paper", "letter", "question"), WITH_PEOPLE),
    **dict.fromkeys(("again", "replace", "last_day", "cancel"), LIVE),
    "remind": ("open",),
    "counts": LAUNCHED,
    "next": (),
    "campaign": EVERY,
    "campaigns": EVERY,
    "begin": ("cancelled",),
}


def address(campaign: Campaign, name: str) -> str:
    invitee = campaign.invitees.order_by("pk").first()
    circle = campaign.circles.order_by("pk").first()
    assert invitee is not None
    assert circle is not None
    values = {
        "alliance": campaign.alliance.public,
        "campaign": campaign.public,
        "invitee": invitee.public,
        "circle": circle.public,
        "position": 1,
    }
    wanted = {key: values[key] for key in ROUTES[name].pattern.converters}
    return reverse(f"campaigns:{name}", kwargs=wanted)


def ask(client: Client, name: str, url: str) -> HttpResponse:
    answer: Any = client.post(url) if name in POST_ONLY else client.get(url)
    return answer


def everything() -> tuple[object, ...]:
    return tuple(
        list(model.objects.order_by("pk").values()) for model in (Campaign, CampaignCircle, Invitee, Seat, Letter)
    )


def test_the_map_holds_what_this_test_knows() -> None:
    assert set(ROUTES) == set(STATES)
    assert len(ROUTES) >= 28


@pytest.mark.parametrize("name", sorted(ROUTES))
class TestEveryAddress:
    def test_leads_the_anonymous_to_the_door(self, ready: Campaign, as_: SignIn, name: str) -> None:
        before = everything()
        answer = ask(as_("anonymous"), name, address(ready, name))
        assert answer.status_code == 302
        assert "next=" in answer["Location"]
        assert everything() == before

    def test_is_not_there_for_a_stranger(self, ready: Campaign, as_: SignIn, name: str) -> None:
        before = everything()
        answer = ask(as_("stranger"), name, address(ready, name))
        assert answer.status_code == 404
        assert "Alliance des crêtes" not in answer.content.decode()
        assert everything() == before

    @pytest.mark.parametrize("who", ["member", "observer"])
    def test_is_the_facilitators_own(self, launched: Campaign, as_: SignIn, name: str, who: str) -> None:
        before = everything()
        answer = ask(as_(who), name, address(launched, name))
        if name in FOR_EVERY_ROLE:
            assert answer.status_code == 200
        else:
            assert answer.status_code == 403
            assert "animent" in answer.content.decode()
        assert everything() == before

    @pytest.mark.parametrize("state", EVERY)
    def test_opens_to_the_facilitator_in_its_states(self, ready: Campaign, as_: SignIn, name: str, state: str) -> None:
        campaign = in_state(ready, state)
        CampaignCircle.objects.filter(pk=campaign.circles.order_by("pk")[0].pk).update(open_link=True)
        answer = ask(as_("facilitator"), name, address(campaign, name))
        expected = (200, 302) if state in STATES[name] else (409,)
        assert answer.status_code in expected
        assert answer["Cache-Control"].startswith("no-store")
        assert "noindex" in answer["X-Robots-Tag"]


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_what_changes_something_is_not_done_by_following_a_link(launched: Campaign, as_: SignIn, name: str) -> None:
    before = everything()
    assert as_("facilitator").get(address(launched, name)).status_code == 405
    assert everything() == before


@pytest.mark.parametrize("name", sorted(set(ROUTES) - POST_ONLY))
def test_looking_changes_nothing(ready: Campaign, as_: SignIn, name: str) -> None:
    before = everything()
    as_("facilitator").get(address(ready, name))
    assert everything() == before


@pytest.mark.parametrize("who", ["member", "observer"])
def test_a_draft_is_seen_by_facilitators_only(ready: Campaign, as_: SignIn, who: str) -> None:
    assert as_(who).get(address(ready, "campaign")).status_code == 403
    assert ready.title not in as_(who).get(address(ready, "campaigns")).content.decode()


@pytest.fixture
def another(house: House, ready: Campaign) -> Campaign:
    """A campaign of another alliance, with someone invited."""
    alliance = Alliance.objects.get(name="Une autre alliance")
    partner = Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name="Ailleurs"))
    made = preparation.begin(alliance, house.stranger, title="Ailleurs", form="express", release=ready.release)
    inviting.invite(made, [inviting.Person("Eux", "eux@example.org", circle(made, "steering"), partner, "fr")])
    return made


@pytest.mark.parametrize("name", ["uninvite", "person_paper"])
def test_a_person_of_another_campaign_is_not_found_under_mine(
    ready: Campaign, another: Campaign, as_: SignIn, name: str
) -> None:
    theirs = another.invitees.get()
    url = reverse(f"campaigns:{name}", args=[ready.public, theirs.public])
    assert ask(as_("facilitator"), name, url).status_code == 404
    assert Invitee.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("name", ["circle_link", "qr", "sheet", "paper"])
def test_a_circle_of_another_campaign_is_not_found_under_mine(
    ready: Campaign, another: Campaign, as_: SignIn, name: str
) -> None:
    theirs = another.circles.order_by("pk")[0]
    url = reverse(f"campaigns:{name}", args=[ready.public, theirs.public])
    assert ask(as_("facilitator"), name, url).status_code == 404
