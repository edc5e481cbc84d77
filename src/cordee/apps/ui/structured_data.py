"""What a page says to search engines, as JSON-LD: blocks of data, which no browser runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from cordee.apps.ui.public_pages import absolute

CONTEXT = "https://schema.org"
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""What could end the block or begin another, written so that only a reader of JSON sees it."""


def data_block(data: Mapping[str, Any]) -> SafeString:
    r"""Write a block of data in a page, which the policy on scripts lets through; what is empty is left out.

    >>> data_block({"name": "</script>"})
    '<script type="application/ld+json">{"@context": "https://schema.org", "name": "\\u003c/script\\u003e"}</script>'
    """
    filled = {key: value for key, value in data.items() if value not in (None, "", [], ())}
    text = json.dumps({"@context": CONTEXT, **filled}, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped the line before


def breadcrumb_list(items: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    """Describe where a page is; a step without address, the page itself, keeps its name only."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [_step(rank, str(name), str(path)) for rank, (name, path) in enumerate(items, start=1)],
    }


def _step(rank: int, name: str, path: str) -> dict[str, Any]:
    step: dict[str, Any] = {"@type": "ListItem", "position": rank, "name": name}
    return {**step, "item": absolute(path)} if path.startswith("/") else step
