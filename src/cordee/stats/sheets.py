"""What a study gives, as tables: estimates, and the comparisons that its design asks for."""

from cordee.stats.comparison import compare, comparison_table
from cordee.stats.estimation import Estimates
from cordee.stats.result_files import NUMBERS, Sheet
from cordee.stats.results import cells_of, columns_of


def estimates_sheet(found: Estimates) -> Sheet:
    """Return the table of estimates; with what calibration did, where the format has room for it."""
    columns = columns_of(found.rows)
    rows = [cells_of(row, columns) for row in found.rows]
    notes = {"calibration": found.diagnostics.as_dict() if found.diagnostics else None}
    return Sheet(columns, rows, NUMBERS & set(columns), notes)


def comparisons_sheet(found: Estimates, level: float) -> Sheet:
    """Return the table of comparisons."""
    columns, rows = comparison_table(compare(found.rows, level))
    return Sheet(columns, rows, NUMBERS & set(columns))
