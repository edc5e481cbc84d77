"""The strict reading of a pack: every fault at once, or the pack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cordee.core.packs.checks import check
from cordee.core.packs.faults import Fault, Place, in_order
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.draft import Draft, draft_of
from cordee.core.packs.reading.layout import Files, lay_out
from cordee.core.packs.reading.portions import Portion


@dataclass(frozen=True)
class PackReading:
    """A pack, or the faults that keep it from being one; and where each of its words was written."""

    pack: Pack | None
    faults: tuple[Fault, ...]
    draft: Draft


def read_pack(files: Files) -> PackReading:
    """Read the folder of a pack, given as a value.

    Meaning: YAML without silent conversion, then the shape of each entry, then what must hold between entries. What
    refers to something that could not be read is not judged until it can be.
    Shapes: path in the folder → bytes; a reading out, with a pack only when there is no fault. Errors: none is raised.

    >>> reading = read_pack({"pack.yaml": b"id: [\\n"})
    >>> reading.pack, [(one.file, one.line, one.id) for one in reading.faults][2:]
    (None, [('rules/scoring.yaml', 0, 'missing-file')])
    """
    layout = lay_out(files)
    return read_portions(layout.portions, layout.unread, layout.faults)


def read_portions(portions: Sequence[Portion], unread: Iterable[str] = (), faults: Sequence[Fault] = ()) -> PackReading:
    """Read a pack from its entries, wherever they were written.

    `faults` are those already found in the writing: what stands on the same line, or in the same cell, is not judged.
    """
    draft = draft_of(portions, unread)
    told = {_spot(one.place) for one in faults}
    echoes = [one for one in (*draft.faults, *check(draft)) if _spot(one.place) not in told]
    found = in_order([*faults, *echoes])
    return PackReading(None if found else draft.pack(), found, draft)


def _spot(place: Place) -> tuple[str, str, str, int]:
    return place.file, place.sheet, place.cell, 0 if place.cell else place.line
