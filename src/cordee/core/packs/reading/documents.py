"""The strict reading of a pack that is one plain document, as a release or a draft keeps it, whatever it holds.

The place of a fault is its JSON pointer (RFC 6901): `/tools/3/name/fr`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.messages.shapes import named_kind
from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.draft import SINGLES
from cordee.core.packs.reading.layout import COLLECTIONS
from cordee.core.packs.reading.pack_reading import PackReading, read_portions
from cordee.core.packs.reading.portions import Locate, Portion
from cordee.core.packs.reading.yaml_source import Plain

Document = Mapping[str, Any]


def read_document(document: Document) -> PackReading:
    """Read a pack from its plain document.

    Meaning: the same shapes and checks as a folder or a workbook; a missing block or an unknown key is a fault.
    Shapes: lists, blocks, text, integers and booleans in; a reading out, with a pack only when there is no fault.
    Errors: none is raised.

    >>> reading = read_document({"card": {"id": "A"}, "instrument": {"axes": []}, "scoring": {}})
    >>> [(one.place.file, one.id) for one in reading.faults if one.path.startswith("id")]
    [('/card/id', 'bad-identifier'), ('/instrument/id', 'missing-key')]
    """
    whole = {**{kind: [] for kind in COLLECTIONS.values()}, **document}
    faults = list(_key_faults(document))
    readable = {key: whole[key] for key in whole if key not in {one.path for one in faults}}
    return read_portions(list(portions_of(readable, _locating)), {one.path for one in faults}, faults)


def portions_of(document: Document, locating: Callable[[Path], Locate]) -> Iterator[Portion]:
    """Cut a document into entries. `locating` gives, for the path of an entry, what tells the places inside it."""
    for kind in SINGLES:
        if kind == "instrument" and kind in document:
            yield from _instrument(document[kind], locating)
        elif kind in document:
            yield Portion(kind, document[kind], locating((kind,)))
    for kind in COLLECTIONS.values():
        for number, entry in enumerate(document.get(kind, ())):
            yield Portion(kind, entry, locating((kind, number)))


def pointer(path: Path) -> str:
    """Write a path as a JSON pointer.

    >>> pointer(("cases", 0, "answers", "a/b"))
    '/cases/0/answers/a~1b'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def steps_of(shown: str) -> tuple[str, ...]:
    """Read a JSON pointer back as words; positions stay written as text.

    >>> steps_of("/cases/0/answers/a~1b")
    ('cases', '0', 'answers', 'a/b')
    """
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in shown.split("/")[1:])


def _instrument(instrument: Any, locating: Callable[[Path], Locate]) -> Iterator[Portion]:
    axes = instrument.get("axes") if isinstance(instrument, dict) else None
    if not isinstance(axes, list):
        yield Portion("instrument", instrument, locating(("instrument",)))
        return
    for number, axis in enumerate(axes):
        yield Portion("axis", axis, locating(("instrument", "axes", number)))
    # A list of names, as in the file of the instrument; an axis without a name is at fault by itself.
    names = [axis["id"] for axis in axes if isinstance(axis, dict) and isinstance(axis.get("id"), str)]
    shell = cast("Plain", {**instrument, "axes": names})
    yield Portion("instrument", shell, locating(("instrument",)))


def _locating(prefix: Path) -> Locate:
    return lambda path, at_key: Place(pointer((*prefix, *path)))


def _key_faults(document: Document) -> Iterator[Fault]:
    known = [*SINGLES, *COLLECTIONS.values()]
    for kind in SINGLES:
        if kind not in document and Pack.model_fields[kind].is_required():
            yield fault("missing-key", Place(pointer((kind,))), (kind,), key=kind)
    for key in document:
        if key not in known:
            yield fault("unknown-key", Place(pointer((key,))), (key,), key=key, suggestion=suggestion(key, known))
    for kind in COLLECTIONS.values():
        if not isinstance(document.get(kind, []), list):
            yield fault("not-a-list", Place(pointer((kind,))), (kind,), found=named_kind(document[kind]))
