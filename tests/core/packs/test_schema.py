"""The published schema is the one of the models, and what is committed is what the code says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document
from cordee.core.packs.schema import DIALECT, pack_schema, schema_document

COMMITTED = Path(__file__).parents[3] / "docs" / "pack.schema.json"


def test_the_committed_schema_is_up_to_date() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_document(), "write it again: cordee pack schema --write"


def test_the_schema_says_what_it_is() -> None:
    schema = pack_schema()
    assert schema["$schema"] == DIALECT
    assert schema["required"] == ["card", "instrument", "scoring"]
    assert {"Axis", "Topic", "Item", "Tool", "Term", "Recommendation", "WorkedCase"} <= set(schema["$defs"])
    assert all(definition["additionalProperties"] is False for definition in schema["$defs"].values())


def accepts(schema: Any, value: Any, definitions: Any) -> bool:
    """Judge a value with the few words of JSON Schema that the schema of a pack uses."""
    if "$ref" in schema:
        return accepts(definitions[schema["$ref"].rsplit("/", 1)[1]], value, definitions)
    if "anyOf" in schema:
        return any(accepts(option, value, definitions) for option in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    return _JUDGES[schema["type"]](schema, value, definitions)


def _object(schema: Any, value: Any, definitions: Any) -> bool:
    if not isinstance(value, dict) or not set(schema.get("required", ())) <= set(value):
        return False
    known = schema.get("properties", {})
    free = list(schema.get("patternProperties", {}).items())
    return all(
        accepts(known[key], one, definitions)
        if key in known
        else any(re.search(pattern, key) and accepts(kind, one, definitions) for pattern, kind in free)
        for key, one in value.items()
    )


def _array(schema: Any, value: Any, definitions: Any) -> bool:
    if not isinstance(value, list) or not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        return False
    return all(accepts(schema["items"], one, definitions) for one in value)


def _string(schema: Any, value: Any, _definitions: Any) -> bool:
    return isinstance(value, str) and bool(re.search(schema.get("pattern", ""), value))


_JUDGES = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": lambda _schema, value, _definitions: isinstance(value, int) and not isinstance(value, bool),
    "boolean": lambda _schema, value, _definitions: isinstance(value, bool),
    "null": lambda _schema, value, _definitions: value is None,
}


def test_the_schema_accepts_a_pack(sample: Pack) -> None:
    schema = pack_schema()
    assert accepts(schema, json.loads(json.dumps(plain_document(sample))), schema["$defs"])


@pytest.mark.parametrize(
    "edit",
    [
        lambda doc: doc["card"].update(version="1.0"),
        lambda doc: doc["card"].update(extra=1),
        lambda doc: doc["scoring"].update(target=0.5),
        lambda doc: doc["terms"][0].pop("name"),
        lambda doc: doc["tools"][0].update(sources=[]),
        lambda doc: doc["instrument"]["axes"][0]["topics"][0]["items"][0]["levels"].pop(),
        lambda doc: doc["terms"][0]["name"].update(fr=" "),
        lambda doc: doc["cases"][0]["respondents"][0]["answers"].update({"*": 5}),
    ],
)
def test_the_schema_refuses_what_the_reading_refuses(edit: Any, sample: Pack) -> None:
    schema, document = pack_schema(), json.loads(json.dumps(plain_document(sample)))
    edit(document)
    assert not accepts(schema, document, schema["$defs"])
