"""The secret key: drawn once, kept in a private file of the data folder, never in the code."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_BYTES = 48


def kept_secret(file: Path) -> str:
    """Return the key kept in a file; draw and keep one when the file does not exist."""
    if not file.exists():
        keep_new_secret(file)
    return file.read_text(encoding="ascii").strip()


def keep_new_secret(file: Path) -> None:
    """Write a new key, readable by its owner only, unless another process has just done it."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(KEY_BYTES) + "\n")
    try:
        # A link appears whole or not at all, and refuses to replace the key that another process wrote first.
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
