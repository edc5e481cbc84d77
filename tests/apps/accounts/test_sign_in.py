"""Signing in with a code: the same path for everybody, in both languages, and nothing that tells who has an account."""

import re
import time
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from tests.apps.accounts.conftest import ADDRESS, ENTER_CODE, SIGN_IN, Visitor, code_in

from cordee.apps.accounts.models import Account

WRONG = "0000-0000"


def text_of(response: Any) -> str:
    """Return a page without what changes at each visit."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_known_address_signs_in(account: Account, client: Client, lang: str) -> None:
    visitor = Visitor(client, lang)
    assert client.get(SIGN_IN[lang]).status_code == 200
    asked = visitor.ask()
    assert asked.url == ENTER_CODE[lang]
    page = client.get(asked.url)
    assert ADDRESS in page.content.decode()
    entered = visitor.enter(code_in(mail.outbox[0]))
    assert entered.url == {"fr": "/compte/", "en": "/en/account/"}[lang]
    assert visitor.account == account


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_unknown_address_gets_an_account_once_its_code_is_entered(client: Client, lang: str) -> None:
    visitor = Visitor(client, lang)
    visitor.ask("New.Person@Example.ORG")
    assert Account.objects.count() == 0
    visitor.enter(code_in(mail.outbox[0]))
    account = visitor.account
    assert account is not None
    assert (account.email, account.lang) == ("new.person@example.org", lang)
    assert not account.has_usable_password()
    address = account.emailaddress_set.get()
    assert (address.verified, address.primary) == (True, True)


def test_nothing_tells_a_known_address_from_an_unknown_one(account: Account) -> None:
    pages, letters = [], []
    for address in (ADDRESS, "other@example.org"):
        visitor = Visitor(Client())
        asked = visitor.ask(address)
        page = text_of(visitor.client.get(asked.url)).replace(address, "ADDRESS")
        wrong = text_of(visitor.enter(WRONG)).replace(address, "ADDRESS")
        pages.append((asked.status_code, asked.url, page, wrong))
        letter = mail.outbox[-1]
        letters.append((letter.subject, letter.body.replace(code_in(letter), "CODE")))
    assert pages[0] == pages[1]
    assert letters[0] == letters[1]


@pytest.mark.parametrize("written", ["{}", " {} ", "{0[0]}{0[1]}", "{0[0]} {0[1]}"])
def test_a_code_is_read_however_it_is_spaced(account: Account, visitor: Visitor, written: str) -> None:
    visitor.ask()
    code = code_in(mail.outbox[0])
    visitor.enter(written.format(code) if "0[" not in written else written.format(code.split("-")))
    assert visitor.account == account


def test_a_wrong_code_is_refused_three_times_then_the_request_is_closed(account: Account, visitor: Visitor) -> None:
    visitor.ask()
    good = code_in(mail.outbox[0])
    first, second, third = (visitor.enter(WRONG) for _ in range(3))
    assert (first.status_code, second.status_code) == (422, 422)
    assert "2 essais" in first.content.decode()
    assert "un essai" in second.content.decode()
    assert third.url == SIGN_IN["fr"]
    assert "Trois codes faux" in visitor.client.get(SIGN_IN["fr"]).content.decode()
    visitor.enter(good)
    assert visitor.account is None


def test_a_code_lives_ten_minutes(account: Account, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.ask()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 601)
    response = visitor.enter(code_in(mail.outbox[0]))
    assert response.url == SIGN_IN["fr"]
    assert visitor.account is None
    assert "plus valable" in visitor.client.get(SIGN_IN["fr"]).content.decode()


def test_a_code_serves_once_and_only_in_the_browser_that_asked(account: Account, visitor: Visitor) -> None:
    visitor.ask()
    code = code_in(mail.outbox[0])
    stranger = Visitor(Client())
    assert stranger.enter(code).url == SIGN_IN["fr"]
    assert stranger.account is None
    visitor.enter(code)
    visitor.client.post("/compte/deconnexion/")
    visitor.enter(code)
    assert visitor.account is None


def test_a_second_code_replaces_the_first(account: Account, visitor: Visitor) -> None:
    visitor.ask()
    first = code_in(mail.outbox[0])
    visitor.client.post(ENTER_CODE["fr"], {"action": "resend"})
    second = code_in(mail.outbox[1])
    assert visitor.enter(first).status_code == 422
    visitor.enter(second)
    assert visitor.account == account


def test_two_browsers_prove_the_same_new_address(db: None) -> None:
    browsers = [Visitor(Client()), Visitor(Client())]
    for one in browsers:
        one.ask("new@example.org")
    for one, letter in zip(browsers, mail.outbox, strict=True):
        one.enter(code_in(letter))
    assert Account.objects.count() == 1
    assert browsers[0].account == browsers[1].account


def test_a_closed_account_does_not_open(account: Account, visitor: Visitor) -> None:
    account.is_active = False
    account.save()
    response = visitor.sign_in()
    assert response.url == "/compte/ferme/"
    assert visitor.account is None
    assert Account.objects.count() == 1


def test_the_session_changes_its_name_at_the_door(account: Account, visitor: Visitor) -> None:
    visitor.client.get(SIGN_IN["fr"])
    visitor.ask()
    before = visitor.client.session.session_key
    visitor.enter(code_in(mail.outbox[0]))
    assert visitor.client.session.session_key != before


@pytest.mark.parametrize("typed", ["", "nour", "nour@", "a" * 300 + "@example.org"])
def test_what_is_no_address_is_refused_and_kept(visitor: Visitor, typed: str) -> None:
    response = visitor.ask(typed)
    assert response.status_code == 422
    assert f'value="{typed}"' in response.content.decode() or not typed
    assert mail.outbox == []


def test_one_mailbox_is_not_flooded(account: Account) -> None:
    answers = [Visitor(Client()).ask().status_code for _ in range(5)]
    assert answers == [302, 302, 302, 422, 422]
    assert len(mail.outbox) == 3
    assert Visitor(Client()).ask("other@example.org").status_code == 302


def test_codes_sent_again_count_too(account: Account, visitor: Visitor) -> None:
    visitor.ask()
    for _ in range(3):
        visitor.client.post(ENTER_CODE["fr"], {"action": "resend"})
    assert len(mail.outbox) == 3
    assert Visitor(Client()).ask().status_code == 422
    assert len(mail.outbox) == 3


def test_one_network_does_not_ask_for_many(db: None, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "request_login_code": "2/m/ip,9/m/key"}
    answers = [Visitor(Client()).ask(f"person-{n}@example.org").status_code for n in range(3)]
    assert answers == [302, 302, 422]
    elsewhere = Visitor(Client()).ask("d@example.org", REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/diagnostic/", "/diagnostic/"),
        ("/en/account/email/?a=1", "/en/account/email/?a=1"),
        ("https://elsewhere.example/", "/compte/"),
        ("//elsewhere.example/", "/compte/"),
        ("/\\elsewhere.example", "/compte/"),
        ("javascript:alert(1)", "/compte/"),
    ],
)
def test_the_way_back_stays_on_this_site(account: Account, visitor: Visitor, wanted: str, reached: str) -> None:
    visitor.client.post(SIGN_IN["fr"], {"email": ADDRESS, "next": wanted})
    response = visitor.enter(code_in(mail.outbox[0]), next=wanted)
    assert response.url == reached


def test_the_page_of_the_code_carries_the_way_back(account: Account, visitor: Visitor) -> None:
    asked = visitor.client.post(SIGN_IN["fr"], {"email": ADDRESS, "next": "/diagnostic/"})
    assert 'name="next" value="/diagnostic/"' in visitor.client.get(asked.url).content.decode()


def test_another_address_can_be_given(account: Account, visitor: Visitor) -> None:
    visitor.ask("mistyped@example.org")
    assert visitor.client.get(SIGN_IN["fr"]).url == ENTER_CODE["fr"]
    response = visitor.client.post("/compte/deconnexion/", {"next": SIGN_IN["fr"]})
    assert response.url == SIGN_IN["fr"]
    assert visitor.client.get(SIGN_IN["fr"]).status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_is_in_is_not_asked_again(inside: Visitor, method: str) -> None:
    assert getattr(inside.client, method)(SIGN_IN["fr"]).url == "/compte/"


def test_a_form_without_its_protection_is_refused(account: Account) -> None:
    visitor = Visitor(Client(enforce_csrf_checks=True))
    assert visitor.ask().status_code == 403
    assert mail.outbox == []


def test_people_land_in_their_alliances_where_the_site_has_them(visitor: Visitor, settings: Any) -> None:
    settings.OWN_SPACE_ROUTES = ["no-such-room:page", "organisations:alliances", "accounts:home"]
    assert visitor.sign_in("ana@example.org").url == "/alliances/"
