"""`cordee survey`: check survey data, calibrate their weights, estimate, compare."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cordee.words import speaks_french, tell

if TYPE_CHECKING:
    from cordee.stats.calibration.diagnostics import Diagnostics
    from cordee.stats.editions.edition import Edition, Withdrawal
    from cordee.stats.result_files import Sheet

POLARS = "polars"
REFUSED = 2
"""Exit code: the data, the design or the file to write cannot be used; nothing was written."""


class Language(StrEnum):
    """The language of messages."""

    FR = "fr"
    EN = "en"


HERE = Language.FR if speaks_french() else Language.EN
HELP = {
    "survey": tell(
        "Enquêtes : vérifie des microdonnées, cale leurs poids, estime, compare.",
        "Surveys: checks microdata, calibrates their weights, estimates, compares.",
    ),
    "estimate": tell(
        "Estime ce que le plan demande, avec les intervalles du sondage.",
        "Estimates what the design asks for, with the intervals of the sample.",
    ),
    "compare": tell(
        "Compare ce que le plan met en regard : différences, p corrigés (Holm), ce qui se distingue.",
        "Compares what the design sets side by side: differences, corrected p (Holm), what can be told apart.",
    ),
    "calibrate": tell(
        "Cale les poids sur des marges : écrit le fichier avec une colonne de plus.",
        "Calibrates weights to margins: writes the file with one column more.",
    ),
    "check": tell(
        "Vérifie les données et le plan, et dit ce qu’on y voit.",
        "Checks the data and the design, and says what is in them.",
    ),
    "publish": tell(
        "Publie une édition : un dossier qui ne change plus, avec de quoi refaire chaque chiffre.",
        "Publishes an edition: a folder that does not change any more, with what it takes to rebuild each figure.",
    ),
    "verify": tell(
        "Vérifie que rien n’a changé dans une édition.",
        "Checks that nothing has changed in an edition.",
    ),
    "withdraw": tell(
        "Retire une édition : elle garde sa place et dit pourquoi.",
        "Withdraws an edition: it keeps its place and says why.",
    ),
}

Data = Annotated[Path, typer.Argument(metavar="DATA", help=tell(
    "Microdonnées : .csv, .parquet, .xlsx, .sav ou .dta.", "Microdata: .csv, .parquet, .xlsx, .sav or .dta.",
))]  # fmt: skip
DesignFile = Annotated[Path, typer.Option("--design", metavar="design.yaml", help=tell(
    "Le plan : poids, strates, grappes, calage, estimations (docs/survey.md).",
    "The design: weight, strata, clusters, calibration, estimates (docs/survey.md).",
))]  # fmt: skip
EngineOption = Annotated[str, typer.Option("--engine", metavar="polars|spark", help=tell(
    "Moteur : polars sur cette machine, ou spark.", "Engine: polars on this machine, or spark.",
))]  # fmt: skip
Master = Annotated[str | None, typer.Option("--master", metavar="URL", help=tell(
    "Adresse de Spark ; cette machine sinon.", "Address of Spark; this machine otherwise.",
))]  # fmt: skip
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help=tell(
    "Fichier .csv, .parquet ou .json ; la sortie en CSV sinon.",
    "A .csv, .parquet or .json file; CSV on the output otherwise.",
))]  # fmt: skip
Weights = Annotated[Path, typer.Option("--out", metavar="WEIGHTED.parquet", help=tell(
    "Fichier Parquet à écrire.", "Parquet file to write.",
))]  # fmt: skip
Editions = Annotated[Path, typer.Option("--editions", metavar="FOLDER", help=tell(
    "Dossier des éditions.", "Folder of editions.",
))]  # fmt: skip
EditionId = Annotated[str, typer.Option("--id", metavar="ID", help=tell(
    "Nom de l’édition : minuscules, chiffres, tirets.", "Name of the edition: lower case, digits, hyphens.",
))]  # fmt: skip
FrenchTitle = Annotated[str, typer.Option("--title-fr", help=tell("Titre en français.", "Title in French."))]
EnglishTitle = Annotated[str, typer.Option("--title-en", help=tell("Titre en anglais.", "Title in English."))]
Preparer = Annotated[str, typer.Option("--prepared-by", metavar="NAME", help=tell(
    "Qui l’a préparée.", "Who prepared it.",
))]  # fmt: skip
Approver = Annotated[str, typer.Option("--approved-by", metavar="NAME", help=tell(
    "Qui l’a relue et approuvée : une autre personne.", "Who read it again and approved it: somebody else.",
))]  # fmt: skip
Licence = Annotated[str, typer.Option("--licence", help=tell("Licence des chiffres.", "Licence of the figures."))]
WithData = Annotated[bool, typer.Option("--with-data", help=tell(
    "Joint les microdonnées : seulement si elles sont publiques.", "Adds the microdata: only if they are public.",
))]  # fmt: skip
Synthetic = Annotated[bool, typer.Option("--synthetic", help=tell(
    "Données tirées au sort, que personne n’a données : dit partout.",
    "Data drawn at random, that nobody gave: said everywhere.",
))]  # fmt: skip
Publisher = Annotated[str, typer.Option("--publisher", metavar="NAME", help=tell(
    "L’organisme qui publie ; sinon, qui l’a préparée.", "The body that publishes; otherwise, who prepared it.",
))]  # fmt: skip
Doi = Annotated[str, typer.Option("--doi", metavar="10.…", help=tell(
    "DOI réservé pour cette édition.", "DOI reserved for this edition.",
))]  # fmt: skip
Address = Annotated[str, typer.Option("--address", metavar="https://…", help=tell(
    "Adresse où l’édition se lira.", "Address where the edition will be read.",
))]  # fmt: skip
FrenchNote = Annotated[str, typer.Option("--note-fr", help=tell(
    "Ce qu’il faut savoir de plus : terrain, sources.", "What to know besides, in French: fieldwork, sources.",
))]  # fmt: skip
EnglishNote = Annotated[
    str, typer.Option("--note-en", help=tell("La même note en anglais.", "The same note in English."))
]
EditionFolder = Annotated[Path, typer.Argument(metavar="EDITION", help=tell(
    "Dossier d’une édition.", "Folder of an edition.",
))]  # fmt: skip
Again = Annotated[Path | None, typer.Option("--again", metavar="DATA", help=tell(
    "Refait les chiffres depuis ces microdonnées, et les compare.", "Computes the figures again from these microdata.",
))]  # fmt: skip
By = Annotated[str, typer.Option("--by", metavar="NAME", help=tell("Qui la retire.", "Who withdraws it."))]
FrenchReason = Annotated[str, typer.Option("--reason-fr", help=tell("Raison en français.", "Reason in French."))]
EnglishReason = Annotated[str, typer.Option("--reason-en", help=tell("Raison en anglais.", "Reason in English."))]
In = Annotated[Language, typer.Option("--lang", help=tell("Langue des messages.", "Language of messages."))]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP["survey"])


def register(root: typer.Typer) -> None:
    """Add `survey` to the command line."""
    root.add_typer(app, name="survey")


@app.command(help=HELP["estimate"])
def estimate(
    data: Data,
    design: DesignFile,
    engine: EngineOption = POLARS,
    master: Master = None,
    out: Out = None,
    lang: In = HERE,
) -> None:
    """Print or write every estimate of a design."""
    with _told(lang):
        from cordee.stats.estimation import estimate as estimated
        from cordee.stats.opening import opened_study, refuse_overwriting
        from cordee.stats.sheets import estimates_sheet

        refuse_overwriting(out, data, design)
        found = estimated(opened_study(data, design, engine, master))
        _give(estimates_sheet(found), out)
    if found.diagnostics:
        _warn(found.diagnostics, lang)


@app.command(help=HELP["compare"])
def compare(
    data: Data,
    design: DesignFile,
    engine: EngineOption = POLARS,
    master: Master = None,
    out: Out = None,
    lang: In = HERE,
) -> None:
    """Print or write every comparison of a design."""
    with _told(lang):
        from cordee.stats.estimation import estimate as estimated
        from cordee.stats.opening import opened_study, refuse_overwriting
        from cordee.stats.sheets import comparisons_sheet

        refuse_overwriting(out, data, design)
        study = opened_study(data, design, engine, master)
        _give(comparisons_sheet(estimated(study), study.design.level), out)


@app.command(help=HELP["calibrate"])
def calibrate(
    data: Data,
    design: DesignFile,
    out: Weights,
    engine: EngineOption = POLARS,
    master: Master = None,
    lang: In = HERE,
) -> None:
    """Write the data with calibrated weights, and say what calibration did."""
    with _told(lang):
        from cordee.cli.survey_sheets import diagnostics_lines
        from cordee.stats.opening import opened_study, refuse_overwriting
        from cordee.stats.reweighting import write_calibrated

        refuse_overwriting(out, data, design)
        diagnostics = write_calibrated(opened_study(data, design, engine, master), out)
    typer.echo("\n".join(diagnostics_lines(diagnostics, lang.value)))
    _warn(diagnostics, lang)


@app.command(help=HELP["check"])
def check(
    data: Data,
    design: DesignFile,
    engine: EngineOption = POLARS,
    master: Master = None,
    lang: In = HERE,
) -> None:
    """Check the data and the design, and print what is in them."""
    with _told(lang):
        from cordee.cli.survey_sheets import overview_lines
        from cordee.stats.opening import opened_study
        from cordee.stats.overview import overview

        found = overview(opened_study(data, design, engine, master))
    typer.echo("\n".join(overview_lines(found, lang.value)))


@app.command(help=HELP["publish"])
def publish(
    data: Data,
    design: DesignFile,
    edition_id: EditionId,
    title_fr: FrenchTitle,
    title_en: EnglishTitle,
    prepared_by: Preparer,
    approved_by: Approver,
    editions: Editions = Path("editions"),
    licence: Licence = "etalab-2.0",
    with_data: WithData = False,
    synthetic: Synthetic = False,
    publisher: Publisher = "",
    doi: Doi = "",
    address: Address = "",
    note_fr: FrenchNote = "",
    note_en: EnglishNote = "",
    lang: In = HERE,
) -> None:
    """Publish an edition, and print where it is."""
    with _told(lang):
        from cordee.core.packs.text import Text
        from cordee.stats.editions.making import Place, published, title_in

        folder = published(
            data,
            design,
            editions,
            edition_id=edition_id,
            title=title_in(title_fr, title_en),
            people=(prepared_by, approved_by),
            licence=licence,
            data_public=with_data,
            synthetic=synthetic,
            place=Place(publisher, doi, address),
            note=Text(fr=note_fr or note_en, en=note_en or note_fr) if note_fr or note_en else None,
        )
    typer.echo(folder)


@app.command(help=HELP["verify"])
def verify(edition: EditionFolder, again: Again = None, lang: In = HERE) -> None:
    """Check an edition, compute its figures again if asked, and say whether it stands."""
    with _told(lang):
        from cordee.stats.editions.edition import read_withdrawal
        from cordee.stats.editions.edition import verify as verified
        from cordee.stats.editions.making import computed_again

        found, withdrawal = verified(edition), read_withdrawal(edition)
        if again:
            computed_again(edition, found, again)
    for line in _standing(found, withdrawal, rebuilt=bool(again), lang=lang):
        typer.echo(line)


def _standing(found: "Edition", withdrawal: "Withdrawal | None", *, rebuilt: bool, lang: Language) -> Iterator[str]:
    french = lang is Language.FR
    colon = "\u202f: " if french else ": "
    intact = "intacte" if french else "intact"
    figures = (", chiffres refaits à l’identique" if french else ", figures rebuilt alike") if rebuilt else ""
    yield f"✓ {found.id}, {found.published_at}{colon}{intact}{figures}."
    if withdrawal:
        yield f"⚠ {'retirée' if french else 'withdrawn'}, {withdrawal.at}{colon}{withdrawal.reason.in_(lang.value)}"


@app.command(help=HELP["withdraw"])
def withdraw(
    edition: EditionFolder, by: By, reason_fr: FrenchReason, reason_en: EnglishReason, lang: In = HERE
) -> None:
    """Withdraw an edition with its reason."""
    with _told(lang):
        from cordee.core.packs.text import Text
        from cordee.stats.editions.making import now
        from cordee.stats.editions.publishing import withdraw as withdrawn

        withdrawn(edition, by, now(), Text(fr=reason_fr, en=reason_en))


@contextmanager
def _told(lang: Language) -> Iterator[None]:
    """Turn a refusal into words on the error output and an exit code."""
    # The algebra is small: threads of its library would wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from cordee.stats.faults import SurveyRefused

    try:
        yield
    except SurveyRefused as refused:
        for fault in refused.faults:
            typer.echo(f"✗ {fault.in_(lang.value)}", err=True)
        raise typer.Exit(REFUSED) from None


def _give(sheet: "Sheet", out: Path | None) -> None:
    if out is None:
        typer.echo(sheet.as_csv().encode(), nl=False)
        return
    from cordee.stats.result_files import write_sheet

    write_sheet(sheet, out)


def _warn(diagnostics: "Diagnostics", lang: Language) -> None:
    """Say what calibration did that a reader should know of."""
    if diagnostics.negative:
        french = f"⚠ {diagnostics.negative} lignes ont un poids calé nul ou négatif : préférez raking, ou logit."
        english = f"⚠ {diagnostics.negative} rows have a calibrated weight of zero or less: prefer raking, or logit."
        typer.echo(french if lang is Language.FR else english, err=True)
