"""Navigation speaks the language on screen, and says which page is on screen."""

import re

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from cordee.apps.accounts.models import Account
from cordee.apps.home.navigation import ACTION, INFORMATION, NAVIGATION, describe, site
from cordee.config import urls as product


def test_the_page_on_screen_is_marked() -> None:
    found = describe(RequestFactory().get("/outils/"))
    assert {link.label: link.current for link in found.navigation} == {
        "Boussole": False,
        "Outils": True,
        "Apprendre": False,
        "Observatoire": False,
        "Chercher": False,
    }
    assert (found.action.label, found.action.url) == ("Se situer", "/diagnostic/")


def test_labels_and_addresses_follow_the_language() -> None:
    with override("en"):
        links = {link.label: link.url for link in describe(RequestFactory().get("/en/")).information}
    assert links["Your data"] == "/en/your-data/"
    assert links["Accessibility"] == "/en/accessibility/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "own", "account"),
    [("", ("Mes alliances", "/alliances/"), "/compte/"), ("/en", ("My alliances", "/en/alliances/"), "/en/account/")],
)
def test_whoever_is_in_finds_their_alliances_and_their_account(
    client: Client, prefix: str, own: tuple[str, str], account: str
) -> None:
    client.force_login(Account.objects.create_user("nour@example.org"))
    page = client.get(f"{prefix}/").content.decode()
    label, url = own
    assert re.search(rf'<a class="account-link" href="{url}"\s*>{label}</a>', page)
    assert f'href="{account}"' in page
    assert re.search(rf'<a class="account-link" href="{url}" aria-current="page">', client.get(url).content.decode())


def test_nobody_else_is_offered_an_account_page() -> None:
    assert "/compte/" not in {link.url for link in describe(RequestFactory().get("/")).information}


def test_the_site_is_described_only_when_a_layout_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("cordee.apps.home.navigation.describe", lambda request: asked.append(request) or "described")
    context = site(RequestFactory().get("/"))
    assert asked == []
    assert str(context["site"]) == "described"
    assert len(asked) == 1


def test_no_page_is_offered_twice_in_one_place() -> None:
    for entries in (NAVIGATION, INFORMATION):
        assert len({entry.route for entry in entries}) == len(entries)
    assert ACTION.route not in {entry.route for entry in NAVIGATION}


def test_every_room_has_its_addresses_behind_the_language() -> None:
    known_by_heart = {"cordee.apps.home.discovery.urls", "cordee.apps.editorial.desk_urls"}
    *others, rooms = product.urlpatterns
    assert {one.urlconf_module.__name__ for one in others} == known_by_heart
    assert len(rooms.url_patterns) > 10, "one list of patterns, with the language before them all"
