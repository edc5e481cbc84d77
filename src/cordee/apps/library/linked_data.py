"""Data that machines read in a page: JSON-LD in a block that no browser runs and that no text can close."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(data: Mapping[str, Any]) -> SafeString:
    """Write a schema.org value as a block of data, which the policy on scripts lets through; no empty value is kept."""
    whole = {"@context": "https://schema.org", **_filled(data)}
    # No « < » is left, so that a text with « </script> » in it cannot end the block.
    written = json.dumps(whole, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], ())}
