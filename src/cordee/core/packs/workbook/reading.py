"""Reading a workbook back into a pack: the strict reading of YAML, with the address of each cell instead of a line."""

from collections.abc import Mapping
from typing import cast

from cordee.core.packs.faults import Fault, Place, fault, in_order
from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.reading.documents import Document, portions_of
from cordee.core.packs.reading.draft import Draft
from cordee.core.packs.reading.pack_reading import PackReading, read_portions
from cordee.core.packs.workbook.assembly import Assembly
from cordee.core.packs.workbook.grid import Grid, grids_of
from cordee.core.packs.workbook.guide import GUIDE_TAB, LISTS_TAB
from cordee.core.packs.workbook.labels import tab_of
from cordee.core.packs.workbook.records import records_of
from cordee.core.packs.workbook.sheets import sheets


def read_workbook(file: str, content: bytes) -> PackReading:
    """Read a workbook as a pack.

    Meaning: the same strictness as a folder. Formulas, merged cells, dates made by the spreadsheet, numbers where text
    is wanted, missing sheets, and columns or sheets that a pack does not have are faults, each at its cell. Where the
    headings are not right, the entries are not judged: everything would seem to be missing.
    Shapes: the name of the file and its bytes; a reading out, with a pack only when there is no fault.

    Errors: none is raised.

    >>> [one.id for one in read_workbook("pack.xlsx", b"").faults]
    ['not-a-workbook']
    """
    grids, faults = grids_of(file, content)
    assembly = Assembly(file)
    if grids:
        faults += _read_sheets(assembly, grids)
    if any(not one.place.cell for one in faults):
        return PackReading(None, in_order(faults), Draft())
    return read_portions(
        list(portions_of(cast("Document", assembly.document), assembly.locating)), (), [*faults, *assembly.faults]
    )


def _read_sheets(assembly: Assembly, grids: Mapping[str, Grid]) -> list[Fault]:
    faults = _unknown_tabs(assembly.file, grids)
    for sheet in sheets():
        grid = grids.get(tab_of(sheet.code))
        if grid is None:
            faults.append(fault("missing-sheet", Place(assembly.file), sheet=tab_of(sheet.code)))
            continue
        records, found = records_of(sheet, grid)
        faults += found
        assembly.add(sheet, records)
    return faults


def _unknown_tabs(file: str, grids: Mapping[str, Grid]) -> list[Fault]:
    known = [tab_of(sheet.code) for sheet in sheets()]
    return [
        fault("unknown-sheet", Place(file, sheet=tab), sheet=tab, suggestion=suggestion(tab, known))
        for tab in grids
        if tab not in {*known, GUIDE_TAB, LISTS_TAB}
    ]
