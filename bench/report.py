"""Measure what a document costs: milliseconds and bytes of each, beside the trivial one (the same values, dumped).

    python bench/report.py [repetitions]

An express and a full diagnosis of one person, with an evidence of 60 letters on every question. « first » is the first
document of a process, which reads the fonts; the others are medians, each on answers never typeset before, so that
nothing the typesetter remembers of an earlier document can help.
"""

# ruff: noqa: E402 - Django is set up before anything that holds a table is imported

import json
import os
import resource
import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")

import django

django.setup()

from cordee.apps.diagnosis.bridge import read_one
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.reports.composing import Material, compose
from cordee.apps.reports.json_document import document_of, to_json
from cordee.apps.reports.model import Report
from cordee.apps.reports.pdf import to_pdf
from cordee.apps.reports.workbook import to_xlsx
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import release_of
from cordee.ground import packs_folder

DAY = date(2026, 11, 23)


def reference_pack() -> Pack:
    """The reference pack, as its files are."""
    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    if pack is None:
        sys.exit("The reference pack has faults: see « cordee pack check ».")
    return pack


def report_of(pack: Pack, sha256: str, form: str, turn: int) -> Report:
    """A report on answers of its own: another turn, other levels and other words."""
    items = pack.instrument.items_of(form)
    evidence = f"Preuve numéro {turn}, notée au comité de mars, page"
    answers = {
        item.id: GivenAnswer("answered", (turn + 2 * place) % 5, f"{evidence} {place}")
        for place, item in enumerate(items)
    }
    given = Given(answers)
    material = Material(pack, sha256, read_one(pack, form, given), given, "bench", DAY)
    return compose(material, "fr")


def trivial(report: Report) -> bytes:
    """The least one could give: the values, unsorted, unstyled."""
    return json.dumps(document_of(report)).encode()


def measured(make: Callable[[Report], bytes], reports: list[Report]) -> tuple[float, float, int]:
    """First and median milliseconds, and the bytes of the last."""
    times, size = [], 0
    for report in reports:
        begun = perf_counter()
        size = len(make(report))
        times.append(1000 * (perf_counter() - begun))
    return times[0], median(times[1:]), size


def main() -> None:
    """Print one line for each form and document."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    pack = reference_pack()
    sha256 = release_of(pack).sha256
    print(f"{'form':8} {'document':10} {'first ms':>9} {'median ms':>10} {'bytes':>9}")
    for form in ("express", "full"):
        reports = [report_of(pack, sha256, form, turn) for turn in range(repetitions + 1)]
        for name, make in (("trivial", trivial), ("json", to_json), ("xlsx", to_xlsx), ("pdf", to_pdf)):
            first, usual, size = measured(make, reports)
            print(f"{form:8} {name:10} {first:9.1f} {usual:10.1f} {size:9,d}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process: {peak:.0f} MB, after {2 * (repetitions + 1)} PDFs")


if __name__ == "__main__":
    main()
