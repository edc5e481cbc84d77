"""The light Markdown of courses as HTML: paragraphs, titles, lists, emphasis; no raw HTML, no link, no image."""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

RULES = ("heading", "list", "blockquote", "emphasis", "escape", "newline")


def html_of(words: str) -> SafeString:
    """Turn light Markdown into HTML; what looks like a tag is shown as it is written.

    >>> html_of("Un **mot**, <b>pas</b> une balise.")
    '<p>Un <strong>mot</strong>, &lt;b&gt;pas&lt;/b&gt; une balise.</p>\\n'
    """
    return mark_safe(_markdown().render(words))  # noqa: S308 - raw HTML is no rule of this Markdown


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("zero").enable(list(RULES))
