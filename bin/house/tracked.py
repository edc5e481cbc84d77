"""The files that belong to the project: what git tracks or would track, or the whole folder when there is no git."""

import subprocess
from pathlib import Path

NOT_OURS = {".git", ".venv", ".tools", ".hypothesis", "var", "node_modules", "__pycache__", "dist", "build", "editions"}


def tracked_files(root: Path) -> list[Path]:
    """List the files of the project, relative to its root, in order."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return _walk(root)
    names = {name for name in done.stdout.decode().split("\0") if name}
    return sorted(Path(name) for name in names if (root / name).is_file())


def _walk(root: Path) -> list[Path]:
    """Every file but what tools leave behind: a copy without git has the same files."""
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(path for path in files if not _left_by_tools(path))


def _left_by_tools(path: Path) -> bool:
    caches = any(part.startswith(".") and part.endswith("_cache") for part in path.parts)
    return caches or bool(NOT_OURS & set(path.parts))
