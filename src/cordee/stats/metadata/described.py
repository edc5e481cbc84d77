"""What there is to say of an edition: its card, its files, its variables, its tables, how the sample was drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cordee.stats.design import Design
from cordee.stats.editions.edition import Edition
from cordee.stats.result_files import Sheet
from cordee.stats.sources.dictionary import Dictionary

MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "yaml": "application/yaml",
    "yml": "application/yaml",
    "xml": "application/xml",
    "sh": "application/x-sh",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class FileDescribed:
    """A file of an edition: its name in the folder, its size in bytes, its fingerprint."""

    name: str
    size: int
    sha256: str

    @property
    def format(self) -> str:
        """Return the ending of the name, in small letters.

        >>> FileDescribed("estimates.CSV", 3, "").format
        'csv'
        """
        return self.name.rpartition(".")[2].lower()

    @property
    def media_type(self) -> str:
        """Return the type that the Internet gives to the format.

        >>> FileDescribed("estimates.csv", 3, "").media_type, FileDescribed("data.sav", 3, "").media_type
        ('text/csv', 'application/octet-stream')
        """
        return MEDIA_TYPES.get(self.format, UNKNOWN_TYPE)


@dataclass(frozen=True)
class Described:
    """An edition before its card is written. `sheets`: its tables by name; `files`: what is in its folder so far."""

    edition: Edition
    files: Sequence[FileDescribed]
    sheets: Mapping[str, Sheet]
    dictionary: Dictionary
    design: Design

    @property
    def year(self) -> str:
        """Return the year of publication."""
        return self.edition.published_at[:4]

    @property
    def day(self) -> str:
        """Return the day of publication, as 2026-11-27."""
        return self.edition.published_at[:10]

    @property
    def publisher(self) -> str:
        """Return who publishes: the body that the card names, else the person who prepared the edition."""
        return self.edition.publisher or self.edition.prepared_by

    @property
    def link(self) -> str:
        """Return where the edition is to be found: its DOI, else its address; nothing when it has neither.

        >>> from cordee.stats.editions.edition import Edition
        >>> from cordee.core.packs.text import Text
        >>> card = Edition("b", Text(fr="B", en="B"), "A", "C", "2026-01-02", "", "", "", False, 0, 0, doi="10.5/x")
        >>> Described(card, (), {}, Dictionary(), Design()).link
        'https://doi.org/10.5/x'
        """
        return f"https://doi.org/{self.edition.doi}" if self.edition.doi else self.edition.address

    @property
    def keywords(self) -> tuple[str, ...]:
        """Return words by which catalogues sort; those of a survey that nobody answered say so first."""
        synthetic = ("données synthétiques", "synthetic data") if self.edition.synthetic else ()
        return (*synthetic, "enquête", "survey")

    @property
    def domains(self) -> tuple[str, ...]:
        """Return the variables that cut the sample, each once."""
        return tuple(dict.fromkeys(name for asked in self.design.estimates for name in asked.domains))

    def table_of(self, file: FileDescribed) -> Sheet | None:
        """Return the table that a file holds, when it is one of the tables of the edition."""
        name, _, ending = file.name.rpartition(".")
        return self.sheets.get(name) if ending in ("csv", "parquet") else None
