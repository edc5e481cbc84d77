"""What machines read: what they are asked to leave alone, whom to tell of a flaw, feeds and data of search engines."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cordee.apps.home.discovery import front_data
from cordee.apps.home.discovery.pages import private_paths
from cordee.apps.ui.public_pages import PublicPage, in_every_language, public_pages
from cordee.apps.ui.structured_data import breadcrumb_list, data_block

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def text(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_robots_are_asked_to_leave_private_places_in_both_languages(settings: Any) -> None:
    settings.PUBLIC_URL = "https://cordee.example.org"
    lines = text("/robots.txt").splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /compte/", "Disallow: /en/account/", "Disallow: /redaction/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://cordee.example.org/sitemap.xml"


def test_no_public_page_is_under_a_private_place() -> None:
    call_command("load_packs", verbosity=0)
    paths = [path for page in public_pages() for path in page.paths.values()]
    assert len(paths) > 30
    assert [path for path in paths if path.startswith(tuple(private_paths()))] == []


def test_whoever_finds_a_flaw_knows_whom_to_tell(settings: Any) -> None:
    settings.OPERATOR_EMAIL = "bonjour@example.org"
    lines = dict(line.split(": ", 1) for line in text("/.well-known/security.txt").splitlines())
    assert lines["Contact"] == "mailto:bonjour@example.org"
    left = datetime.fromisoformat(lines["Expires"]) - datetime.now(UTC)
    assert timedelta(days=170) < left < timedelta(days=365)


def test_without_anybody_to_tell_nothing_is_said(settings: Any) -> None:
    settings.OPERATOR_EMAIL = ""
    assert Client().get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(("path", "word"), [("/nouveautes/atom.xml", "Première"), ("/en/whats-new/atom.xml", "First")])
def test_the_feed_of_the_library_tells_each_release_in_its_own_words(path: str, word: str) -> None:
    call_command("load_packs", verbosity=0)
    entries = ET.fromstring(text(path)).findall(f"{ATOM}entry")
    assert word in (entries[-1].findtext(f"{ATOM}summary") or "")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)


def test_the_front_page_says_who_runs_the_site(settings: Any) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "</script><b>Le Val</b>", "bonjour@example.org"
    blocks = [json.loads(block) for block in BLOCK.findall(text("/"))]
    assert [block["@type"] for block in blocks] == ["Organization", "WebSite"]
    assert blocks[0]["name"] == "</script><b>Le Val</b>"
    assert blocks[0]["email"] == "bonjour@example.org"
    assert blocks[1]["inLanguage"] == "fr"


def test_search_is_announced_once_there_is_one(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.PUBLIC_URL = "https://cordee.example.org"
    monkeypatch.setattr(front_data, "SEARCH", "home:nowhere")
    assert "potentialAction" not in front_data.website()
    monkeypatch.setattr(front_data, "SEARCH", "home:about")
    target = front_data.website()["potentialAction"]["target"]["urlTemplate"]
    assert target == "https://cordee.example.org/a-propos/?q={search_term_string}"


def test_a_breadcrumb_is_told_step_after_step() -> None:
    told = breadcrumb_list([("Accueil", "/"), ("Ici", "")])
    assert told["itemListElement"][0] == {
        "@type": "ListItem",
        "position": 1,
        "name": "Accueil",
        "item": "http://127.0.0.1:8000/",
    }
    assert told["itemListElement"][1] == {"@type": "ListItem", "position": 2, "name": "Ici"}


def test_a_block_of_data_cannot_be_left_by_its_content() -> None:
    block = data_block({"name": "</script><script>go()</script>&"})
    assert block.count("<") == 2
    assert json.loads(BLOCK.findall(block)[0])["name"] == "</script><script>go()</script>&"


def test_a_page_that_is_not_served_yet_is_left_out_of_the_map() -> None:
    assert in_every_language("home:nowhere") is None
    assert in_every_language("home:about") == PublicPage({"fr": "/a-propos/", "en": "/en/about/"})


@pytest.mark.parametrize("name", ["sitemap", "robots", "security"])
def test_what_machines_read_is_only_read(name: str) -> None:
    assert Client().post(reverse(name)).status_code == 405
