"""Everything that `cordee pack check` looks at: the files, the version, the releases, the worked cases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.checks import check_on
from cordee.core.packs.faults import Fault, in_order, read_path
from cordee.core.packs.pack import Pack
from cordee.core.packs.publication import Published, published_in, version_faults
from cordee.core.packs.reading.draft import Draft
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import PackReading, read_pack
from cordee.core.packs.release import Release, release_of

RunCase = Callable[[Pack, WorkedCase], Sequence[Fault]]
"""Plays one worked case; the paths of its faults start inside the case, as in `expected.axes[0].vision`."""


@dataclass(frozen=True)
class Verdict:
    """What a check says of a folder: its release when nothing is wrong, and how many worked cases were played."""

    reading: PackReading
    release: Release | None
    published: Published
    faults: tuple[Fault, ...]
    played: int


def check_folder(files: Files, run_case: RunCase | None = None, today: date | None = None) -> Verdict:
    """Check the folder of a pack, given as a value.

    Meaning: the strict reading; then, for a pack that reads, that its version may be what it says given the releases
    kept beside it, and that each worked case gives what it expects. Without `run_case`, no case is played;
    without `today`, no date is looked at as past or to come.
    Shapes: path in the folder → bytes; a verdict. Errors: none is raised.
    """
    return verdict_on(read_pack(files), published_in(files), run_case, today)


def verdict_on(
    reading: PackReading, published: Published, run_case: RunCase | None = None, today: date | None = None
) -> Verdict:
    """Check what was read of a pack, wherever it was written, given what has been published of it.

    Shapes: a reading, the releases it comes after; a verdict. Errors: none is raised.
    """
    faults = [*reading.faults, *published.faults, *(check_on(reading.draft, today) if today else ())]
    if reading.pack is None:
        return Verdict(reading, None, published, in_order(faults), 0)
    release = release_of(reading.pack)
    faults += version_faults(release, published, reading.draft.place(("card", "version")))
    cases = reading.pack.cases if run_case else ()
    if run_case:
        faults += play(reading.pack, cases, run_case, reading.draft)
    return Verdict(reading, None if faults else release, published, in_order(faults), len(cases))


def play(pack: Pack, cases: Iterable[WorkedCase], run_case: RunCase, draft: Draft) -> list[Fault]:
    """Play worked cases and place what they find at the line of the case that expects it."""
    return [
        replace(one, place=draft.place(("cases", number, *read_path(one.path))))
        for number, case in enumerate(cases)
        for one in run_case(pack, case)
    ]
