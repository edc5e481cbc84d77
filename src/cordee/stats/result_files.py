"""Writing results: CSV, Parquet or JSON, rows in their order, numbers with all their digits, whole or not at all."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from cordee.stats.faults import refusal
from cordee.stats.results import Cell
from cordee.stats.writing import full_disk, written_whole

NUMBERS = frozenset(("n", "n_eff", "estimate", "difference", "se", "lower", "upper", "df", "deff", "t", "p", "p_holm"))
FORMAT = "cordee-survey/1"
WHOLE_NUMBERS = ("n", "df")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Results as a table: names of columns, rows of cells, which columns hold numbers, and what is said beside them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    numbers: frozenset[str]
    notes: Mapping[str, object] = field(default_factory=dict)

    def as_csv(self) -> str:
        """Return the table as CSV. Numbers are the shortest text that reads back to the same number.

        >>> print(Sheet(["n", "estimate"], [[3, 0.1], [2, None]], frozenset()).as_csv(), end="")
        n,estimate
        3,0.1
        2,
        """
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([["" if cell is None else cell for cell in row] for row in self.rows])
        return out.getvalue()

    def as_json(self) -> str:
        """Return the table as JSON: one object a row, `null` for what is not known."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        document = {"format": FORMAT, **self.notes, "rows": rows}
        return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"

    def write_parquet(self, path: Path) -> None:
        """Write the table as Parquet, with the type of each column. OSError: there is no more room."""
        import polars as pl

        types = {name: self._type(name) for name in self.columns}
        kinds: dict[str, pl.DataType] = {"int": pl.Int64(), "float": pl.Float64(), "text": pl.String()}
        columns = zip(*self.rows, strict=True) if self.rows else [[] for _ in self.columns]
        data = {
            name: pl.Series(name, list(cells), dtype=kinds[types[name]], strict=False)
            for name, cells in zip(self.columns, columns, strict=True)
        }
        try:
            pl.DataFrame(data).write_parquet(path)
        except pl.exceptions.PolarsError as error:
            raise full_disk(error) or error from None

    def _type(self, name: str) -> str:
        if name not in self.numbers:
            return "text"
        return "int" if name in WHOLE_NUMBERS else "float"


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write a table in the format that the name of the file says. SurveyRefused: unknown format, or no room."""
    writers: dict[str, Callable[[Path], object]] = {
        ".csv": lambda place: place.write_text(sheet.as_csv(), encoding="utf-8", newline="\n"),
        ".json": lambda place: place.write_text(sheet.as_json(), encoding="utf-8", newline="\n"),
        ".parquet": sheet.write_parquet,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise unknown_output(path, writers)
    with written_whole(path) as place:
        writer(place)


def unknown_output(path: Path, known: Mapping[str, object]) -> Exception:
    """Return the refusal of a name whose ending says no format that can be written."""
    return refusal("unknown-output", str(path), suffix=path.suffix or path.name, known=", ".join(known))
