"""CSV files: every column is text until the design says it is a number, so that a code such as 01 stays 01."""

import csv
from collections.abc import Sequence
from io import StringIO

import polars as pl

from cordee.stats.faults import SurveyFault, SurveyRefused, refusal, survey_fault
from cordee.stats.sources.source import Source

CHUNK = 1 << 20
SEPARATORS = ",;\t"


def open_csv(source: Source) -> pl.LazyFrame:
    """Open a CSV file: comma, semicolon or tabulation; UTF-8 with or without BOM. SurveyRefused: what is broken."""
    separator, _ = csv_shape(source)
    return pl.scan_csv(source.path, separator=separator, infer_schema=False, glob=False, raise_if_empty=False)


def csv_shape(source: Source) -> tuple[str, list[str]]:
    """Return the separator and the names of the columns of a sound CSV file. SurveyRefused: what is broken."""
    _refuse_other_encodings(source)
    header = _header(source)
    separator = separator_of(header)
    names = next(csv.reader(StringIO(header), delimiter=separator))
    _refuse_bad_names(source, names)
    _refuse_ragged(source, separator, len(names))
    return separator, names


def separator_of(header: str) -> str:
    """Return the separator that is most used on the first line.

    >>> separator_of("a;b;c"), separator_of("a")
    (';', ',')
    """
    return max(SEPARATORS, key=header.count)


def _header(source: Source) -> str:
    with source.path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline().rstrip("\r\n")
    if not header.strip():
        raise refusal("empty-file", source.name)
    return header


def _refuse_bad_names(source: Source, names: Sequence[str]) -> None:
    faults = duplicate_columns(source, names)
    for number, name in enumerate(names, 1):
        if not name.strip():
            faults.append(survey_fault("nameless-column", source.name, number=number))
    if faults:
        raise SurveyRefused(faults)


def duplicate_columns(source: Source, names: Sequence[str]) -> list[SurveyFault]:
    """Return a fault for each name that is there twice."""
    twice = dict.fromkeys(name for name in names if name.strip() and list(names).count(name) > 1)
    return [survey_fault("duplicate-column", source.name, column=name) for name in twice]


def _refuse_other_encodings(source: Source) -> None:
    """Read the bytes once; the first line that is not UTF-8 is said."""
    line, left = 1, b""
    with source.path.open("rb") as file:
        while chunk := left + file.read(CHUNK):
            whole, left = _split_at_line(chunk, at_end=len(chunk) - len(left) < CHUNK)
            if not whole.isascii():
                _decode(source, whole, line)
            line += whole.count(b"\n")


def _split_at_line(chunk: bytes, *, at_end: bool) -> tuple[bytes, bytes]:
    end = len(chunk) if at_end else chunk.rfind(b"\n") + 1
    return (chunk, b"") if end == 0 else (chunk[:end], chunk[end:])


def _decode(source: Source, part: bytes, line: int) -> None:
    try:
        part.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = line + part[: error.start].count(b"\n")
        raise refusal("not-utf-8", source.name, line=wrong) from None


def _refuse_ragged(source: Source, separator: str, expected: int) -> None:
    """Count the separators of each line outside of quotation marks.

    A quoted line break makes several lines of one row: a file that holds one is left to the reader of Polars.
    """
    lines = pl.scan_lines(source.path, glob=False)
    bare = pl.col("line").str.replace_all(r'"[^"]*"', "")
    fields = bare.str.count_matches(separator, literal=True) + 1
    wrong = (fields != expected) & (pl.col("line").str.strip_chars() != "")
    state = lines.select(bare.str.contains('"', literal=True).any().alias("open"), wrong.sum().alias("wrong"))
    found = state.collect(engine="streaming")
    if found["open"].item() or not found["wrong"].item():
        return
    numbered = lines.with_row_index("place").filter(wrong).select("place", fields.alias("fields")).head(1)
    first = numbered.collect(engine="streaming")
    where = {"line": first["place"].item() + 1, "found": first["fields"].item(), "expected": expected}
    raise refusal("ragged-line", source.name, count=found["wrong"].item(), **where)
