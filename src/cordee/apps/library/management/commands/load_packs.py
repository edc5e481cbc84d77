"""Load the packs of the ground into the store of releases, then make the search index again if that changed it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cordee.apps.library.operations import Loading, PackRefused, load, pack_folders
from cordee.apps.library.search.operations import rebuild
from cordee.core.packs.text import Lang
from cordee.ground import packs_folder
from cordee.words import speaks_french, tell

MOST_CHANGES = 40
MOST_FAULTS = 30


class Command(BaseCommand):
    """`load_packs [--dry-run] [--folder FOLDER]`."""

    help = tell(
        "Charge les packs : toutes les versions ou aucune, sans jamais toucher à celles qui sont déjà là.",
        "Load the packs: every version or none, never touching those already there.",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--dry-run", action="store_true", help=tell("montre la différence, n’écrit rien", "show, write nothing")
        )
        parser.add_argument("--folder", type=Path, help=tell("le dossier des packs", "the folder of packs"))

    def handle(self, *args: Any, dry_run: bool, folder: Path | None, verbosity: int, **options: Any) -> None:
        """Load, then say what was done."""
        try:
            loadings = load(pack_folders(folder or packs_folder()), dry_run=dry_run)
        except FileNotFoundError as error:
            raise CommandError(str(error)) from error
        except PackRefused as refused:
            raise CommandError(faults_text(refused)) from refused
        if not dry_run:
            rebuild()
        if verbosity:
            for loading in loadings:
                self.stdout.write(said(loading, dry_run=dry_run))


def said(loading: Loading, *, dry_run: bool) -> str:
    """Say what loading a release does, with the changes it brings."""
    name = f"{loading.pack} {loading.release.version}"
    if not loading.is_new:
        return tell(f"{name} : déjà là, rien à faire.", f"{name}: already there, nothing to do.")
    first = tell(f"{name} : serait ajouté.", f"{name}: would be added.") if dry_run else (
        tell(f"{name} : ajouté.", f"{name}: added.")
    )  # fmt: skip
    return "\n".join([first, *_changes(loading)])


def _changes(loading: Loading) -> list[str]:
    if loading.after is None:
        return []
    changes = loading.changes
    before = loading.after.version
    head = tell(f"  depuis {before} : {len(changes)} changement(s)", f"  since {before}: {len(changes)} change(s)")
    lines = [f"  {change.kind} {change.shown_path}" for change in changes[:MOST_CHANGES]]
    return [head, *lines, *(["  …"] if len(changes) > MOST_CHANGES else [])]


def faults_text(refused: PackRefused) -> str:
    """Write the faults of a pack, the first ones when there are many."""
    lang: Lang = "fr" if speaks_french() else "en"
    count = len(refused.faults)
    head = tell(
        f"Le pack « {refused.name} » n’a pas été chargé ({count} défaut(s)) ; rien n’a changé.",
        f"The pack ‘{refused.name}’ was not loaded ({count} fault(s)); nothing has changed.",
    )
    lines = [fault.in_(lang) for fault in refused.faults[:MOST_FAULTS]]
    return "\n".join([head, *lines, *(["…"] if count > MOST_FAULTS else []), *_on_this_site(refused)])


def _on_this_site(refused: PackRefused) -> list[str]:
    """Say where the other content of a version is, when the workshop of this site published it."""
    if all(fault.id != "release-changed" for fault in refused.faults):
        return []
    return [
        tell(
            "Si cette version a été publiée dans l’atelier de ce site, son fichier est dans l’historique : "
            "rangez-le dans « releases » du dossier, puis donnez au nouveau contenu un numéro plus grand.",
            "If this version was published in the workshop of this site, its file is in the history of the workshop: "
            "put it in ‘releases’ of the folder, then give the new content a higher number.",
        )
    ]
