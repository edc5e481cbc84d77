"""The pages of the product become pages of editors: the same words, made once, followed while nobody changed them."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from cordee.apps.editorial.models import NewsIndex, ProsePage, SeededPage, Shelf
from cordee.apps.editorial.seeding import Outcome, Seed, sow
from cordee.apps.home.prose import TEMPLATES
from cordee.apps.home.seeds import news_seed, prose_seeds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sown_once")]

PAIRS = [
    ("/a-propos/", "/en/about/"),
    ("/notre-methode/", "/en/our-method/"),
    ("/mentions-legales/", "/en/legal-notice/"),
    ("/vos-donnees/", "/en/your-data/"),
    ("/accessibilite/", "/en/accessibility/"),
]
EVERY = [path for pair in PAIRS for path in pair]


def words(html: str) -> str:
    """What is read in the main part of a page, spaces aside."""
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).replace(" .", ".").strip()


def get(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def changed(seed: Seed, words: str = "Un titre qui a changé") -> Seed:
    """The same page in a later version of the product."""
    return replace(seed, texts={lang: replace(text, title=f"{words} ({lang})") for lang, text in seed.texts.items()})


def later(change: Callable[[Seed], Seed]) -> dict[str, Outcome]:
    """Sow what a later version of the product brings."""
    return sow(map(change, prose_seeds()), news_seed())


def test_a_sown_page_says_word_for_word_what_the_template_says() -> None:
    assert ProsePage.objects.live().count() == len(EVERY)
    sown_words = {path: words(get(path)) for path in EVERY}
    ProsePage.objects.update(live=False)
    assert {path: words(get(path)) for path in EVERY} == sown_words


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_page_has_its_translation_that_a_translator_can_go_on_with(key: str) -> None:
    french = ProsePage.objects.get(key=key, locale__language_code="fr")
    english = ProsePage.objects.get(key=key, locale__language_code="en")
    translation = Translation.objects.get(source__object_id=french.translation_key)
    done, total = translation.get_progress()
    assert french.translation_key == english.translation_key
    assert done == total > 3


def test_links_lead_to_pages_in_the_language_of_the_page() -> None:
    html = get("/en/our-method/")
    assert 'href="/en/diagnosis/method/"' in html
    assert 'href="/diagnostic/' not in html.split("<main", 1)[1].split("</main>")[0]


def test_sowing_again_changes_nothing() -> None:
    before = sorted(Page.objects.values_list("pk", "latest_revision"))
    assert set(later(lambda seed: seed).values()) == {Outcome.KEPT}
    assert sorted(Page.objects.values_list("pk", "latest_revision")) == before


def test_an_untouched_page_follows_the_product_in_both_languages() -> None:
    assert later(changed)["about"] is Outcome.FOLLOWED
    assert "Un titre qui a changé (fr)" in get("/a-propos/")
    assert "Un titre qui a changé (en)" in get("/en/about/")
    assert ProsePage.objects.filter(key="about").count() == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_that_an_editor_changed_in_either_language_is_never_overwritten(lang: str) -> None:
    page = ProsePage.objects.get(key="about", locale__language_code=lang)
    page.title = "Ce que nous sommes"
    page.save_revision().publish()
    assert later(changed)["about"] is Outcome.KEPT
    assert "Ce que nous sommes" in get("/a-propos/" if lang == "fr" else "/en/about/")


def test_a_draft_is_a_change_too() -> None:
    page = ProsePage.objects.get(key="legal", locale__language_code="fr")
    page.title = "Brouillon"
    page.save_revision()
    assert later(changed)["legal"] is Outcome.KEPT
    assert page.get_latest_revision().as_object().title == "Brouillon"


def test_a_page_taken_offline_gives_its_place_back_to_the_template() -> None:
    ProsePage.objects.get(key="about", locale__language_code="fr").unpublish()
    html = get("/a-propos/")
    assert "Des personnes qui grimpent attachées à la même corde" in html
    assert later(lambda seed: seed)["about"] is Outcome.KEPT


def test_a_deleted_page_does_not_come_back() -> None:
    ProsePage.objects.filter(key="about").first().delete()  # type: ignore[union-attr]
    assert later(changed)["about"] is Outcome.KEPT
    assert ProsePage.objects.filter(key="about", locale__language_code="fr").count() == 0


def test_what_the_settings_say_stays_true_when_they_change(settings: Any) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Le Val", "bonjour@le-val.example"
    settings.HOST_NAME, settings.VISITOR_RETENTION_DAYS = "Serres & fils, Lyon", 30
    assert "Ce site est exploité par Le Val." in get("/a-propos/")
    assert "Ce site est hébergé par Serres &amp; fils, Lyon." in get("/mentions-legales/")
    assert "30\xa0jours après votre dernière réponse" in get("/vos-donnees/")
    assert "30 days after your last answer" in get("/en/your-data/")


def test_the_site_of_wagtail_becomes_ours_and_its_welcome_goes(settings: Any) -> None:
    settings.PUBLIC_URL = "https://cordee.example.org"
    later(lambda seed: seed)
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("cordee.example.org", 443)
    assert site.root_page.specific == Shelf.objects.get(locale__language_code="fr")
    assert not Page.objects.filter(slug="home").exists()
    assert NewsIndex.objects.get(locale__language_code="en").full_url == "https://cordee.example.org/en/news/"


def test_the_command_says_what_became_of_each_page(capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    SeededPage.objects.filter(key="news").delete()
    NewsIndex.objects.get(locale__language_code="en").delete()
    NewsIndex.objects.get(locale__language_code="fr").delete()
    call_command("load_pages")
    said = capsys.readouterr().out
    assert "news: made." in said
    assert "about: left as it is." in said
