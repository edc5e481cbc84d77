"""What readers see: free pages, the news, their feed and their pieces, in the language in which they exist."""

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from tests.apps.editorial.making import article, free_page, image
from wagtail_localize.models import Translation, TranslationSource

from cordee.apps.editorial.blocks import Body, check_address
from cordee.apps.editorial.models import Article, NewsIndex
from cordee.apps.editorial.prose_reading import UnreadablePage, read
from cordee.apps.editorial.text_table import rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sown_once")]
ATOM = "{http://www.w3.org/2005/Atom}"


def get(path: str, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status
    return str(answer.content.decode())


def in_english(page: Article) -> Article:
    """Publish the English of an article, left in French for the words nobody has translated."""
    english = type(page)._meta.get_field("locale").related_model.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=english)
    made, _created = source.create_or_update_translation(english, publish=False, fallback=True)
    made.slug = "some-news"
    made.save_revision().publish()
    return Article.objects.get(pk=made.pk)


def test_without_any_news_the_list_says_what_will_be_there() -> None:
    assert "Rien de nouveau pour l’instant" in get("/actualites/")
    assert "Nothing new for now" in get("/en/news/")


def test_a_list_that_was_never_published_says_it_too() -> None:
    NewsIndex.objects.update(live=False)
    assert "Rien de nouveau pour l’instant" in get("/actualites/")


def test_news_are_listed_newest_first_with_their_day() -> None:
    article("La première", date(2026, 1, 5))
    article("La seconde", date(2026, 2, 5))
    html = get("/actualites/")
    assert html.index("La seconde") < html.index("La première")
    assert '<time datetime="2026-02-05">' in html


def test_a_long_list_is_read_in_parts() -> None:
    for number in range(21):
        article(f"Numéro {number}", date(2026, 1, 1 + number))
    assert "Numéro 20" in get("/actualites/")
    assert "Plus anciennes" in get("/actualites/")
    assert "Numéro 0" in get("/actualites/?page=2")
    assert "Numéro 0" in get("/actualites/?page=999")
    assert "Numéro 20" in get("/actualites/?page=x")


def test_an_article_tells_where_it_stands_and_leads_back() -> None:
    html = get(article("Un nouvel outil").get_url() or "")
    assert re.search(r"<title>Un nouvel outil · Cordée</title>", html)
    assert '"@type": "BreadcrumbList"' in html
    assert html.count('href="/actualites/"') >= 2


def test_an_article_in_one_language_claims_no_twin() -> None:
    html = get(f"/actualites/{article().slug}/")
    assert 'hreflang="en" href' not in html.split("</head>")[0]
    assert re.search(r'<a class="language" href="/en/" hreflang="en"', html)
    get(f"/en/news/{article('Autre').slug}/", 404)


def test_a_translated_article_and_its_source_point_to_each_other() -> None:
    page = article("Une nouvelle")
    made = in_english(page)
    assert made.address() == "/en/news/some-news/"
    for path in (page.address(), made.address()):
        head = get(path).split("</head>")[0]
        assert f'hreflang="fr" href="http://127.0.0.1:8000{page.address()}"' in head
        assert f'hreflang="en" href="http://127.0.0.1:8000{made.address()}"' in head


def test_a_draft_is_seen_by_nobody() -> None:
    page = article("Secret")
    page.unpublish()
    get(f"/actualites/{page.slug}/", 404)
    assert "Secret" not in get("/actualites/")
    assert "Secret" not in get("/actualites/atom.xml")
    assert "secret" not in get("/sitemap.xml")


def test_the_feed_of_the_news_is_atom_with_whole_addresses(settings: Any) -> None:
    settings.PUBLIC_URL = "https://cordee.example.org"
    article("Un & deux", date(2026, 4, 1))
    feed = ET.fromstring(get("/actualites/atom.xml"))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Un & deux"
    assert entry.findtext(f"{ATOM}id") == "https://cordee.example.org/actualites/un-deux/"
    assert entry.findtext(f"{ATOM}published") == "2026-04-01T12:00:00+00:00"
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "fr"


PIECES = [
    ("heading", "Un titre", "<h2>Un titre</h2>"),
    ("paragraph", "<p>Un <b>mot</b></p>", "<b>mot</b>"),
    ("items", ["<p>Un</p>", "<p>Deux</p>"], "<li><p>Deux</p></li>"),
    ("quote", {"words": "On grimpe.", "by": "Léa", "source": "https://a.example/x"}, 'href="https://a.example/x"'),
    ("link", {"words": "La suite", "address": "/diagnostic/"}, 'class="onward" href="/diagnostic/"'),
    ("callout", {"tone": "warning", "heading": "Attention", "words": "<p>Ici</p>"}, "callout-warning"),
    ("table", {"caption": "Durées", "cells": "Étape | Durée\nLire | 5 min"}, '<th scope="row">Lire</th>'),
    ("declared", "operator", "pas encore indiqué comment le joindre"),
]


@pytest.mark.parametrize(("kind", "value", "drawn"), PIECES, ids=[kind for kind, _value, _drawn in PIECES])
def test_each_piece_is_drawn_with_the_look_of_the_site(kind: str, value: Any, drawn: str) -> None:
    page = free_page(body=[{"type": kind, "value": value}])
    html = re.sub(r">\s+", ">", get(page.address()))
    assert drawn.replace("> ", ">") in html or drawn in get(page.address())


def test_a_picture_keeps_its_words_and_comes_from_this_site() -> None:
    value = {"image": image(1800, 900).pk, "alt": "Trois grimpeurs", "caption": "En mai"}
    html = get(free_page(body=[{"type": "picture", "value": value}]).address())
    shown = re.search(r'<img src="(/media/images/[^"]+\.webp)"[^>]*alt="Trois grimpeurs"', html)
    assert shown
    assert get_bytes(shown[1])[8:12] == b"WEBP"


def get_bytes(path: str) -> bytes:
    answer = Client().get(path)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def cleaned(kind: str, value: Any) -> Any:
    body = Body()
    return body.clean(body.to_python([{"type": kind, "value": value}]))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("table", {"caption": "x", "cells": "a | b\nc"}),
        ("table", {"caption": "x", "cells": "a | b"}),
        ("link", {"words": "x", "address": "javascript:alert(1)"}),
        ("link", {"words": "x", "address": "//elsewhere.example"}),
        ("picture", {"image": None, "alt": ""}),
        ("subheading", "Sans titre avant"),
    ],
)
def test_a_piece_that_would_mislead_is_refused(kind: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        cleaned(kind, value)


@pytest.mark.parametrize("address", ["/diagnostic/", "https://a.example/x", "mailto:a@b.example"])
def test_an_address_of_a_usual_kind_is_accepted(address: str) -> None:
    check_address(address)


def test_a_table_typed_with_bars_at_both_ends_reads_the_same() -> None:
    assert rows_of("| a | b |\n\n|1|2|") == rows_of("a | b\n1 | 2") == [["a", "b"], ["1", "2"]]


def test_what_no_piece_can_hold_is_a_fault_of_the_template() -> None:
    page = (
        '<title>A · Cordée</title><meta name="description" content="d"><main><p class="eyebrow">e</p><h1>t</h1>'
        '<div class="lead">l</div><div class="prose"><ol><li>1</li></ol></div></main>'
    )
    with pytest.raises(UnreadablePage, match="<ol> at about/0"):
        read(page, "about")
