"""French prose in Django templates: text, attributes that people read, and the strings of translation tags."""

import re

from house.french.masks import hidden, matches, shown

_DJANGO = re.compile(r"{#.*?#}|{%-?\s*comment\b.*?endcomment\s*-?%}|{%.*?%}|{{.*?}}", re.DOTALL)
_TRANSLATED = re.compile(r"""{%\s*(?:trans|translate)\s+(?P<quote>["'])(?P<text>.*?)(?P=quote)""", re.DOTALL)
_SILENT = re.compile(r"<!--.*?-->|<(script|style|code|pre|svg)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)
_READ = re.compile(
    r"""\s(?:alt|title|label|placeholder|aria-(?:label|description|roledescription)|summary|heading|legend|caption"""
    r"""|hint|help|lead|text|why|note|name|action|eyebrow|question|message|description)=(?P<quote>["'])(?P<text>.*?)(?P=quote)""",
    re.DOTALL,
)


def prose(source: str) -> str:
    """Hide from a template what nobody reads as French: tags, values, scripts, comments."""
    markup = hidden(source, matches(_DJANGO, source))
    read = [span for tag in _TAG.finditer(markup) for span in _read_in(tag)]
    masked = hidden(hidden(markup, matches(_SILENT, markup)), matches(_TAG, markup))
    masked = shown(masked, markup, read)
    return shown(masked, source, matches(_TRANSLATED, source, "text"))


def _read_in(tag: re.Match[str]) -> list[tuple[int, int]]:
    """The values of the attributes of one tag that a visitor reads or hears."""
    return [(tag.start() + start, tag.start() + end) for start, end in matches(_READ, tag.group(), "text")]
