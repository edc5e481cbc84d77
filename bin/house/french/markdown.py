"""French prose in Markdown: everything but code, addresses, comments and the rules of tables."""

import re

from house.french.masks import hidden, matches

_NOT_PROSE = (
    re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[^\n]*$", re.MULTILINE | re.DOTALL),
    re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"\]\([^)\s]*"),
    re.compile(r"https?://\S+"),
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    re.compile(r"^[ \t]*[-:|][-:| \t]*$", re.MULTILINE),
)


def prose(source: str) -> str:
    """Hide from a French Markdown text what is not prose."""
    masked = source
    for pattern in _NOT_PROSE:
        masked = hidden(masked, matches(pattern, masked))
    return masked
