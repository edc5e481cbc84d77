"""From a stored revision to the document of a draft, and back."""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from typing import Any

from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.apps.workshop.models import Revision
from cordee.core.packs.release import plain_document

Json = Any


def written(document: Json) -> str:
    """Write a document the one way it is kept: the keys in order, no spaces."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(document: Json) -> str:
    """Return the hash that tells a document from any other."""
    return sha256(written(document).encode()).hexdigest()


def packed(document: Json) -> bytes:
    """Deflate a document: a pack is words, and takes a third of its room."""
    return zlib.compress(written(document).encode())


def document_of(revision: Revision) -> dict[str, Json]:
    """Return the document of a revision."""
    document: dict[str, Json] = json.loads(zlib.decompress(bytes(revision.packed)))
    return document


def document_of_release(release: PackRelease) -> dict[str, Json]:
    """Return the plain document of a release."""
    return plain_document(pack_of(release))
