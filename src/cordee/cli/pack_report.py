"""What `cordee pack` answers: verdicts and differences, in words for people and in JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cordee.cli.pack_counts import counts_of, counts_said
from cordee.core.packs.checking import Verdict
from cordee.core.packs.difference import Change, demanded_level, difference
from cordee.core.packs.faults import Fault
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang
from cordee.core.packs.versions import Level, next_version

WIDEST_VALUE = 70

KINDS = {
    "added": Said("ajouté", "added"),
    "removed": Said("retiré", "removed"),
    "changed": Said("changé", "changed"),
    "moved": Said("déplacé", "moved"),
}


def verdict_lines(folder: Path, verdict: Verdict, lang: Lang, player: bool) -> Iterator[str]:
    """Say what a check found: every fault, or what the pack holds."""
    for fault in verdict.faults:
        yield fault.in_(lang)
    if verdict.faults:
        yield Said(
            f"✗ {folder} : {_counted(len(verdict.faults), 'défaut', 'défauts')}.",
            f"✗ {folder}: {_counted(len(verdict.faults), 'fault', 'faults')}.",
        ).in_(lang)
    elif verdict.release:
        yield _sound(verdict).in_(lang)
    if not player:
        yield Said(
            "  Cas travaillés non joués : le calcul des lectures n’est pas installé.",
            "  Worked cases not played: the computation of readings is not installed.",
        ).in_(lang)


def _sound(verdict: Verdict) -> Said:
    release = verdict.release
    if release is None:
        return Said("", "")
    card, instrument = release.pack.card, release.pack.instrument
    topics = sum(len(axis.topics) for axis in instrument.axes)
    items = sum(len(topic.items) for axis in instrument.axes for topic in axis.topics)
    published = verdict.published.release(card.version) is not None
    state = Said("publiée", "published") if published else Said("pas encore publiée", "not published yet")
    advice, played, held = len(release.pack.recommendations), verdict.played, counts_said(release.pack)
    return Said(
        f"✓ {card.id} {card.version} ({state.fr}) : {len(instrument.axes)} axes, {topics} sujets, {items} questions, "
        f"{advice} recommandations, {played} cas joués.\n{held.fr}\n  sha256 {release.sha256}",
        f"✓ {card.id} {card.version} ({state.en}): {len(instrument.axes)} axes, {topics} topics, {items} items, "
        f"{advice} recommendations, {played} cases played.\n{held.en}\n  sha256 {release.sha256}",
    )


def verdicts_as_json(verdicts: Sequence[tuple[Path, Verdict]], lang: Lang) -> str:
    """Write verdicts as a JSON list, one block for each folder."""
    return _json([
        {
            "folder": str(folder),
            "version": verdict.release.version if verdict.release else None,
            "sha256": verdict.release.sha256 if verdict.release else None,
            "cases_played": verdict.played,
            "counts": counts_of(verdict.release.pack) if verdict.release else None,
            "faults": [_fault_block(fault, lang) for fault in verdict.faults],
        }
        for folder, verdict in verdicts
    ])  # fmt: skip


def _fault_block(fault: Fault, lang: Lang) -> dict[str, Any]:
    return {
        "id": fault.id,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "path": fault.path,
        "message": fault.message.in_(lang),
        "remedy": fault.remedy.in_(lang),
    }


def difference_lines(old: Pack, new: Pack, lang: Lang) -> Iterator[str]:
    """Tell each change, the heaviest first, then the version that they demand together."""
    changes = difference(old, new)
    cells = [_cells(change, lang) for change in sorted(changes, key=lambda change: -change.level)]
    widths = [max((len(cell[number]) for cell in cells), default=0) for number in (0, 1)]
    for level, kind, where, before, after in cells:
        yield f"{level:<{widths[0]}}  {kind:<{widths[1]}}  {where}"
        if before:
            yield f"  − {before}"
        if after:
            yield f"  + {after}"
    yield _conclusion(old, changes).in_(lang)


def _cells(change: Change, lang: Lang) -> tuple[str, str, str, str, str]:
    return (
        change.level.name_said.in_(lang),
        KINDS[change.kind].in_(lang),
        change.shown_path,
        _clipped(change.before),
        _clipped(change.after),
    )


def _conclusion(old: Pack, changes: Sequence[Change]) -> Said:
    level, before = demanded_level(changes), old.card.version
    if not changes:
        return Said("Aucune différence.", "No difference.")
    count = Said(
        _counted(len(changes), "différence", "différences"), _counted(len(changes), "difference", "differences")
    )
    if level is Level.NONE:
        return Said(f"{count.fr} : seul le numéro de version change.", f"{count.en}: only the version number changes.")
    after = next_version(before, level)
    return Said(
        f"{count.fr} ; version demandée : {level.name_said.fr}, {after} au moins (depuis {before}).",
        f"{count.en}; version demanded: {level.name_said.en}, {after} at least (from {before}).",
    )


def difference_as_json(old: Pack, new: Pack) -> str:
    """Write a difference as JSON: the level demanded, and every change with its values."""
    changes = difference(old, new)
    level = demanded_level(changes)
    return _json({
        "from": old.card.version,
        "to": new.card.version,
        "level": level.name.lower(),
        "at_least": next_version(old.card.version, level),
        "changes": [
            {
                "path": list(change.path),
                "kind": change.kind,
                "level": change.level.name.lower(),
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ],
    })  # fmt: skip


def _clipped(value: Any) -> str:
    """Show a value on one short line.

    >>> _clipped({"fr": "Oui"}), _clipped(None), len(_clipped("x" * 200))
    ('{"fr": "Oui"}', '', 70)
    """
    if value is None:
        return ""
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    flat = " ".join(shown.split("\n"))
    return flat if len(flat) <= WIDEST_VALUE else flat[: WIDEST_VALUE - 1] + "…"


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count <= 1 else several}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
