"""What an identity provider signed: read only once its signature, its author, its reader and its date are right."""

from __future__ import annotations

import hmac
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

ALGORITHMS = ("RS256", "ES256")
"""Signatures by a key pair: a provider signs, everybody checks. No shared secret, and never « none »."""
DATE_TOLERANCE = 30
LEVELS = ("eidas1", "eidas2", "eidas3")


class NotTrusted(OAuth2Error):
    """Something a provider said cannot be trusted; the message is for whoever runs the site."""


def verified(token: str, keys: dict[str, Any], *, issuer: str, audience: str) -> dict[str, Any]:
    """Return what a signed token says.

    Refused: a signature that is not by a published key of the provider, another author or reader than expected,
    a date that is over, a part that is missing.
    """
    try:
        return dict(
            jwt.decode(
                token,
                key=key_for(token, keys),
                algorithms=list(ALGORITHMS),
                issuer=issuer,
                audience=audience,
                leeway=DATE_TOLERANCE,
                options={"require": ["iss", "aud", "exp", "sub"]},
            )
        )
    except jwt.PyJWTError as fault:
        raise NotTrusted(f"{type(fault).__name__}: {fault}") from None


def key_for(token: str, keys: dict[str, Any]) -> Any:
    """Return the published key that a token says it is signed with."""
    header = jwt.get_unverified_header(token)
    if header.get("alg") not in ALGORITHMS:
        raise NotTrusted(f"algorithm {header.get('alg')!r} is not accepted")
    published = [key for key in keys.get("keys", []) if key.get("use", "sig") == "sig"]
    named = [key for key in published if key.get("kid") == header.get("kid")]
    if len(named) != 1:
        raise NotTrusted("the token names no published key")
    return jwt.PyJWK(named[0], algorithm=header["alg"]).key


def same(expected: object, found: object, what: str) -> None:
    """Refuse two values that should be one."""
    if not expected or not hmac.compare_digest(str(expected).encode(), str(found).encode()):
        raise NotTrusted(f"{what} differs")


def level_reached(asked: str, given: object) -> None:
    """Refuse an identity checked less than was asked for."""
    if not asked:
        return
    accepted = LEVELS[LEVELS.index(asked) :] if asked in LEVELS else (asked,)
    if given not in accepted:
        raise NotTrusted(f"level {asked} was asked for, {given!r} was given")
