"""A file of survey data: where it is, of which kind, and where its first row stands."""

from dataclasses import dataclass
from pathlib import Path

from cordee.stats.faults import refusal

KINDS = {".csv": "CSV", ".parquet": "Parquet", ".xlsx": "XLSX", ".sav": "SPSS", ".dta": "Stata"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. `first_line` is the line on which its first row stands, as a person sees it."""

    path: Path
    kind: str

    @property
    def name(self) -> str:
        """Return the name said in messages."""
        return self.path.name

    @property
    def first_line(self) -> int:
        """Return the number of the first row: 2 under a header that people see.

        >>> Source(Path("a.csv"), "CSV").first_line, Source(Path("a.sav"), "SPSS").first_line
        (2, 1)
        """
        return 2 if self.kind in ("CSV", "XLSX") else 1


def source_of(path: Path) -> Source:
    """Recognise a file by its name. SurveyRefused: no file there, or a kind that is not read.

    >>> source_of(Path("nowhere.csv"))
    Traceback (most recent call last):
    cordee.stats.faults.SurveyRefused: nowhere.csv: There is no file there.
        Check the name and the folder.
    """
    kind = KINDS.get(path.suffix.lower())
    if not path.exists() or (path.is_dir() and kind != "Parquet"):
        raise refusal("missing-file", str(path))
    if kind is None:
        raise refusal("unknown-format", path.name, suffix=path.suffix or path.name)
    return Source(path, kind)
