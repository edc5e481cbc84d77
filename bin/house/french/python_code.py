"""French prose in Python: strings given to translation or `tell`, values named `fr`, strings with French letters."""

import ast
import io
import re
import token
import tokenize
from collections.abc import Iterator

from house.french.masks import Span, hidden, matches, only

_FIRST = frozenset(
    {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "tell", "say", "refusal"}
)
_FRENCH_LETTERS = re.compile(r"[àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ«»’]")
_STRING = re.compile(r"(?P<prefix>[A-Za-z]*)(?P<quote>\"\"\"|'''|\"|')(?P<body>.*)(?P=quote)", re.DOTALL)
_VALUE = re.compile(r"(?<!{){[^{}]*}(?!})|%\([a-z_]+\)")
_STRINGS = {token.STRING, getattr(token, "FSTRING_MIDDLE", token.STRING)}

Place = tuple[int, int]
"""Line from 1, column from 0 in characters."""


def prose(source: str) -> str:
    """Hide from a module everything but its French strings; docstrings and raw strings are not French."""
    masked = only(source, list(_french_strings(source)))
    return hidden(masked, matches(_VALUE, masked))


def _french_strings(source: str) -> Iterator[Span]:
    """The spans, without quotes, of the string tokens that hold French."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    docstrings, french = set(_docstrings(tree)), list(_places_of_french(tree, lines))
    for each in tokenize.generate_tokens(io.StringIO(source).readline):
        if each.type not in _STRINGS or each.start in docstrings:
            continue
        body = _body(each.string)
        if body and (_FRENCH_LETTERS.search(each.string) or any(start <= each.start < end for start, end in french)):
            offset = starts[each.start[0] - 1] + each.start[1]
            yield offset + body[0], offset + body[1]


def _body(string: str) -> Span | None:
    """The span of the text inside the quotes of a token; None for a raw or bytes string."""
    found = _STRING.fullmatch(string)
    if found is None:
        return 0, len(string)
    return None if set("rbRB") & set(found["prefix"]) else found.span("body")


def _docstrings(tree: ast.Module) -> Iterator[Place]:
    """Where strings stand as statements: docstrings, and notes under a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.lineno, node.value.col_offset


def _places_of_french(tree: ast.Module, lines: list[str]) -> Iterator[tuple[Place, Place]]:
    """Where French is by its role: first argument of a translation call, argument or key named `fr`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if node.args and _name(node.func) in _FIRST:
                yield _extent(node.args[0], lines)
            for keyword in node.keywords:
                if keyword.arg in ("fr", "french"):
                    yield _extent(keyword.value, lines)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "fr":
                    yield _extent(value, lines)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _extent(node: ast.expr, lines: list[str]) -> tuple[Place, Place]:
    """Start and end of a node; the tree counts bytes in a line, tokens count characters."""
    end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
    return _place(node.lineno, node.col_offset, lines), _place(end_line, end_column, lines)


def _place(line: int, column: int, lines: list[str]) -> Place:
    return line, len(lines[line - 1].encode()[:column].decode())
