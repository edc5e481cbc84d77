"""The published JSON Schema of a pack, for editors that complete and for other programs that read."""

import json
from typing import Any

from cordee.core.packs.pack import Pack

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Cordée pack"


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of a pack as one document.

    Each file of a folder is one of its definitions: `#/$defs/Axis` for an axis, `#/$defs/Tool` for a tool, and so on.
    What holds between entries (references, order, bounds) is beyond a schema: `cordee pack check` looks at it.
    """
    schema = Pack.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DIALECT, **schema, "title": TITLE}


def schema_document() -> str:
    """Write the schema as text, the same each time."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
