"""Where the ground is: packs and measures, in a source tree or in an installed wheel."""

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
    return _existing(*_usual_places("packs"))


def measures_folder() -> Path:
    """Find the pages that say what every number means, one folder a language.

    Meaning: `docs/measures/` of the source tree, else the copy that the wheel carries. Errors: `FileNotFoundError` that
    says which folders were tried.
    """
    return _existing(*_usual_places("docs/measures"))


def _usual_places(part: str) -> tuple[Path, ...]:
    """List where a part of the ground may be: the wheel's copy first, it exists only there."""
    return (_HERE / f"_{Path(part).name}", _HERE.parents[1] / part)


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
