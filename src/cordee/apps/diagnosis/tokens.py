"""The secret links of a diagnosis: those of the door, which every room shares."""

from cordee.apps.accounts.tokens import PATTERN, TOKEN_LENGTH, TokenConverter, fingerprint, new_token

__all__ = ["PATTERN", "TOKEN_LENGTH", "TokenConverter", "fingerprint", "new_token"]
