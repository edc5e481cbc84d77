"""Which sheets and columns a pack has: derived from its published schema, so that no key can be forgotten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from cordee.core.packs.checks.references import REFERENCES
from cordee.core.packs.schema import pack_schema
from cordee.core.packs.text import DECIMAL, IDENTIFIER, LINE, WORDS
from cordee.core.packs.workbook.labels import CODES

CellKind = Literal[
    "words", "line", "name", "names", "lines", "whole", "decimal", "choice", "yes_or_no", "answer", "code"
]
Steps = tuple[str | int, ...]
Schema = Mapping[str, Any]

ENTRY = "*"
"""Stands in the path of a sheet for one entry of a list."""

TABLE_KEY, TABLE_VALUE = "key", "value"
"""The two columns of a sheet that holds a block of free keys, one row for each."""


@dataclass(frozen=True)
class Column:
    """One column: its code, the path of its value in an entry, how a cell is read, and what it may hold."""

    code: str
    path: Steps
    kind: CellKind
    required: bool
    choices: tuple[str, ...] = ()
    refers_to: str | None = None
    among: tuple[str, ...] = ()
    """What each entry of a list may be, when that is a closed list."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its code, where its entries are in the document, its parents' names, its columns.

    A vertical sheet holds one entry, a value on each row. A table of free keys is a block rather than a list.
    """

    code: str
    path: tuple[str, ...]
    parents: tuple[str, ...]
    columns: tuple[Column, ...]
    vertical: bool = False
    free_keys: bool = False

    @property
    def parent_path(self) -> tuple[str, ...]:
        """The path of the entry that these entries belong to; empty for a collection of the pack."""
        above = self.path[:-1]
        while above and above[-1] != ENTRY and above not in SINGLE_ENTRIES:
            above = above[:-1]
        return above


NAMED_BESIDE = frozenset({"CaseRespondent", "CourseStep", "QuizQuestion"})
"""Models named within their parent only: what is inside them says both."""

SINGLE_ENTRIES = frozenset({("card",), ("instrument",), ("scoring",)})


@cache
def sheets() -> tuple[Sheet, ...]:
    """List the sheets of a workbook, each after the one it depends on.

    >>> [sheet.code for sheet in sheets()][:6]
    ['card', 'changes', 'instrument', 'facets', 'axes', 'topics']
    """
    schema = pack_schema()
    return tuple(_Derivation(schema["$defs"]).pack_sheets(schema))


def sheet_of(code: str) -> Sheet:
    """Return the sheet of a code. KeyError: there is none."""
    for sheet in sheets():
        if sheet.code == code:
            return sheet
    raise KeyError(code)


@dataclass(frozen=True)
class _Derivation:
    """Turns the definitions of the schema into sheets."""

    definitions: Mapping[str, Schema]

    def pack_sheets(self, schema: Schema) -> Iterator[Sheet]:
        for name, prop in schema["properties"].items():
            if "$ref" in prop:
                yield from self._sheet((name,), prop, parents=(), vertical=True)
            else:
                yield from self._sheet((name,), prop["items"], parents=())

    def _sheet(
        self, path: tuple[str, ...], entry: Schema, parents: tuple[str, ...], vertical: bool = False
    ) -> Iterator[Sheet]:
        model = self._name(entry)
        code = CODES[path]
        columns = tuple(self._columns(model, (), required=True)) if model != "Text" else _languages((), required=True)
        yield Sheet(code, path, parents, columns, vertical=vertical)
        here = path if vertical else (*path, ENTRY)
        above = () if vertical else (*parents, code) if model in NAMED_BESIDE else (code,)
        yield from self._children(here, model, above, ())

    def _children(
        self, path: tuple[str, ...], model: str, parents: tuple[str, ...], inside: tuple[str, ...]
    ) -> Iterator[Sheet]:
        for name, prop in self.definitions[model]["properties"].items():
            here = (*path, *inside, name)
            if "patternProperties" in prop:
                yield Sheet(CODES[here], here, parents, _free_keys(prop), free_keys=True)
            elif _is_nested_list(prop):
                yield from self._sheet(here, prop["items"], parents)
            elif self._is_nested(prop):
                yield from self._children(path, self._name(prop), parents, (*inside, name))

    def _columns(self, model: str, inside: Steps, required: bool) -> Iterator[Column]:
        definition = self.definitions[model]
        for name, prop in definition["properties"].items():
            needed = required and name in definition.get("required", ())
            yield from self._columns_of(model, name, (*inside, name), prop, needed)

    def _columns_of(self, model: str, name: str, path: Steps, prop: Schema, required: bool) -> Iterator[Column]:
        kept = _without_null(prop)
        if _is_nested_list(kept) or "patternProperties" in kept:
            return
        if kept.get("$ref", "").endswith("/Text"):
            yield from _languages(path, required)
        elif kept.get("type") == "array" and "$ref" in kept["items"]:
            for number in range(kept["minItems"]):
                yield from _languages((*path, number), required)
        elif self._is_nested(kept):
            yield from self._columns(self._name(kept), path, required)
        else:
            refers = _REFERENCES.get((model, name))
            among = _choices(kept.get("items", {}))
            yield Column(_code(path), path, _kind(kept), required, _choices(kept), refers, among)

    def _is_nested(self, prop: Schema) -> bool:
        return "$ref" in prop and self._name(prop) != "Text"

    def _name(self, prop: Schema) -> str:
        return str(prop["$ref"]).rsplit("/", 1)[1]


_REFERENCES = {(model.__name__, field): kind for (model, field), kind in REFERENCES.items()}


def _code(path: Steps) -> str:
    """Write the code of a column.

    >>> _code(("levels", 0, "fr"))
    'levels.0.fr'
    """
    return ".".join(str(step) for step in path)


def _languages(path: Steps, required: bool) -> tuple[Column, ...]:
    return tuple(Column(_code((*path, lang)), (*path, lang), "words", required) for lang in ("fr", "en"))


def _free_keys(prop: Schema) -> tuple[Column, ...]:
    value = next(iter(prop["patternProperties"].values()))
    kind: CellKind = "names" if value.get("type") == "array" else "answer"
    choices = () if kind == "names" else _choices(value)
    return Column(TABLE_KEY, (TABLE_KEY,), "line", True), Column(TABLE_VALUE, (TABLE_VALUE,), kind, True, choices)


def _is_nested_list(prop: Schema) -> bool:
    """Say whether a value is a list that needs a sheet: entries, or texts of which the number is free."""
    if prop.get("type") != "array" or "$ref" not in prop["items"]:
        return False
    fixed = prop.get("minItems") is not None and prop.get("minItems") == prop.get("maxItems")
    return not (fixed and prop["items"]["$ref"].endswith("/Text"))


def _without_null(prop: Schema) -> Schema:
    """Return what an optional value is when it is there.

    >>> _without_null({"anyOf": [{"type": "integer"}, {"type": "null"}]})
    {'type': 'integer'}
    """
    options = [option for option in prop.get("anyOf", ()) if option.get("type") != "null"]
    return options[0] if len(options) == 1 else prop


def _kind(prop: Schema) -> CellKind:
    if any(option.get("pattern") == DECIMAL for option in prop.get("anyOf", ())):
        return "decimal"
    if prop.get("type") == "array":
        return "names" if prop["items"].get("pattern") == IDENTIFIER else "lines"
    if "enum" in prop or "const" in prop:
        return "choice"
    simple: dict[str, CellKind] = {"boolean": "yes_or_no", "integer": "whole"}
    patterns: dict[str, CellKind] = {IDENTIFIER: "name", WORDS: "words", LINE: "line"}
    return simple.get(prop.get("type", "")) or patterns.get(prop.get("pattern", ""), "code")


def _choices(prop: Schema) -> tuple[str, ...]:
    if "const" in prop:
        return (str(prop["const"]),)
    return tuple(str(choice) for choice in prop.get("enum", ()))
