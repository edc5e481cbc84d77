"""YAML with its positions and no silent conversion: only null, true, false and plain integers change type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Union

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.messages.wording import Value
from cordee.core.packs.reading.decoding import read_text
from cordee.core.packs.reading.yaml_errors import explain

Plain = Union[None, bool, int, str, "list[Plain]", "dict[str, Plain]"]

DEEPEST = 40
PLAIN_INTEGER = re.compile(r"-?[1-9][0-9]{0,17}|0")
WORDS_WITH_A_TYPE: Mapping[str, Plain] = {"null": None, "true": True, "false": False}

MAIMING = frozenset({"several-documents", "too-deep", "odd-key", "merge-key"})
"""Faults after which what was read is not what was written."""

Spot = tuple[int, int]


@dataclass(frozen=True)
class YamlSource:
    """One file: its data, and where each key and each value of it stands."""

    file: str
    data: Plain
    keys: Mapping[Path, Spot]
    values: Mapping[Path, Spot]

    def place(self, path: Path, at_key: bool = False) -> Place:
        """Return where a path stands, or the nearest thing around it when it is not there.

        >>> source, _ = read_yaml("pack.yaml", b"id: alliances\\nname:\\n  fr: Sens\\n")
        >>> source.place(("name", "en"))
        Place(file='pack.yaml', line=2, column=1, sheet='', cell='')
        """
        present = path in self.values
        while path and path not in self.values:
            path = path[:-1]
        spots = self.keys if at_key or not present else self.values
        line, column = spots.get(path) or self.values.get(path, (1, 1))
        return Place(self.file, line, column)


def read_yaml(file: str, content: bytes) -> tuple[YamlSource | None, list[Fault]]:
    """Read one YAML file strictly.

    Shapes: bytes in; the source, or None when the text cannot be read at all, and every fault found on the way.
    A source can come with faults: it then says as much as could be understood. Errors: none is raised.

    >>> source, faults = read_yaml("a.yaml", b"on: off\\nversion: 1.10\\nminutes: 12\\n")
    >>> source.data, faults
    ({'on': 'off', 'version': '1.10', 'minutes': 12}, [])
    >>> read_yaml("a.yaml", b"id: a\\nid: b\\n")[1][0].line
    2
    """
    text, faults = read_text(file, content)
    if text is None:
        return None, faults
    reader = _Reader(file, text)
    try:
        reader.read(_events(text))
    except YAMLError as error:
        reader.faults.append(explain(file, text, error if isinstance(error, MarkedYAMLError) else None))
    except ValueError:
        # The scanner passes an escape such as \U00110000 to chr() unchecked.
        reader.faults.append(fault("bad-escape", _place_of_bad_escape(file, text)))
    else:
        return reader.source(), reader.faults
    return None, reader.faults


def plain_value(event: ScalarEvent) -> Plain:
    """Return what a scalar says: quoted text stays text; unquoted, only null, true, false and integers change type."""
    words: str = event.value
    if event.style is not None:
        return words
    if words in WORDS_WITH_A_TYPE:
        return WORDS_WITH_A_TYPE[words]
    return int(words) if PLAIN_INTEGER.fullmatch(words) else words


def _events(text: str) -> Iterator[Event]:
    # The loader of ruamel builds objects; its events, one step before, carry positions and no conversion.
    parser = YAML(typ="safe", pure=True)
    events: Iterator[Event] = parser.parse(text)
    return events


class _TooDeep(Exception):
    """The nesting is beyond anything a person writes."""


@dataclass
class _Opened:
    """A list or a block being read."""

    data: "dict[str, Plain] | list[Plain]"
    path: Path
    key: str | None = None


@dataclass
class _Reader:
    """Builds plain data from events, and notes on the way what is not accepted."""

    file: str
    text: str
    root: Plain = None
    faults: list[Fault] = field(default_factory=list)
    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)
    opened: list[_Opened] = field(default_factory=list)
    documents: int = 0

    def source(self) -> YamlSource | None:
        """Return what was read, or None when too much of it is missing to be judged."""
        if not self.values or any(one.id in MAIMING for one in self.faults):
            return None
        return YamlSource(self.file, self.root, self.keys, self.values)

    def read(self, events: Iterator[Event]) -> None:
        self._refuse_directives()
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._start_document(event)
            elif self.documents == 1 and not self._take(event):
                return
        if not self.values:
            self.faults.append(fault("empty-file", Place(self.file)))

    def _take(self, event: Event) -> bool:
        """Take one event of the first document; False when reading must stop."""
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.opened.pop()
            return True
        if not isinstance(event, ScalarEvent | AliasEvent | MappingStartEvent | SequenceStartEvent):
            return True
        self._refuse_marks(event)
        if self._awaits_key():
            self._take_key(event)
        else:
            self._take_value(event)
        if len(self.opened) > DEEPEST:
            self._note("too-deep", event.start_mark, limit=DEEPEST)
            return False
        return True

    def _awaits_key(self) -> bool:
        return bool(self.opened) and isinstance(self.opened[-1].data, dict) and self.opened[-1].key is None

    def _take_key(self, event: Event) -> None:
        block = self.opened[-1]
        if not isinstance(event, ScalarEvent):
            self._note("odd-key", event.start_mark)
            block.key = ""
            if not isinstance(event, AliasEvent):
                self._open(event, (*block.path, "?"))
            return
        block.key = event.value
        path = (*block.path, event.value)
        if event.value == "<<" and event.style is None:
            self._note("merge-key", event.start_mark)
        elif path in self.keys:
            self._note("duplicate-key", event.start_mark, path, key=event.value, first=self.keys[path][0])
        self._refuse_spread(event)
        self.keys[path] = _spot(event.start_mark)

    def _take_value(self, event: Event) -> None:
        path = self._place_for_value()
        self.values[path] = _spot(event.start_mark)
        if isinstance(event, ScalarEvent):
            self._check_scalar(event, path)
            self._put(plain_value(event))
        elif isinstance(event, AliasEvent):
            self._put(None)
        else:
            # A list or a block is shown at its key, which is what its author looks for.
            self.values[path] = self.keys.get(path, self.values[path])
            self._open(event, path)

    def _place_for_value(self) -> Path:
        if not self.opened:
            return ()
        around = self.opened[-1]
        if isinstance(around.data, dict):
            return (*around.path, around.key or "")
        return (*around.path, len(around.data))

    def _open(self, event: Event, path: Path) -> None:
        data: dict[str, Plain] | list[Plain] = {} if isinstance(event, MappingStartEvent) else []
        if not (path and path[-1] == "?"):
            self._put(data)
        self.opened.append(_Opened(data, path))

    def _put(self, value: Plain) -> None:
        if not self.opened:
            self.root = value
            return
        around = self.opened[-1]
        if isinstance(around.data, dict):
            around.data[around.key or ""] = value
            around.key = None
        else:
            around.data.append(value)

    def _check_scalar(self, event: ScalarEvent, path: Path) -> None:
        if event.style is None and event.value == "":
            key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
            # An empty value has its mark where the next thing starts: show the key instead.
            line, column = self.values[path] = self.keys.get(path, _spot(event.start_mark))
            self.faults.append(fault("empty-value", Place(self.file, line, column), path, key=key))
        self._refuse_spread(event)
        if event.style is None and self._followed_by_comment(event):
            self._note("comment-after-text", event.end_mark, path)
        if any(_is_surrogate(letter) for letter in event.value):
            self._note("bad-escape", event.start_mark, path)

    def _refuse_spread(self, event: ScalarEvent) -> None:
        if event.style is None and event.start_mark.line != event.end_mark.line:
            self._note("text-over-lines", event.start_mark)

    def _followed_by_comment(self, event: ScalarEvent) -> bool:
        if not isinstance(plain_value(event), str) or not event.value:
            return False
        rest = self.text[event.end_mark.index :].split("\n", 1)[0]
        return rest.lstrip(" ").startswith("#") and rest[:1] == " "

    def _refuse_marks(self, event: Any) -> None:
        mark = event.start_mark
        if isinstance(event, AliasEvent):
            self._note("anchor", mark, name=f"*{event.anchor}", sign="*")
        elif event.anchor is not None:
            self._note("anchor", mark, name=f"&{event.anchor}", sign="&")
        if getattr(event, "ctag", None) is not None:
            self._note("tag", mark, name=str(event.tag))

    def _refuse_directives(self) -> None:
        for number, line in enumerate(self.text.split("\n"), 1):
            if line.startswith("%"):
                self.faults.append(fault("directive", Place(self.file, number, 1)))
            elif line.strip() and not line.startswith("#"):
                return

    def _start_document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents == 2:
            self._note("several-documents", event.start_mark)

    def _note(self, message_id: str, mark: StreamMark, path: Path = (), **values: Value) -> None:
        self.faults.append(fault(message_id, Place(self.file, *_spot(mark)), path, **values))


def _spot(mark: StreamMark) -> Spot:
    return mark.line + 1, mark.column + 1


def _is_surrogate(letter: str) -> bool:
    # Half of a character: YAML lets \ud800 through, and no file, cell or database could keep it.
    return "\ud800" <= letter <= "\udfff"


def _place_of_bad_escape(file: str, text: str) -> Place:
    found = re.search(r"\\U(?!0000|0001|000[2-9A-Fa-f]|0010)", text)
    before = text[: found.start()] if found else ""
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
