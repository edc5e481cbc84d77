"""The gallery shows every state, in both languages, and says that its content is invented."""

import re

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title", "warning"),
    [("/composants/", "Les composants", "sont inventés"), ("/en/components/", "The components", "are invented")],
)
def test_the_gallery_in_both_languages(client: Client, path: str, title: str, warning: str) -> None:
    page = client.get(path).content.decode()
    assert title in page
    assert warning in page
    assert page.count("<svg") > 40


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/composants/", "/en/components/"])
def test_identifiers_are_unique_in_the_page(client: Client, path: str) -> None:
    found = re.findall(r'\sid="([^"]+)"', client.get(path).content.decode())
    assert len(found) > 30
    assert sorted(found) == sorted(set(found))


@pytest.mark.django_db
def test_the_english_gallery_has_no_french_left(client: Client) -> None:
    page = client.get("/en/components/").content.decode()
    assert re.findall(r">([^<>{}]*[éèêàçù][^<>{}]*)<", page.replace("Cordée", "")) == []
