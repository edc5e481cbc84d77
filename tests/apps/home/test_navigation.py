"""Navigation offers what exists, in the language on screen, and says which page is on screen."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import include, path
from django.utils.translation import override

from cordee.apps.home.navigation import ACTION, INFORMATION, NAVIGATION, Entry, address, describe, existing, site
from cordee.config import urls as product


def nothing(request: object) -> HttpResponse:
    return HttpResponse("")


rooms = ([path("commencer/", nothing, name="start"), path("exemple/", nothing, name="example")], "diagnosis")
urlpatterns = [path("", include(rooms, namespace="diagnosis")), path("", include("cordee.apps.home.urls"))]


def test_a_section_that_is_not_served_is_not_offered() -> None:
    assert existing((Entry("nowhere:at-all", "Rien"), Entry("home:about", "À propos")), "/") == existing(
        (Entry("home:about", "À propos"),), "/"
    )
    assert address("nowhere:at-all") == ""


@override_settings(ROOT_URLCONF=__name__)
def test_sections_appear_as_soon_as_they_are_served() -> None:
    found = describe(RequestFactory().get("/exemple/"))
    assert [link.label for link in found.navigation] == ["Un exemple", "Vos données"]
    assert [link.current for link in found.navigation] == [True, False]
    assert found.action is not None
    assert found.action.url == "/commencer/"


def test_labels_and_addresses_follow_the_language() -> None:
    with override("en"):
        links = {link.label: link.url for link in describe(RequestFactory().get("/en/")).information}
    assert links["Your data"] == "/en/your-data/"
    assert links["Accessibility"] == "/en/accessibility/"


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


def test_every_room_has_its_addresses_in_the_root() -> None:
    assert len(product.urlpatterns) == 1, "one list of patterns, with the language before them all"
