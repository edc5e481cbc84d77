"""The one place of this floor that touches a disk: a folder read as a value, and a value written as a folder."""

from collections.abc import Mapping
from pathlib import Path

from cordee.core.packs.reading.decoding import LARGEST
from cordee.core.packs.reading.layout import Files

MOST_FILES = 5_000


class FolderTaken(Exception):
    """The folder to write into already holds something."""


def read_folder(folder: Path) -> Files:
    """Read every file of a folder, by its path inside it; symbolic links are not followed.

    Errors: NotADirectoryError when there is no such folder, OSError when a file cannot be read, ValueError when there
    are so many files that it is surely not the folder of a pack.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    files: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            files[path.relative_to(folder).as_posix()] = read_file(path)
        if len(files) > MOST_FILES:
            raise ValueError(f"more than {MOST_FILES} files")
    return dict(sorted(files.items()))


def read_file(path: Path) -> bytes:
    """Read a file, and of one that is too large only as much as shows it. Errors: OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty. Errors: FolderTaken, OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTaken(str(folder))
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
