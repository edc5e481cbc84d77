"""The prose pages and the desk in a real browser: accessible, under their policies, and calling nobody."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from tests.apps.editorial.making import article, editor, free_page, image, sown

from cordee.apps.editorial.models import ProsePage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.ignore_template_errors,
]


@pytest.fixture
def site() -> dict[str, str]:
    """Sow the pages, and publish an article and a page that holds every piece; return where each is read."""
    sown()
    pieces = [
        {"type": "heading", "value": "Un titre"},
        {"type": "subheading", "value": "Un sous-titre"},
        {"type": "paragraph", "value": "<p>Un <b>mot</b> et <a href='/'>un lien</a>.</p>"},
        {"type": "items", "value": ["<p>Un</p>", "<p>Deux</p>"]},
        {"type": "quote", "value": {"words": "On grimpe.", "by": "Léa", "source": "https://a.example/x"}},
        {"type": "picture", "value": {"image": image(900, 500).pk, "alt": "Une corde", "caption": "En mai"}},
        {"type": "link", "value": {"words": "Commencer", "address": "/diagnostic/"}},
        {"type": "callout", "value": {"tone": "warning", "heading": "Attention", "words": "<p>Ici</p>"}},
        {"type": "table", "value": {"caption": "Durées", "cells": "Étape | Durée\nLire | 5 min"}},
        {"type": "declared", "value": "operator"},
    ]
    return {"page": free_page(body=pieces).address(), "article": article().address(), "news": "/actualites/"}


def complaints(page: Any) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_prose_pages_have_no_fault(
    site: dict[str, str], open_page: Callable[..., Any], axe_faults: Callable[[Any], list[str]], scheme: str
) -> None:
    for path in (*site.values(), "/a-propos/", "/en/our-method/", "/mentions-legales/"):
        page = open_page(path, width=390, color_scheme=scheme)
        assert axe_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_blocks_of_data_are_no_scripts_to_the_policy(site: dict[str, str], open_page: Callable[..., Any]) -> None:
    page = open_page(site["article"])
    said = complaints(page)
    page.goto(page.url.replace(site["article"], "/"))
    page.wait_for_load_state("networkidle")
    assert page.locator('script[type="application/ld+json"]').count() == 2
    page.goto(page.url + site["article"].lstrip("/"))
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert said == []


def test_an_editor_previews_a_page_and_the_desk_calls_nobody(open_page: Callable[..., Any], live_server: Any) -> None:
    client = Client()
    client.force_login(editor(publishes=True))
    page = open_page("/robots.txt")
    page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
            }
        ]
    )
    hosts: set[str] = set()
    said = complaints(page)
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    about = ProsePage.objects.get(key="about", locale__language_code="fr")
    page.goto(f"{live_server.url}/redaction/pages/{about.pk}/edit/")
    page.locator("[data-side-panel-toggle='preview'], [aria-label='Basculer la prévisualisation']").first.click()
    frame = page.frame_locator("iframe[title]").first
    frame.locator("h1").wait_for(timeout=15_000)
    assert "Des personnes qui grimpent" in frame.locator("h1").inner_text()
    assert hosts - {"", urlsplit(live_server.url).netloc} == set()
    assert [one for one in said if "Content Security Policy" in one or "frame" in one.lower()] == []
