"""Secret links: 32 random bytes in the address, only their SHA-256 in the database."""

from __future__ import annotations

import hashlib
import secrets

from django.urls import register_converter

TOKEN_BYTES = 32
TOKEN_LENGTH = 43
PATTERN = rf"[A-Za-z0-9_-]{{{TOKEN_LENGTH}}}"


def new_token() -> str:
    """Draw a token."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def fingerprint(token: str) -> str:
    """Return what the database keeps of a token.

    Rows are looked up by it: how long that takes tells nothing of the token, whose hash nobody can steer.
    """
    return hashlib.sha256(token.encode()).hexdigest()


class TokenConverter:
    """The part of an address that is a token."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        """Take the token as it is written."""
        return value

    def to_url(self, value: str) -> str:
        """Write the token as it is."""
        return value


register_converter(TokenConverter, "token")
