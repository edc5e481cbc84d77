"""The address of the mail server: every form that is understood, every one that is refused, no password shown."""

import pytest

from cordee.config.environment import BadSetting, Environment
from cordee.config.mail import mail_server_from_address, sender


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 25, "", "", "none")),
        ("smtp://127.0.0.1:2525", ("127.0.0.1", 2525, "", "", "none")),
        (
            "smtp://ada:se%40same@mail.example.org:587?starttls=1",
            ("mail.example.org", 587, "ada", "se@same", "starttls"),
        ),
        ("smtp://mail.example.org:587?starttls=0", ("mail.example.org", 587, "", "", "none")),
        ("smtps://ada%40example.org:s@mail.example.org", ("mail.example.org", 465, "ada@example.org", "s", "tls")),
        ("smtps://mail.example.org:4465/", ("mail.example.org", 4465, "", "", "tls")),
    ],
)
def test_addresses_that_are_understood(address: str, expected: tuple[object, ...]) -> None:
    server = mail_server_from_address(address)
    assert server is not None
    assert tuple(server[name] for name in ("host", "port", "user", "password", "security")) == expected
    assert server["timeout"] == 30


def test_no_address_is_no_server() -> None:
    assert mail_server_from_address("") is None


@pytest.mark.parametrize(
    "address",
    [
        "mail.example.org",
        "http://mail.example.org",
        "smtp://",
        "smtp://ada:sesame@mail.example.org:port",
        "smtp://ada:sesame@mail.example.org/folder",
        "smtp://ada:sesame@mail.example.org?tls=1",
        "smtp://ada:sesame@mail.example.org?starttls=peut-être",
        "smtp://ada:sesame@[mail",
    ],
)
def test_addresses_that_are_refused_without_their_password(address: str) -> None:
    with pytest.raises(BadSetting, match="CORDEE_MAIL_URL") as refusal:
        mail_server_from_address(address)
    assert "sesame" not in str(refusal.value)


@pytest.mark.parametrize("text", ["bonjour@example.org", "Cordée <bonjour@example.org>", "d’Ardèche <a@b.example>"])
def test_a_sender_that_is_understood(text: str) -> None:
    assert Environment({"FROM": text}).mailbox("FROM", default="") == text


@pytest.mark.parametrize(
    "text", ["bonjour", "a@", "@b", "a@b, c@d", "a@b\nBcc: c@d", "Nom <a@b> <c@d>", "a b@example.org", "<a@b@c>"]
)
def test_a_sender_that_is_refused(text: str) -> None:
    with pytest.raises(BadSetting, match="FROM"):
        Environment({"FROM": text}).mailbox("FROM", default="")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://cordee.example.org", "Cordée <ne-pas-repondre@cordee.example.org>"),
        ("http://localhost:8000", "Cordée <ne-pas-repondre@localhost>"),
        ("http://192.0.2.1", "Cordée <ne-pas-repondre@localhost>"),
        ("http://[::1]:8000", "Cordée <ne-pas-repondre@localhost>"),
    ],
)
def test_letters_come_from_the_host_of_the_site(url: str, expected: str) -> None:
    assert sender("", url) == expected
    assert sender("Nous <a@b.example>", url) == "Nous <a@b.example>"
