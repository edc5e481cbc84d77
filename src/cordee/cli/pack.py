"""`cordee pack`: check the content of a pack, compare two versions, publish one, and edit it as a workbook."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cordee.words import speaks_french, tell

if TYPE_CHECKING:
    from cordee.core.packs.pack import Pack


class Language(StrEnum):
    """The languages of messages."""

    fr = "fr"
    en = "en"


class Form(StrEnum):
    """The forms of an answer: words for people, JSON for programs."""

    text = "text"
    json = "json"


HERE = Language.fr if speaks_french() else Language.en
HELP = {
    "pack": tell(
        "Vérifie, compare, publie un pack ; le passe en classeur et l’en reprend.",
        "Checks, compares and publishes a pack; turns it into a workbook and takes it back.",
    ),
    "check": tell(
        "Vérifie des packs : fichiers, renvois, versions, cas travaillés.",
        "Checks packs: files, references, versions, worked cases.",
    ),
    "diff": tell(
        "Montre ce qui change d’une version à l’autre, et le numéro que cela demande.",
        "Shows what changes from one version to another, and which number it demands.",
    ),
    "publish": tell(
        "Publie la version d’un pack : elle ne changera plus.",
        "Publishes the version of a pack: it will not change any more.",
    ),
    "to-xlsx": tell("Écrit un pack en classeur XLSX.", "Writes a pack as an XLSX workbook."),
    "from-xlsx": tell(
        "Reprend un classeur : écrit les fichiers du pack dans un dossier neuf.",
        "Takes a workbook back: writes the files of the pack to a new folder.",
    ),
    "schema": tell("Donne le schéma JSON d’un pack.", "Gives the JSON Schema of a pack."),
    "folder": tell("Dossier d’un pack, ou son identifiant.", "Folder of a pack, or its id."),
    "folders": tell("Dossiers de packs ; tous, si rien n’est dit.", "Folders of packs; all of them by default."),
    "compared": tell(
        "Dossier, fichier JSON d’une version publiée, ou numéro de version.",
        "Folder, JSON file of a published release, or version number.",
    ),
    "pack-option": tell("Pack dont on donne les numéros.", "Pack whose version numbers are given."),
    "workbook": tell("Classeur XLSX.", "XLSX workbook."),
    "new-workbook": tell("Classeur à écrire ; <pack>.xlsx sinon.", "Workbook to write; <pack>.xlsx otherwise."),
    "new-folder": tell("Dossier neuf à écrire.", "New folder to write."),
    "dry-run": tell(
        "Montre ce qui changerait dans ce dossier, sans écrire.", "Shows what would change there, without writing."
    ),
    "lang": tell("Langue des messages.", "Language of messages."),
    "format": tell("Forme de la réponse.", "Form of the answer."),
    "write": tell("Fichier à écrire ; la sortie sinon.", "File to write; the output otherwise."),
}

Folder = Annotated[str, typer.Argument(help=HELP["folder"])]
Folders = Annotated[list[str] | None, typer.Argument(help=HELP["folders"])]
Compared = Annotated[str, typer.Argument(help=HELP["compared"])]
OfPack = Annotated[str | None, typer.Option("--pack", help=HELP["pack-option"])]
Workbook = Annotated[Path, typer.Argument(help=HELP["workbook"])]
NewWorkbook = Annotated[Path | None, typer.Argument(help=HELP["new-workbook"])]
NewFolder = Annotated[Path, typer.Argument(help=HELP["new-folder"])]
DryRun = Annotated[bool, typer.Option("--dry-run", help=HELP["dry-run"])]
In = Annotated[Language, typer.Option("--lang", help=HELP["lang"])]
As = Annotated[Form, typer.Option("--format", help=HELP["format"])]
Written = Annotated[Path | None, typer.Option("--write", help=HELP["write"])]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP["pack"])


def register(root: typer.Typer) -> None:
    """Add `pack` to the command line."""
    root.add_typer(app, name="pack")


@app.command(help=HELP["check"])
def check(folders: Folders = None, lang: In = HERE, form: As = Form.text) -> None:
    """Check packs; exit code 1 when one of them has a fault."""
    from cordee.cli.pack_report import verdict_lines, verdicts_as_json
    from cordee.cli.pack_sources import FAULTY, case_player, chosen, files_in, this_day, told_plainly
    from cordee.core.packs.checking import check_folder

    player, today = case_player(), this_day()
    with told_plainly(lang.value):
        verdicts = [(folder, check_folder(files_in(folder), player, today)) for folder in chosen(folders or ())]
    if form is Form.json:
        typer.echo(verdicts_as_json(verdicts, lang.value))
    else:
        for folder, verdict in verdicts:
            _echo(verdict_lines(folder, verdict, lang.value, player is not None))
    if any(verdict.faults for _, verdict in verdicts):
        raise typer.Exit(FAULTY)


@app.command(help=HELP["diff"])
def diff(old: Compared, new: Compared, pack: OfPack = None, lang: In = HERE, form: As = Form.text) -> None:
    """Compare two packs: folders, release files, or version numbers of one pack."""
    from cordee.cli.pack_report import difference_as_json, difference_lines
    from cordee.cli.pack_sources import compared, told_plainly

    with told_plainly(lang.value):
        before, after = compared(old, new, pack), compared(new, old, pack)
    if form is Form.json:
        typer.echo(difference_as_json(before, after))
    else:
        _echo(difference_lines(before, after, lang.value))


@app.command(help=HELP["publish"])
def publish(folder: Folder, lang: In = HERE) -> None:
    """Write the release of a pack beside it, unless a check refuses it."""
    from cordee.cli.pack_sources import Faulty, case_player, files_in, folder_of, this_day, told_plainly, write_bytes
    from cordee.core.packs.checking import check_folder
    from cordee.core.packs.publication import release_file

    with told_plainly(lang.value):
        path = folder_of(folder)
        verdict = check_folder(files_in(path), case_player(), this_day())
        if verdict.release is None:
            raise Faulty(verdict.faults)
        target = path / release_file(verdict.release.version)
        if target.exists():
            _say(lang, f"Déjà publiée, sans changement : {target}", f"Already published, unchanged: {target}")
            return
        write_bytes(target, verdict.release.document.encode())
    _say(lang, f"Publiée : {target}", f"Published: {target}")
    typer.echo(f"sha256 {verdict.release.sha256}")


@app.command("to-xlsx", help=HELP["to-xlsx"])
def to_xlsx(folder: Folder, workbook: NewWorkbook = None, lang: In = HERE) -> None:
    """Write a pack as a workbook."""
    from cordee.cli.pack_sources import Faulty, folder_of, pack_in, told_plainly, write_bytes
    from cordee.core.packs.workbook.writing import workbook_of

    with told_plainly(lang.value):
        pack = pack_in(folder_of(folder))
        content, faults = workbook_of(pack)
        if content is None:
            raise Faulty(faults)
        target = workbook or Path(f"{pack.card.id}.xlsx")
        write_bytes(target, content)
    _say(lang, f"Écrit : {target}", f"Written: {target}")


@app.command("from-xlsx", help=HELP["from-xlsx"])
def from_xlsx(workbook: Workbook, folder: NewFolder, dry_run: DryRun = False, lang: In = HERE) -> None:
    """Read a workbook and write the files of the pack, or show what would change in a folder."""
    from cordee.cli.pack_sources import Faulty, bytes_of, told_plainly, write_pack
    from cordee.core.packs.workbook.reading import read_workbook

    with told_plainly(lang.value):
        reading = read_workbook(workbook.name, bytes_of(workbook))
        if reading.pack is None:
            raise Faulty(reading.faults)
        if dry_run:
            _show_changes(folder, reading.pack, lang)
            return
        count = write_pack(folder, reading.pack)
    _say(lang, f"{count} fichiers écrits dans {folder}.", f"{count} files written to {folder}.")


@app.command(help=HELP["schema"])
def schema(file: Written = None, lang: In = HERE) -> None:
    """Print the JSON Schema of a pack, or write it to a file."""
    from cordee.cli.pack_sources import told_plainly, write_bytes
    from cordee.core.packs.schema import schema_document

    if file is None:
        typer.echo(schema_document(), nl=False)
        return
    with told_plainly(lang.value):
        write_bytes(file, schema_document().encode())


def _show_changes(folder: Path, pack: "Pack", lang: Language) -> None:
    """Tell what a workbook would change in a folder."""
    from cordee.cli.pack_report import difference_lines
    from cordee.cli.pack_sources import pack_in

    if folder.is_dir():
        _echo(difference_lines(pack_in(folder), pack, lang.value))
    else:
        _say(lang, f"{folder} serait créé, tout entier.", f"{folder} would be created, as a whole.")


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _say(lang: Language, french: str, english: str) -> None:
    typer.echo(french if lang is Language.fr else english)
