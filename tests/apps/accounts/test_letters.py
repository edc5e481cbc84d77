"""The letters of the door: text and page, in both languages, with the code and nothing that follows anybody."""

import re

import pytest
from django.core import mail
from django.utils.translation import override
from tests.apps.accounts.conftest import Visitor, code_in

from cordee.apps.accounts.letters import LETTERS, written

CONTEXT = {
    "code": "1234-5678",
    "minutes": 10,
    "moment": "1 mars 2026 10:00",
    "account_url": "http://127.0.0.1:8000/compte/",
}


@pytest.mark.parametrize(("lang", "words"), [("fr", "Il est valable 10 minutes"), ("en", "It is valid for 10 minutes")])
def test_a_code_is_written_twice_in_the_language_of_the_page(visitor: Visitor, lang: str, words: str) -> None:
    Visitor(visitor.client, lang).ask()
    (letter,) = mail.outbox
    page = letter.alternatives[0]
    assert page.mimetype == "text/html"
    assert words in letter.body.replace("\u202f", " ")
    assert words in page.content.replace("\u202f", " ")
    assert code_in(letter) in page.content
    assert f'<html lang="{lang}">' in page.content
    # On a locked screen, the subject is read by anybody.
    assert code_in(letter) not in letter.subject


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_letter_is_whole(name: str, lang: str) -> None:
    with override(lang):
        letter = written(name, "nour@example.org", CONTEXT, "cordee@example.org")
        about = str(LETTERS[name].about)
    page = letter.alternatives[0].content
    assert about in letter.body
    assert about in page
    assert letter.to == ["nour@example.org"]
    assert "\n" not in letter.subject
    assert "&" not in letter.body, "a text holds no markup"
    assert re.findall(r"<img|<script|<style|style=", page) == []
    assert set(re.findall(r'href="([^"]+)"', page)) <= {CONTEXT["account_url"]}


def test_languages_differ() -> None:
    texts = []
    for lang in ("fr", "en"):
        with override(lang):
            texts.append(written("mfa/email/webauthn_added", "a@example.org", CONTEXT, "b@example.org").body)
    assert texts[0] != texts[1]
