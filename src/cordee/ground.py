"""Where the ground is: the folder of packs, in a source tree or in an installed wheel."""

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def packs_folder() -> Path:
    """Find the folder whose subfolders are packs.

    Meaning: `CORDEE_PACKS` when it is set, else `packs/` of the source tree, else the copy that the
    wheel carries. Errors: `FileNotFoundError` that says which folders were tried and what to do.
    """
    chosen = os.environ.get("CORDEE_PACKS", "").strip()
    if chosen:
        return _existing(Path(chosen).expanduser())
    return _existing(*_usual_places(_HERE))


def _usual_places(package: Path) -> tuple[Path, ...]:
    """List where packs live for this package folder: the wheel's copy first, it exists only there."""
    return (package / "_packs", package.parents[1] / "packs")


def _existing(*candidates: Path) -> Path:
    """Return the first candidate that is a folder."""
    for folder in candidates:
        if folder.is_dir():
            return folder
    tried = ", ".join(str(folder) for folder in candidates)
    raise FileNotFoundError(
        f"Aucun dossier de packs trouvé (cherché : {tried}). "
        "Indiquez le vôtre dans la variable CORDEE_PACKS. "
        f"/ No folder of packs found (tried: {tried}). Name yours in the variable CORDEE_PACKS."
    )
