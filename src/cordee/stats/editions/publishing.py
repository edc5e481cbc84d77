"""Publishing an edition: a folder made beside its place, then renamed; it is whole, or it is not there."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp

from cordee.core.packs.text import Text
from cordee.stats.design import Design
from cordee.stats.editions.edition import (
    CARD,
    WITHDRAWAL,
    Edition,
    Withdrawal,
    fingerprint_of,
    read_edition,
    refuse_one_person,
)
from cordee.stats.faults import SurveyRefused, refusal, survey_fault
from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.writing import WRITERS, metadata_files
from cordee.stats.result_files import Sheet
from cordee.stats.sources.dictionary import Dictionary
from cordee.stats.writing import unwritable, written_whole

SCRIPT = "rebuild.sh"
LOG = "log.txt"
DATA = "data"
KINDS = ("csv", "parquet")


@dataclass(frozen=True)
class Content:
    """What goes into an edition: tables by name, files that the results come from, the microdata when they are public.

    `inputs` maps the name in the folder (design.yaml, dictionary.yaml, margins.csv) to where the file is. `dictionary`
    and `design` say what the variables are and how the sample was drawn: metadata are written from them.
    """

    sheets: Mapping[str, Sheet]
    inputs: Mapping[str, Path]
    data: Path
    log: str
    dictionary: Dictionary = field(default_factory=Dictionary)
    design: Design = field(default_factory=Design)


def publish(editions: Path, edition: Edition, content: Content) -> Path:
    """Write an edition and return its folder, `editions/<id>`.

    The folder holds `edition.json`, each table as Parquet and as CSV, the design with the files it names, a script
    that gives the same figures, a log of what was computed and hidden, the microdata when they are public, and
    metadata for other programs (`metadata.writing`).
    SurveyRefused: one person alone, an id that is taken, a disk that is full; then nothing is written.
    """
    refuse_one_person(edition.prepared_by, edition.approved_by)
    _refuse_reserved(content)
    target = editions / edition.id
    if target.exists():
        raise refusal("edition-taken", str(target), id=edition.id)
    with _made_beside(target) as folder:
        _fill(folder, edition, content)
        _add_metadata(folder, edition, content)
        files = {path.relative_to(folder).as_posix(): fingerprint_of(path) for path in _files(folder)}
        finished = replace(edition, data_sha256=fingerprint_of(content.data), files=files)
        (folder / CARD).write_text(finished.as_json(), encoding="utf-8")
    return target


def withdraw(folder: Path, by: str, at: str, reason: Text) -> Withdrawal:
    """Mark an edition as withdrawn, with the reason; nothing else of it changes.

    SurveyRefused: it is no edition, or was withdrawn already.
    """
    read_edition(folder)
    place = folder / WITHDRAWAL
    if place.exists():
        raise refusal("withdrawn-already", str(folder))
    notice = Withdrawal(by, at, reason)
    with written_whole(place) as temporary:
        temporary.write_text(notice.as_json(), encoding="utf-8")
    return notice


def _fill(folder: Path, edition: Edition, content: Content) -> None:
    for name, sheet in content.sheets.items():
        (folder / f"{name}.csv").write_text(sheet.as_csv(), encoding="utf-8", newline="\n")
        sheet.write_parquet(folder / f"{name}.parquet")
    for name, path in content.inputs.items():
        shutil.copyfile(path, folder / name)
    if edition.data_public:
        _copy(content.data, folder / f"{DATA}{content.data.suffix}")
    (folder / SCRIPT).write_text(script_of(edition, content.data), encoding="utf-8", newline="\n")
    (folder / LOG).write_text(content.log, encoding="utf-8", newline="\n")


def _refuse_reserved(content: Content) -> None:
    """Refuse a dictionary or margins whose name is that of a file which an edition has anyway."""
    ours = {CARD, WITHDRAWAL, SCRIPT, LOG, *WRITERS, *(f"{name}.{kind}" for name in content.sheets for kind in KINDS)}
    faults = [survey_fault("reserved-file", "", name=name) for name in content.inputs if name in ours]
    if faults:
        raise SurveyRefused(faults)


def _add_metadata(folder: Path, edition: Edition, content: Content) -> None:
    """Describe what the folder holds so far."""
    files = [
        FileDescribed(path.relative_to(folder).as_posix(), path.stat().st_size, fingerprint_of(path))
        for path in _files(folder)
    ]
    described = Described(edition, files, content.sheets, content.dictionary, content.design)
    for name, text in metadata_files(described).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def script_of(edition: Edition, data: Path) -> str:
    """Return the commands that compute the tables of an edition again, from its own folder, and compare them."""
    again = f"{DATA}{data.suffix}" if edition.data_public else '"$1"'
    private = "" if edition.data_public else "# The microdata are not public: give their path as the first argument.\n"
    return (
        f"#!/bin/sh\n# Computes the figures of {edition.id} again ({edition.software}) and compares them.\n{private}"
        f"set -e\ncordee survey verify . --again {again}\n"
        f"cordee survey estimate {again} --design design.yaml\n"
    )


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@contextmanager
def _made_beside(target: Path) -> Iterator[Path]:
    """Give a temporary folder that takes the name of `target`, read-only, only when all went well."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=".", dir=target.parent))
    except OSError as error:
        raise unwritable(target, error) from None
    try:
        yield folder
        for path in _files(folder):
            path.chmod(0o444)
        folder.chmod(0o755)
        folder.rename(target)
    except OSError as error:
        raise unwritable(target, error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
