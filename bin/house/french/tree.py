"""Walk the files of the project, list the faults of French typography with their lines, and mend them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cordee.core.typography import corrected, corrections, find_faults
from house.french import catalogues, markdown, python_code, templates, yaml_files
from house.tracked import tracked_files

Prose = Callable[[str], str]


@dataclass(frozen=True)
class Finding:
    """One fault at one place of one file."""

    path: Path
    line: int
    excerpt: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: …{self.excerpt}…"


def prose_of(path: Path) -> Prose | None:
    """How to find the French of a file, by where it is and how its name ends; None when it has none."""
    top = path.parts[0]
    if path.suffix == ".md" and (path.name.endswith(".fr.md") or "fr" in path.parts):
        return markdown.prose
    if top == "packs" and path.suffix in (".yaml", ".yml"):
        return yaml_files.prose
    if "templates" in path.parts and path.suffix in (".html", ".txt"):
        return templates.prose
    return python_code.prose if top in ("src", "bin") and path.suffix == ".py" else None


def findings(root: Path, paths: Iterable[Path]) -> Iterator[Finding]:
    """List the faults of these files, which are relative to the root."""
    for path in filter(_may_hold_french, paths):
        source = (root / path).read_text(encoding="utf-8")
        for line, excerpt in _faults(path, source):
            yield Finding(path, line, excerpt)


def mend(root: Path, paths: Iterable[Path]) -> list[Path]:
    """Mend the files and return those that changed."""
    changed = []
    for path in filter(_may_hold_french, paths):
        source = (root / path).read_text(encoding="utf-8")
        result = _mended(path, source)
        if result != source:
            (root / path).write_text(result, encoding="utf-8")
            changed.append(path)
    return changed


def project_findings(root: Path) -> list[Finding]:
    """Every fault of the project."""
    return list(findings(root, tracked_files(root)))


def _may_hold_french(path: Path) -> bool:
    return path.suffix == ".po" or prose_of(path) is not None


def _faults(path: Path, source: str) -> Iterator[tuple[int, str]]:
    """The line of each fault, with the words around it."""
    prose = prose_of(path)
    if prose is None:
        yield from catalogues.faulty_messages(source, french="fr" in path.parts)
        return
    for fault in find_faults(prose(source)):
        around = source[max(0, fault.offset - 25) : fault.offset + 15].replace("\n", "⏎")
        yield source.count("\n", 0, fault.offset) + 1, around


def _mended(path: Path, source: str) -> str:
    prose = prose_of(path)
    if prose is None:
        return catalogues.mended(source, french="fr" in path.parts)
    return corrected(source, corrections(prose(source)))
