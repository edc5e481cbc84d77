"""The layout of a pack's folder: which file holds what, and which files have no place in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.messages.shapes import named_kind
from cordee.core.packs.messages.wording import Said, suggestion
from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.reading.yaml_source import Plain, YamlSource, read_yaml

Files = Mapping[str, bytes]
"""A folder as a value: path inside the folder, with slashes → content."""

SINGLE_FILES = {"pack.yaml": "card", "instrument/instrument.yaml": "instrument", "rules/scoring.yaml": "scoring"}
AXES_FOLDER = "instrument/axes"
COLLECTIONS = {
    "rules/recommendations": "recommendations",
    "glossary": "terms",
    "tools": "tools",
    "stories": "stories",
    "courses": "courses",
    "impacts": "impacts",
    "referential/objects": "objects",
    "referential/criteria": "criteria",
    "referential/cells": "cells",
    "compass/waypoints": "waypoints",
    "compass/doors": "doors",
    "compass/questions": "compass_questions",
    "compass/nodes": "compass_nodes",
    "selector/questions": "selector_questions",
    "selector/methods": "methods",
    "selector/approaches": "approach_advice",
    "sources": "sources",
    "cases": "cases",
}
"""Place of a collection → its kind. The place is a file (with .yaml) that holds a list, or a folder of files."""

COLLECTION_FILES = frozenset(f"{place}.yaml" for place in COLLECTIONS)
KINDS = ("card", "instrument", "axis", "scoring", *COLLECTIONS.values())
UNREAD_FILES = frozenset({"README.md", "LICENSE"})
RELEASES_FOLDER = "releases"


@dataclass
class Layout:
    """What the files hold, entry by entry, the kinds of which something could not be read, and the faults."""

    portions: list[Portion] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def lay_out(files: Files) -> Layout:
    """Read every file of a pack and hand over its entries, in the order of the names of files.

    Shapes: a folder as a value in; a layout out. Errors: none is raised, all are in `faults`.

    >>> found = lay_out({"pack.yaml": b"id: a", "notes.txt": b"-"})
    >>> [(one.kind, one.data) for one in found.portions], sorted({one.id for one in found.faults})
    ([('card', {'id': 'a'})], ['foreign-file', 'missing-file'])
    """
    layout = Layout()
    for name in sorted(files):
        kind = kind_of(name)
        if kind:
            _read_file(layout, kind, name, files[name])
        elif not is_unread(name):
            layout.faults.append(_foreign(name))
    layout.faults.extend(_in_two_places(files))
    _note_missing(layout, files)
    return layout


def kind_of(name: str) -> str | None:
    """Return the kind of entry that a file holds, or None when it has no place.

    >>> kind_of("tools/raci-grid.yaml"), kind_of("glossary.yaml"), kind_of("tools/raci/grid.yaml")
    ('tools', 'terms', None)
    """
    path = PurePosixPath(name)
    if name in SINGLE_FILES:
        return SINGLE_FILES[name]
    if path.suffix != ".yaml":
        return None
    folder = str(path.parent)
    if folder == AXES_FOLDER:
        return "axis"
    return COLLECTIONS.get(folder) or COLLECTIONS.get(name.removesuffix(".yaml"))


def is_unread(name: str) -> bool:
    """Say whether a file may stand in the folder without being part of the content.

    That is: published releases, hidden files, and the README and LICENSE of the folder.

    >>> is_unread("releases/1.0.0.json"), is_unread(".gitattributes"), is_unread("tools/.DS_Store"), is_unread("a.txt")
    (True, True, True, False)
    """
    parts = PurePosixPath(name).parts
    return name in UNREAD_FILES or parts[0] == RELEASES_FOLDER or any(part.startswith(".") for part in parts)


def _read_file(layout: Layout, kind: str, name: str, content: bytes) -> None:
    source, faults = read_yaml(name, content)
    if source is not None and name in COLLECTION_FILES and not isinstance(source.data, list):
        faults.append(fault("not-a-list", source.place(()), found=named_kind(source.data)))
        source = None
    layout.faults.extend(faults)
    if faults:
        layout.unread.add(kind)
    if source is not None:
        layout.portions.extend(_portions(kind, source))


def _portions(kind: str, source: YamlSource) -> Iterator[Portion]:
    """Cut a file into entries: a list in a collection is one entry each, anything else is one entry."""
    if isinstance(source.data, list) and kind in COLLECTIONS.values():
        for number, entry in enumerate(source.data):
            yield _portion(kind, source, entry, (number,), None)
    else:
        promised = None if source.file in SINGLE_FILES else PurePosixPath(source.file).stem
        yield _portion(kind, source, source.data, (), promised)


def _portion(kind: str, source: YamlSource, data: Plain, prefix: Path, named_after: str | None) -> Portion:
    def locate(path: Path, at_key: bool) -> Place:
        return source.place((*prefix, *path), at_key)

    return Portion(kind, data, locate, named_after)


def _foreign(name: str) -> Fault:
    known = [*SINGLE_FILES, *sorted(COLLECTION_FILES), *UNREAD_FILES]
    if name.endswith(".yml"):
        right = name.removesuffix("yml") + "yaml"
        proposal = Said(f"Vouliez-vous écrire «\u202f{right}\u202f»\u202f?", f"Did you mean ‘{right}’?")
    else:
        proposal = suggestion(name, known)
    return fault("foreign-file", Place(name), suggestion=proposal)


def _in_two_places(files: Files) -> Iterator[Fault]:
    for place in COLLECTIONS:
        if f"{place}.yaml" in files and any(_holds(place, name) for name in files):
            yield fault("two-places", Place(f"{place}.yaml"), file=f"{place}.yaml", folder=place)


def _holds(folder: str, name: str) -> bool:
    return str(PurePosixPath(name).parent) == folder and name.endswith(".yaml")


def _note_missing(layout: Layout, files: Iterable[str]) -> None:
    present = set(files)
    for name, kind in SINGLE_FILES.items():
        if name not in present:
            layout.faults.append(fault("missing-file", Place(name), file=name))
            layout.unread.add(kind)
