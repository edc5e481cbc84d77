"""From what a command line names to packs: a folder, a published release, a version number; or a plain refusal."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import typer

from cordee.core.packs.checking import RunCase
from cordee.core.packs.faults import Fault
from cordee.core.packs.folder import FolderTaken, read_file, read_folder, write_folder
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.core.packs.publication import release_file
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import BrokenRelease, release_from_json
from cordee.core.packs.text import VERSION, Lang
from cordee.core.packs.yaml_writing import files_of
from cordee.ground import packs_folder

FAULTY = 1
"""Exit code: the content was read, and something in it is wrong."""
UNUSABLE = 2
"""Exit code: what was named cannot be used at all."""


class Unusable(Exception):
    """What was named cannot be used."""

    def __init__(self, french: str, english: str) -> None:
        super().__init__(english)
        self.said = Said(french, english)


class Faulty(Exception):
    """The content has faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@contextmanager
def told_plainly(lang: Lang) -> Iterator[None]:
    """Turn a refusal into words on the error output and an exit code."""
    try:
        yield
    except Unusable as reason:
        typer.echo(f"✗ {reason.said.in_(lang)}", err=True)
        raise typer.Exit(UNUSABLE) from None
    except Faulty as faulty:
        for fault in faulty.faults:
            typer.echo(fault.in_(lang), err=True)
        raise typer.Exit(FAULTY) from None


def chosen(names: Sequence[str]) -> list[Path]:
    """Return the folders that are named, or every pack of the ground when none is."""
    if names:
        return [folder_of(name) for name in names]
    try:
        ground = packs_folder()
    except FileNotFoundError as error:
        raise Unusable(str(error), str(error)) from None
    return sorted(path for path in ground.iterdir() if (path / "pack.yaml").is_file()) or _no_pack(ground)


def _no_pack(ground: Path) -> NoReturn:
    raise Unusable(
        f"Aucun pack dans {ground} : un pack est un dossier qui contient « pack.yaml ».",
        f"No pack in {ground}: a pack is a folder that holds ‘pack.yaml’.",
    )


def folder_of(name: str) -> Path:
    """Return the folder of a pack: the path itself, or the pack of that id on the ground. Errors: Unusable."""
    path = Path(name)
    if path.is_dir():
        return path
    named = [folder for folder in chosen(()) if folder.name == name]
    if named:
        return named[0]
    raise Unusable(
        f"« {name} » n’est ni un dossier, ni l’identifiant d’un pack. Vérifiez le chemin.",
        f"‘{name}’ is neither a folder nor the id of a pack. Check the path.",
    )


def files_in(folder: Path) -> Files:
    """Read the files of a folder. Errors: Unusable."""
    try:
        return read_folder(folder)
    except OSError as error:
        raise _no_access("lire", "read", folder, error) from None
    except ValueError:
        raise Unusable(
            f"Le dossier {folder} contient bien trop de fichiers pour un pack. Vérifiez le chemin.",
            f"The folder {folder} holds far too many files for a pack. Check the path.",
        ) from None


def bytes_of(file: Path) -> bytes:
    """Read a file. Errors: Unusable."""
    try:
        return read_file(file)
    except OSError as error:
        raise _no_access("lire", "read", file, error) from None


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file, and the folder it stands in. Errors: Unusable."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise _no_access("écrire", "write", file, error) from None


def write_pack(folder: Path, pack: Pack) -> int:
    """Write the files of a pack into a new folder, and count them. Errors: Unusable."""
    files = files_of(pack)
    try:
        write_folder(folder, files)
    except FolderTaken:
        raise Unusable(
            f"Le dossier {folder} n’est pas vide : rien n’a été écrit. Donnez un dossier neuf, "
            "ou regardez d’abord avec --dry-run.",
            f"The folder {folder} is not empty: nothing was written. Name a new folder, or look first with --dry-run.",
        ) from None
    except OSError as error:
        raise _no_access("écrire", "write", folder, error) from None
    return len(files)


def _no_access(french: str, english: str, path: Path, error: OSError) -> Unusable:
    reason = error.strerror or str(error)
    return Unusable(f"Impossible de {french} {path} : {reason}.", f"Cannot {english} {path}: {reason}.")


def pack_in(folder: Path) -> Pack:
    """Read the pack of a folder. Errors: Unusable, Faulty."""
    reading = read_pack(files_in(folder))
    if reading.pack is None:
        raise Faulty(reading.faults)
    return reading.pack


def compared(name: str, other: str, pack: str | None) -> Pack:
    """Read one side of a comparison: a folder, a release file, or a version number.

    A number is one of `pack` when it is named, else of the folder on the other side, else of the only pack there is.
    Errors: Unusable, Faulty.
    """
    if re.fullmatch(VERSION, name):
        return _released(folder_of(pack or _meant(other)) / release_file(name))
    if name.endswith(".json"):
        return _released(Path(name))
    return pack_in(folder_of(name))


def _released(file: Path) -> Pack:
    try:
        return release_from_json(file.read_bytes()).pack
    except OSError:
        raise Unusable(
            f"La version publiée {file} est introuvable. Elles sont dans le dossier « releases » du pack.",
            f"The published release {file} is not there. Releases are in the ‘releases’ folder of the pack.",
        ) from None
    except BrokenRelease:
        raise Unusable(
            f"{file} n’est pas une version publiée lisible : reprenez le fichier d’origine.",
            f"{file} is not a readable release: take the original file back.",
        ) from None


def _meant(other: str) -> str:
    if not re.fullmatch(VERSION, other) and not other.endswith(".json"):
        return other
    folders = chosen(())
    if len(folders) == 1:
        return str(folders[0])
    raise Unusable(
        "Dites de quel pack sont ces numéros de version, avec --pack.",
        "Say which pack these version numbers belong to, with --pack.",
    )


def this_day() -> date:
    """Return the date on this machine: what a check takes for past or still to come."""
    return datetime.now().astimezone().date()


def case_player() -> RunCase | None:
    """Return what plays worked cases, or None where the engine that computes readings is not installed."""
    if find_spec("cordee.core.cases") is None:
        return None
    player: RunCase = import_module("cordee.core.cases").run_case
    return player
