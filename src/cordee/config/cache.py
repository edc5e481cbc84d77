"""The keys of the cache, hashed with the secret key: the addresses that rates are counted by cannot be read back."""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def hashed_key(key: str, key_prefix: str, version: int) -> str:
    """Return what a key is kept under; the hash cannot be made again without the secret key of the site."""
    name = f"{key_prefix}:{version}:{key}"
    return salted_hmac("cordee.config.cache", name, algorithm="sha256").hexdigest()
