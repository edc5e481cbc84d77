"""The language switch keeps the page, its query and its words in the address."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from cordee.apps.ui.languages import LanguageLink, language_links


def links(path: str, language: str) -> dict[str, LanguageLink]:
    with override(language):
        return {link.code: link for link in language_links(RequestFactory().get(path))}


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("/", "/en/"),
        ("/vos-donnees/", "/en/your-data/"),
        ("/a-propos/?de=accueil&n=2", "/en/about/?de=accueil&n=2"),
        ("/composants/", "/en/components/"),
    ],
)
def test_the_same_page_in_both_languages(french: str, english: str) -> None:
    for path, language in ((french, "fr"), (english, "en")):
        found = links(path, language)
        assert (found["fr"].url, found["en"].url) == (french, english)
        assert {code for code, link in found.items() if link.current} == {language}


@pytest.mark.parametrize(("path", "language"), [("/nulle-part/", "fr"), ("/en/nowhere/", "en")])
def test_an_unknown_page_leads_to_the_front_pages(path: str, language: str) -> None:
    found = links(path, language)
    assert (found["fr"].url, found["en"].url) == ("/", "/en/")


def test_each_language_is_named_by_its_speakers() -> None:
    assert [link.name for link in links("/", "en").values()] == ["Français", "English"]
