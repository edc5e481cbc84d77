"""What the door keeps and what it does not: no address in logs nor in counts, nothing that has ended."""

import io
import logging
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.apps.accounts.conftest import ADDRESS, Visitor, code_in

from cordee.apps.accounts import tasks
from cordee.apps.accounts.models import Account
from cordee.config.discretion import DiscreetFormatter


def counts() -> str:
    """Return everything the cache holds, keys included."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cordee_cache")
        return repr(cursor.fetchall())


@pytest.fixture
def log() -> Any:
    """Everything that is logged, as the site writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter("%(name)s %(message)s"))
    loggers = [logging.getLogger(), logging.getLogger("django")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def test_neither_address_nor_code_is_logged(account: Account, visitor: Visitor, log: Any) -> None:
    visitor.ask()
    code = code_in(mail.outbox[0])
    visitor.enter("1111-1111")
    visitor.client.get(f"/compte/nulle-part/?email={ADDRESS}&code={code}")
    visitor.enter(code)
    visitor.client.post("/compte/adresses/", {"email": "other@example.org", "action_add": ""})
    written = "\n".join(line for line in log.getvalue().splitlines() if not line.startswith("django.db.backends"))
    assert "django.request" in written, "nothing was logged: the test has lost its eyes"
    for secret in (ADDRESS, "other@example.org", code, code.replace("-", "")):
        assert secret not in written


@pytest.mark.parametrize("line", ["no mailbox for nour.haddad+a@example.co.uk here", "key (email)=(a_b@example.org)"])
def test_an_address_in_an_error_is_hidden(line: str) -> None:
    record = logging.LogRecord("django", logging.ERROR, __file__, 1, line, (), None)
    assert "example" not in DiscreetFormatter("%(message)s").format(record)


def test_what_comes_back_from_a_provider_is_hidden() -> None:
    record = logging.LogRecord("a", logging.INFO, __file__, 1, "GET /retour/?code=abc123&state=xyz&page=2", (), None)
    assert DiscreetFormatter("%(message)s").format(record) == "GET /retour/?code=[secret]&state=[secret]&page=2"


def test_counts_hold_no_address_of_a_network_nor_of_a_person(visitor: Visitor) -> None:
    visitor.ask(REMOTE_ADDR="192.0.2.77")
    kept = counts()
    assert len(kept) > 100
    assert "192.0.2.77" not in kept
    assert ADDRESS not in kept
    assert "request_login_code" not in kept


def test_what_has_ended_is_erased(visitor: Visitor) -> None:
    Client().get("/compte/connexion/")
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    cache.set("over", 1, timeout=1)
    cache.set("going on", 1, timeout=600)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cordee_cache SET expires = %s WHERE cache_key = %s", [past(), cache.make_key("over")])
    visitor.client.get("/compte/connexion/")
    assert tasks.erase_what_ended.call() == 2
    assert cache.get("going on") == 1
    assert Session.objects.count() == 1
    assert tasks.erase_what_ended.call() == 0


def past() -> Any:
    return connection.ops.adapt_datetimefield_value(timezone.now() - timedelta(hours=1))
