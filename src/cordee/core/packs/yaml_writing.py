"""A pack written as the folder of YAML files that the strict reading turns back into the same pack."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import AXES_FOLDER, COLLECTIONS, SINGLE_FILES
from cordee.core.packs.text import IDENTIFIER

WIDEST = 120
# Words that another YAML reader would take for something else than text.
_TAKEN_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_PLAIN = re.compile(IDENTIFIER)
ONE_FILE_EACH = frozenset({"tools", "stories", "courses"})

Json = Any


def files_of(pack: Pack) -> dict[str, bytes]:
    """Write a pack as files: path in the folder → bytes.

    Meaning: the layout of the reference pack. Tools, stories and courses have a file each, as long as the order of
    file names is their order in the pack; otherwise one file keeps the order. Errors: none for a pack.
    """
    document = pack.model_dump(by_alias=True, exclude_defaults=True)
    axes = document["instrument"]["axes"]
    singles = {**document, "instrument": {**document["instrument"], "axes": [axis["id"] for axis in axes]}}
    files = {name: _file(singles[kind]) for name, kind in SINGLE_FILES.items()}
    files |= {f"{AXES_FOLDER}/{axis['id']}.yaml": _file(axis) for axis in axes}
    for place, kind in COLLECTIONS.items():
        files |= _collection(place, kind, document.get(kind, ()))
    return files


def _collection(place: str, kind: str, entries: Sequence[Json]) -> dict[str, bytes]:
    if not entries:
        return {}
    names = [f"{place}/{entry['id']}.yaml" for entry in entries]
    if kind in ONE_FILE_EACH and names == sorted(names):
        return {name: _file(entry) for name, entry in zip(names, entries, strict=True)}
    return {f"{place}.yaml": _file(entries)}


def _file(data: Json) -> bytes:
    return ("\n".join(_lines(data, 0)) + "\n").encode()


def _lines(data: Json, indent: int) -> Iterator[str]:
    """Write a block or a list, one entry after the other."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _entry(f"{' ' * indent}{_key(key)}:", value, indent + 2)
    else:
        for value in data:
            yield from _list_entry(value, indent)


def _entry(start: str, value: Json, deeper: int) -> Iterator[str]:
    short = f"{start} {_flow(value)}"
    if (_is_short(value) and len(short) <= WIDEST) or not isinstance(value, Mapping | list | tuple) or not value:
        yield short
    else:
        yield start
        yield from _lines(value, deeper)


def _list_entry(value: Json, indent: int) -> Iterator[str]:
    start = f"{' ' * indent}-"
    short = f"{start} {_flow(value)}"
    if not isinstance(value, Mapping) or (len(short) <= WIDEST and _is_short(value) and "id" not in value):
        yield short
        return
    first, *rest = _lines(value, indent + 2)
    yield f"{start} {first.lstrip(' ')}"
    yield from rest


def _is_short(value: Json) -> bool:
    """Say whether a value may stand on one line: a block or list of simple values."""
    if isinstance(value, Mapping):
        return all(not isinstance(one, Mapping) and _is_short(one) for one in value.values())
    if isinstance(value, list | tuple):
        return all(not isinstance(one, Mapping | list | tuple) for one in value)
    return True


def _flow(value: Json) -> str:
    """Write a value on one line.

    >>> _flow({"fr": "Sens", "en": "Meaning"}), _flow(["clarity", "12"]), _flow(Decimal(2)), _flow(Decimal("2.5"))
    ('{fr: "Sens", en: "Meaning"}', '[clarity, "12"]', '2', '"2.5"')
    """
    if isinstance(value, Mapping):
        words = [f"{_key(key)}: {_word(one) if key in ('fr', 'en') else _flow(one)}" for key, one in value.items()]
        return "{" + ", ".join(words) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    if isinstance(value, str):
        return value if _is_plain(value) else _word(value)
    if isinstance(value, Decimal):
        return str(value) if value == value.to_integral_value() else _word(str(value))
    return json.dumps(value)


def _key(key: str) -> str:
    return key if _is_plain(key) else _word(key)


def _is_plain(words: str) -> bool:
    return bool(_PLAIN.search(words)) and words[0].isalpha() and words not in _TAKEN_WORDS


def _word(words: str) -> str:
    r"""Put text between double quotes; what an editor would not show is written as a code.

    >>> _word('a "b"\n'), _word("\x85")
    ('"a \\"b\\"\\n"', '"\\u0085"')
    """
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(letter if _is_shown(letter) else _code(letter) for letter in quoted)


def _is_shown(letter: str) -> bool:
    return letter.isprintable() or letter in "\u00a0\u202f"


def _code(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"
