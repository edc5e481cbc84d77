"""A release: a pack at one version, as one canonical document that never changes, named by its hash."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from cordee.core.packs.pack import Pack


class BrokenRelease(ValueError):
    """A document that is not a release: not JSON, not a pack, not canonical, or not the one its hash names."""


@dataclass(frozen=True)
class Release:
    """A published pack. `document` is UTF-8 JSON without a final newline, and `sha256` is the hash of its bytes."""

    pack: Pack
    version: str
    sha256: str
    document: str


def canonical_document(pack: Pack) -> str:
    """Write a pack as its one canonical document.

    Meaning: JSON with keys in the order of code points, no spaces, characters as they are, decimals as text in lowest
    form, and nothing said that is a default. Two packs are equal if and only if their documents are. A later format
    that adds an optional key leaves the documents of older packs, and so their hashes, as they were.
    Errors: none for a pack.
    """
    return json.dumps(plain_document(pack), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain_document(pack: Pack) -> dict[str, Any]:
    """Return a pack as lists, blocks, text, integers and booleans, without what is a default."""
    return pack.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def release_of(pack: Pack) -> Release:
    """Make the release of a pack."""
    document = canonical_document(pack)
    return Release(pack, pack.card.version, hash_of(document), document)


def hash_of(document: str) -> str:
    """Hash a document: SHA-256 of its UTF-8 bytes, in hexadecimal, as `sha256sum` prints it.

    >>> hash_of("")[:8]
    'e3b0c442'
    """
    return sha256(document.encode()).hexdigest()


def release_from_json(document: str | bytes, expected_sha256: str | None = None) -> Release:
    """Read a release back from its document, in one pass: the shape of every entry is checked, nothing is converted.

    What holds between entries was checked before the release was made, and the hash says that it has not changed since:
    give `expected_sha256` whenever it is known. Errors: BrokenRelease.
    """
    try:
        text = document.decode() if isinstance(document, bytes) else document
        found = hash_of(text)
        if expected_sha256 is not None and found != expected_sha256:
            raise BrokenRelease(f"the hash is {found}, not {expected_sha256}")
        pack = Pack.model_validate_json(text)
    except ValidationError as error:
        raise BrokenRelease(f"not a pack: {error.error_count()} faults") from error
    except UnicodeError as error:
        raise BrokenRelease("not UTF-8") from error
    return Release(pack, pack.card.version, found, text)


def is_canonical(release: Release) -> bool:
    """Say whether a document is written the one way it should be; slower than reading it."""
    return canonical_document(release.pack) == release.document
