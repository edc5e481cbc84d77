"""Data for search engines, written inside a page: JSON-LD in a block that no browser runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def data_block(data: Mapping[str, Any]) -> SafeString:
    """Return the element that carries JSON-LD; what is empty is left out, and no sign of it can end the block early.

    A block of data is not a script: the policy that forbids scripts in pages lets it be.
    """
    kept = {key: value for key, value in data.items() if value not in ("", [], None)}
    written = json.dumps(kept, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308 - escaped just above
