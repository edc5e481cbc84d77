"""The letters of the door: text and page, in both languages, with the code and nothing that follows anybody."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override
from tests.apps.accounts.conftest import ADDRESS, Visitor, code_in

from cordee.apps.accounts.letters import GIVEN_UP_AFTER, LETTERS, written
from cordee.apps.post.backend import EXPIRES_IN
from cordee.apps.post.models import Letter
from cordee.config import settings as product

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
    assert re.findall(r"<img|<script|<style|<link|url\(", page) == []
    assert f"<title>{letter.subject}</title>" in page
    assert set(re.findall(r'href="([^"]+)"', page)) <= {CONTEXT["account_url"]}


@pytest.mark.parametrize("name", LETTERS)
def test_only_the_letter_of_a_code_is_given_up_when_it_waits(name: str) -> None:
    letter = written(name, "nour@example.org", CONTEXT, "cordee@example.org")
    assert letter.extra_headers == ({EXPIRES_IN: "600"} if CONTEXT["code"] in letter.body else {})


def test_a_letter_is_not_given_up_while_its_code_opens() -> None:
    assert GIVEN_UP_AFTER >= settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT
    assert GIVEN_UP_AFTER >= settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_asking_to_sign_in_writes_one_letter_that_does_not_leave_late(visitor: Visitor, lang: str) -> None:
    before = timezone.now()
    with override_settings(EMAIL_BACKEND=product.EMAIL_BACKEND):
        Visitor(visitor.client, lang).ask()
    letter = Letter.objects.get()
    assert (letter.to, letter.lang, letter.state) == (ADDRESS, lang, Letter.State.WAITING)
    assert letter.expires_at is not None
    assert before < letter.expires_at - timedelta(seconds=GIVEN_UP_AFTER) < timezone.now()
    code = re.search(r"\b\d{4}-\d{4}\b", letter.text)
    assert code is not None
    assert code.group() in letter.html
    with override_settings(EMAIL_BACKEND=product.EMAIL_BACKEND):
        Visitor(visitor.client, lang).enter(code.group())
    assert visitor.account is not None


def test_languages_differ() -> None:
    texts = []
    for lang in ("fr", "en"):
        with override(lang):
            texts.append(written("mfa/email/webauthn_added", "a@example.org", CONTEXT, "b@example.org").body)
    assert texts[0] != texts[1]
