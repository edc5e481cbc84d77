"""Links of a 360°: their tokens are computed from the site's secret key, so that a reminder repeats the same link.

The database keeps only the SHA-256 of a token, by which a row is found; a copy of the database alone opens nothing.
"""

from __future__ import annotations

import base64
import uuid

from django.utils.crypto import salted_hmac

SALT = "cordee.campaigns.link"


def derived_token(kind: str, public: uuid.UUID, generation: int) -> str:
    """Return the token of a row: 32 bytes, as 43 letters of an address. A new generation closes the former link."""
    digest = salted_hmac(SALT, f"{kind}:{public}:{generation}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
