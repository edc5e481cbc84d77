"""Who may open what at the door: every address of the room, for somebody who is in and for somebody who is not."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override
from django_htmx.middleware import HtmxDetails
from tests.apps.accounts.conftest import Visitor

from cordee.apps.accounts.access import signed_in

OPEN = {"connexion/", "connexion/code/", "deconnexion/", "ferme/"}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> list[str]:
    """Return every address under /compte/, with 1 in the place of numbers."""
    found = []
    for one in patterns:
        path = prefix + str(one.pattern)
        found += addresses(one.url_patterns, path) if isinstance(one, URLResolver) else [path]
    return found


def all_addresses() -> list[str]:
    with override("fr"):
        every = addresses(get_resolver().url_patterns)
    return sorted({path for path in every if path.startswith("compte/")})


def filled(path: str) -> str:
    """Return an address that can be asked for."""
    return "/" + path.replace("<int:pk>", "1").replace("<slug:provider_id>", "nobody")


@pytest.mark.parametrize("path", [path for path in all_addresses() if path.removeprefix("compte/") not in OPEN])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_led_to_the_door(client: Client, path: str, method: str) -> None:
    response = getattr(client, method)(filled(path))
    if response.status_code == 405:
        return
    assert response.status_code in (302, 404), response.status_code
    if response.status_code == 302:
        assert response.url.startswith("/compte/connexion/")


@pytest.mark.parametrize("path", all_addresses())
def test_no_address_fails_for_whoever_is_in(inside: Visitor, path: str) -> None:
    assert inside.client.get(filled(path)).status_code in (200, 302, 404, 405)


@pytest.mark.parametrize("name", ["password/change/", "password/set/", "password/reset/", "mot-de-passe/", "signup/"])
def test_there_is_no_page_of_passwords(client: Client, name: str) -> None:
    assert client.get(f"/compte/{name}").status_code == 404
    assert client.get(f"/en/account/{name}").status_code == 404


def asked(path: str, *, user: object, **headers: str) -> HttpResponse:
    """Ask a page that is for accounts only."""

    @signed_in
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("inside")

    request = RequestFactory().get(path, headers=headers)
    request.user = user
    request.htmx = HtmxDetails(request)
    return page(request)


class Somebody:
    is_authenticated = True


class Nobody:
    is_authenticated = False


def test_whoever_is_in_sees_the_page_that_no_cache_keeps() -> None:
    response = asked("/alliances/", user=Somebody())
    assert response.content == b"inside"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("lang", "door"), [("fr", "/compte/connexion/"), ("en", "/en/account/sign-in/")])
def test_the_way_in_leads_back_in_the_language_of_the_page(lang: str, door: str) -> None:
    with override(lang):
        response = asked("/alliances/?page=2", user=Nobody())
    assert response["Location"] == f"{door}?next=%2Falliances%2F%3Fpage%3D2"


def test_a_part_of_a_page_sends_the_whole_page_to_the_door() -> None:
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/alliances/"}
    response = asked("/alliances/part/", user=Nobody(), **headers)
    assert response.status_code == 204
    assert response["HX-Redirect"] == "/compte/connexion/?next=%2Falliances%2F"


def test_the_header_says_whether_one_is_in(client: Client, inside: Visitor) -> None:
    assert "Se connecter" in Client().get("/").content.decode()
    page = inside.client.get("/").content.decode()
    assert "Mes alliances" in page
    assert "Se connecter" not in page
