"""Which pack a command works with: a name, a folder, or the file of a release."""

from pathlib import Path

from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.ground import packs_folder

RELEASES = "releases"


class NoPack(Exception):
    """There is no pack to work with; `said` is for the person who asked for it."""

    def __init__(self, french: str, english: str) -> None:
        super().__init__(english)
        self.said = Said(french, english)


def chosen_pack(choice: str) -> Pack:
    """Return a pack by its name, its folder or the file of a release.

    Meaning: of a folder, the last published release, which reads fast; where none is published, its files as they are.
    Errors: NoPack.
    """
    place = _place(choice)
    if place.is_file():
        return _from_release(place)
    releases = sorted((place / RELEASES).glob("*.json"), key=_version_of)
    return _from_release(releases[-1]) if releases else _from_folder(place)


def _place(choice: str) -> Path:
    """Find the place: a path that exists wins over a name."""
    named = packs_folder() / choice
    for place in (Path(choice), named):
        if place.exists() and choice:
            return place
    known = ", ".join(sorted(folder.name for folder in packs_folder().iterdir() if (folder / "pack.yaml").is_file()))
    raise NoPack(
        f"Aucun pack « {choice} ». Donnez un nom ({known}), un dossier, ou le fichier d’une version publiée.",
        f"No pack ‘{choice}’. Give a name ({known}), a folder, or the file of a release.",
    )


def _version_of(file: Path) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else -1 for part in file.stem.split("."))


def _from_release(file: Path) -> Pack:
    from cordee.core.packs.release import BrokenRelease, release_from_json

    try:
        return release_from_json(file.read_bytes()).pack
    except (BrokenRelease, OSError) as error:
        raise NoPack(
            f"{file} n’est pas la version publiée d’un pack ({error}). Donnez un nom de pack, ou son dossier.",
            f"{file} is not the release of a pack ({error}). Give the name of a pack, or its folder.",
        ) from error


def _from_folder(folder: Path) -> Pack:
    # Imported here: reading YAML takes longer than the computation, and a release does without.
    from cordee.core.packs.folder import read_folder
    from cordee.core.packs.reading.pack_reading import read_pack

    try:
        reading = read_pack(read_folder(folder))
    except (OSError, ValueError) as error:
        raise NoPack(f"{folder} ne se lit pas : {error}.", f"{folder} cannot be read: {error}.") from error
    if reading.pack is None:
        first, count = reading.faults[0], len(reading.faults)
        raise NoPack(
            f"Le pack {folder} ne peut pas servir ({count} à corriger). Pour commencer :\n{first.in_('fr')}\n"
            f"Tout voir : cordee pack check {folder}",
            f"The pack {folder} cannot be used ({count} to mend). To begin with:\n{first.in_('en')}\n"
            f"To see everything: cordee pack check {folder}",
        )
    return reading.pack
