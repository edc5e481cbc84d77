"""The mail server named by one address: nothing leaves without one, and its password is never shown."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cordee.config.environment import NO, YES, BadSetting

PORTS = {"smtp": 25, "smtps": 465}
PATIENCE = 30
"""Seconds left to the server for each thing it has to say."""


def mail_server_from_address(address: str) -> dict[str, Any] | None:
    """Return how to reach the mail server at an address; nothing when the address is empty."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise bad_address(address) from None
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/"):
        raise bad_address(address)
    return {
        "host": parts.hostname,
        "port": port or PORTS[parts.scheme],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "security": security_of(parts, address),
        "timeout": PATIENCE,
    }


def security_of(parts: SplitResult, address: str) -> str:
    """Return how the conversation is protected: tls from its first byte, starttls, or none."""
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    asked = options.pop("starttls", "").lower()
    if options or asked not in YES | NO:
        raise bad_address(address)
    if parts.scheme == "smtps":
        return "tls"
    return "starttls" if asked in YES else "none"


def bad_address(address: str) -> BadSetting:
    """Return the refusal of an address, its password left out."""
    shown = address.rsplit("@", maxsplit=1)[-1] if "@" in address else address
    expected = "smtp://utilisateur:motdepasse@hôte:587?starttls=1 ou smtps://utilisateur:motdepasse@hôte"
    return BadSetting("CORDEE_MAIL_URL", shown, expected)


def sender(given: str, public_url: str) -> str:
    """Return who letters come from: what the operator wrote, or the name of the product at the site's own host.

    >>> sender("", "https://cordee.example.org"), sender("", "http://127.0.0.1:8000")
    ('Cordée <ne-pas-repondre@cordee.example.org>', 'Cordée <ne-pas-repondre@localhost>')
    """
    if given:
        return given
    host = urlsplit(public_url).hostname or "localhost"
    named = any(letter.isalpha() for letter in host) and ":" not in host
    return f"Cordée <ne-pas-repondre@{host if named else 'localhost'}>"
