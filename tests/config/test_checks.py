"""Settings that contradict each other are refused, each with its identifier and what to change."""

from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from django.test import override_settings

from cordee.config import checks

PUBLIC = "https://cordee.example.org"


def found(check: Any, **values: Any) -> list[str]:
    with override_settings(**values):
        return [message.id for message in check(None)]


def test_the_settings_of_a_plain_start_are_accepted() -> None:
    ours = [message for message in run_checks() if (message.id or "").startswith("cordee")]
    assert ours == []


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("url", [PUBLIC, "http://127.0.0.1:8000", "http://localhost"])
def test_debug_only_at_home(debug: bool, url: str) -> None:
    expected = ["cordee.E001"] if debug and url == PUBLIC else []
    assert found(checks.debug_stays_at_home, DEBUG=debug, PUBLIC_URL=url) == expected


def test_a_public_site_uses_https() -> None:
    check = checks.public_site_uses_https
    assert found(check, PUBLIC_URL="http://cordee.example.org", HTTPS=False) == ["cordee.E002"]
    assert found(check, PUBLIC_URL=PUBLIC, HTTPS=True) == []
    assert found(check, PUBLIC_URL="http://127.0.0.1:8000", HTTPS=False) == []


def test_https_without_a_proxy_is_doubtful() -> None:
    check = checks.https_is_seen
    assert found(check, HTTPS=True, SECURE_PROXY_SSL_HEADER=None) == ["cordee.W001"]
    assert found(check, HTTPS=True, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")) == []
    assert found(check, HTTPS=False, SECURE_PROXY_SSL_HEADER=None) == []


@pytest.mark.parametrize(("length", "expected"), [(49, ["cordee.E003"]), (50, [])])
def test_a_short_key_is_refused(length: int, expected: list[str]) -> None:
    assert found(checks.secret_is_long_enough, SECRET_KEY="k" * length) == expected


@pytest.mark.parametrize(("mode", "expected"), [(0o600, []), (0o640, ["cordee.E004"]), (0o604, ["cordee.E004"])])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int, expected: list[str]) -> None:
    assert found(checks.data_folder_is_private, DATA=tmp_path) == []
    (tmp_path / "secret-key").write_text("key")
    (tmp_path / "secret-key").chmod(mode)
    assert found(checks.data_folder_is_private, DATA=tmp_path) == expected


def test_postgresql_without_its_driver_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"default": {"ENGINE": "django.db.backends.postgresql"}}
    monkeypatch.setattr(checks, "find_spec", lambda name: None)
    with monkeypatch.context() as patch:
        patch.setattr(checks.settings, "DATABASES", asked)
        assert [message.id for message in checks.postgresql_has_its_driver(None)] == ["cordee.E005"]
        patch.setattr(checks, "find_spec", lambda name: object())
        assert checks.postgresql_has_its_driver(None) == []


@pytest.mark.parametrize(("days", "expected"), [(13, ["cordee.E006"]), (14, []), (90, [])])
def test_answers_live_as_long_as_their_session(days: int, expected: list[str]) -> None:
    values = {"VISITOR_RETENTION_DAYS": days, "SESSION_COOKIE_AGE": 14 * 86_400}
    assert found(checks.answers_outlive_sessions, **values) == expected


def test_a_public_site_names_somebody() -> None:
    check = checks.operator_can_be_reached
    assert found(check, PUBLIC_URL=PUBLIC, OPERATOR_NAME="", OPERATOR_EMAIL="") == ["cordee.W002"]
    assert found(check, PUBLIC_URL=PUBLIC, OPERATOR_NAME="Nous", OPERATOR_EMAIL="a@example.org") == []
    assert found(check, PUBLIC_URL="http://localhost", OPERATOR_NAME="", OPERATOR_EMAIL="") == []


def provider(name: str = "annuaire", server: str = "https://identity.example.org", **changed: str) -> dict[str, Any]:
    """Describe an identity provider."""
    return {"provider_id": name, "client_id": "a", "secret": "b", **changed, "settings": {"server_url": server}}


def test_an_identity_provider_is_whole() -> None:
    check = checks.identity_providers_are_whole
    assert found(check, IDENTITY_PROVIDERS=[provider()]) == []
    halves = [provider(server=""), provider(client_id=""), provider(secret="")]
    assert found(check, IDENTITY_PROVIDERS=halves) == ["cordee.E007"] * 3


def test_an_identity_provider_of_a_public_site_uses_https() -> None:
    check = checks.identity_providers_use_https
    plain = [provider(server="http://identity.example.org")]
    assert found(check, PUBLIC_URL=PUBLIC, IDENTITY_PROVIDERS=plain) == ["cordee.E008"]
    assert found(check, PUBLIC_URL=PUBLIC, IDENTITY_PROVIDERS=[provider()]) == []
    assert found(check, PUBLIC_URL="http://localhost:8000", IDENTITY_PROVIDERS=plain) == []


def test_two_identity_providers_have_two_names() -> None:
    check = checks.identity_providers_differ
    assert found(check, IDENTITY_PROVIDERS=[provider(), provider()]) == ["cordee.E009"]
    assert found(check, IDENTITY_PROVIDERS=[provider(), provider("proconnect")]) == []


def test_every_refusal_says_what_to_do() -> None:
    values = {"DEBUG": True, "PUBLIC_URL": "http://a.example", "HTTPS": False, "SECRET_KEY": "k", "OPERATOR_NAME": ""}
    with override_settings(**values):
        messages: list[CheckMessage] = [m for m in run_checks() if (m.id or "").startswith("cordee")]
    assert {m.id for m in messages} >= {"cordee.E001", "cordee.E002", "cordee.E003", "cordee.W002"}
    assert all(m.hint for m in messages)


SERVER = {"host": "mail.example.org", "port": 587, "user": "", "password": "", "security": "starttls", "timeout": 30}


def test_a_public_site_has_a_mail_server() -> None:
    check = checks.letters_can_leave
    assert found(check, PUBLIC_URL=PUBLIC, MAIL_SERVER=None) == ["cordee.W011"]
    assert found(check, PUBLIC_URL=PUBLIC, MAIL_SERVER=SERVER) == []
    assert found(check, PUBLIC_URL="http://127.0.0.1:8000", MAIL_SERVER=None) == []


@pytest.mark.parametrize(
    ("host", "sender", "expected"),
    [
        ("mail.example.org", "Cordée <ne-pas-repondre@localhost>", ["cordee.E011"]),
        ("mail.example.org", "ne-pas-repondre@localhost", ["cordee.E011"]),
        ("mail.example.org", "Cordée <bonjour@example.org>", []),
        ("127.0.0.1", "Cordée <ne-pas-repondre@localhost>", []),
    ],
)
def test_letters_come_from_an_address_that_exists(host: str, sender: str, expected: list[str]) -> None:
    values = {"MAIL_SERVER": {**SERVER, "host": host}, "MAIL_FROM": sender}
    assert found(checks.letters_come_from_somewhere, **values) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"password": "s", "security": "none"}, ["cordee.E012"]),
        ({"password": "s", "security": "none", "host": "127.0.0.1"}, []),
        ({"password": "s", "security": "starttls"}, []),
        ({"password": "s", "security": "tls"}, []),
        ({"security": "none"}, []),
    ],
)
def test_a_mail_password_never_travels_in_clear(changes: dict[str, Any], expected: list[str]) -> None:
    assert found(checks.mail_password_is_protected, MAIL_SERVER={**SERVER, **changes}) == expected
    assert found(checks.mail_password_is_protected, MAIL_SERVER=None) == []
