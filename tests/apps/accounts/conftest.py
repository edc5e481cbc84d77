"""What the tests of the door need: an account, its mailbox, and somebody who signs in with a real browser's steps."""

import re
import time
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.test import Client

from cordee.apps.accounts import operations
from cordee.apps.accounts.models import Account

ADDRESS = "nour@example.org"
ON = "/compte/application/relier/"
SIGN_IN = {"fr": "/compte/connexion/", "en": "/en/account/sign-in/"}
ENTER_CODE = {"fr": "/compte/connexion/code/", "en": "/en/account/sign-in/code/"}


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    """Begin each test with every rate at zero."""
    cache.clear()


@pytest.fixture
def account(db: None) -> Account:
    """Somebody who has an account."""
    return operations.open_account(ADDRESS, "fr", name="Nour")


def code_in(letter: Any) -> str:
    """Read the code in a letter."""
    found = re.search(r"\b\d{4}-\d{4}\b", letter.body)
    assert found, letter.body
    return found.group()


@dataclass
class Visitor:
    """Somebody at the door, with a browser of their own."""

    client: Client
    lang: str = "fr"

    def ask(self, address: str = ADDRESS, *, query: str = "", **extra: Any) -> Any:
        """Ask for a code."""
        return self.client.post(SIGN_IN[self.lang] + query, {"email": address}, **extra)

    def enter(self, code: str, **extra: Any) -> Any:
        """Enter a code."""
        return self.client.post(ENTER_CODE[self.lang], {"code": code, **extra})

    def sign_in(self, address: str = ADDRESS) -> Any:
        """Ask for a code, read it in the mailbox, enter it."""
        self.ask(address)
        return self.enter(code_in(mail.outbox[-1]))

    @property
    def account(self) -> Account | None:
        """The account that is signed in, if any."""
        key = self.client.session.get("_auth_user_id")
        return Account.objects.get(pk=key) if key else None


@pytest.fixture
def visitor(client: Client) -> Visitor:
    """Somebody at the French door."""
    return Visitor(client)


@pytest.fixture
def inside(visitor: Visitor, account: Account) -> Visitor:
    """Somebody who has just signed in with a code."""
    visitor.sign_in()
    mail.outbox.clear()
    return visitor


class Application:
    """An application that gives codes, on somebody's phone; each code is asked for at a later time than the last."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.period = int(time.time()) // 30

    def code(self, later: int = 0) -> str:
        """Return the code of now, or of a later period."""
        return format_hotp_value(hotp_value(self.secret, self.period + later))


def secret_on(page: Any) -> str:
    """Read the secret on the page that shows it."""
    found = re.search(r'value="([A-Z2-7]{32})"', page.content.decode())
    assert found
    return found.group(1)


@pytest.fixture
def application(inside: Visitor, django_capture_on_commit_callbacks: Any) -> Application:
    """The application of somebody who has just turned the second factor on."""
    linked = Application(secret_on(inside.client.get(ON)))
    with django_capture_on_commit_callbacks(execute=True):
        response = inside.client.post(ON, {"code": linked.code()})
    assert response.url == "/compte/codes-de-secours/"
    return linked


@pytest.fixture(autouse=True)
def the_door_alone(settings: Any) -> None:
    """Let people land at the door itself, whatever rooms stand above."""
    settings.OWN_SPACE_ROUTES = ["accounts:home"]
