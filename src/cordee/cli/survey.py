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
    from cordee.stats.result_files import Sheet

REFUSED = 2
"""Exit code: the data, the design or the file to write cannot be used; nothing was written."""


class EngineName(StrEnum):
    """The engines that read tables."""

    POLARS = "polars"
    SPARK = "spark"


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
}

Data = Annotated[Path, typer.Argument(metavar="DATA", help=tell(
    "Microdonnées : .csv, .parquet, .xlsx, .sav ou .dta.", "Microdata: .csv, .parquet, .xlsx, .sav or .dta.",
))]  # fmt: skip
DesignFile = Annotated[Path, typer.Option("--design", metavar="design.yaml", help=tell(
    "Le plan : poids, strates, grappes, calage, estimations (docs/survey.md).",
    "The design: weight, strata, clusters, calibration, estimates (docs/survey.md).",
))]  # fmt: skip
EngineOption = Annotated[EngineName, typer.Option("--engine", help=tell(
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
In = Annotated[Language, typer.Option("--lang", help=tell("Langue des messages.", "Language of messages."))]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP["survey"])


def register(root: typer.Typer) -> None:
    """Add `survey` to the command line."""
    root.add_typer(app, name="survey")


@app.command(help=HELP["estimate"])
def estimate(
    data: Data,
    design: DesignFile,
    engine: EngineOption = EngineName.POLARS,
    master: Master = None,
    out: Out = None,
    lang: In = HERE,
) -> None:
    """Print or write every estimate of a design."""
    with _told(lang):
        from cordee.cli.survey_opening import opened_study, refuse_overwriting
        from cordee.cli.survey_sheets import estimates_sheet
        from cordee.stats.estimation import estimate as estimated

        refuse_overwriting(out, data, design)
        found = estimated(opened_study(data, design, engine.value, master))
        _give(estimates_sheet(found), out)
    if found.diagnostics:
        _warn(found.diagnostics, lang)


@app.command(help=HELP["compare"])
def compare(
    data: Data,
    design: DesignFile,
    engine: EngineOption = EngineName.POLARS,
    master: Master = None,
    out: Out = None,
    lang: In = HERE,
) -> None:
    """Print or write every comparison of a design."""
    with _told(lang):
        from cordee.cli.survey_opening import opened_study, refuse_overwriting
        from cordee.cli.survey_sheets import comparisons_sheet
        from cordee.stats.estimation import estimate as estimated

        refuse_overwriting(out, data, design)
        study = opened_study(data, design, engine.value, master)
        _give(comparisons_sheet(estimated(study), study.design.level), out)


@app.command(help=HELP["calibrate"])
def calibrate(
    data: Data,
    design: DesignFile,
    out: Weights,
    engine: EngineOption = EngineName.POLARS,
    master: Master = None,
    lang: In = HERE,
) -> None:
    """Write the data with calibrated weights, and say what calibration did."""
    with _told(lang):
        from cordee.cli.survey_opening import opened_study, refuse_overwriting
        from cordee.cli.survey_sheets import diagnostics_lines
        from cordee.stats.reweighting import write_calibrated

        refuse_overwriting(out, data, design)
        diagnostics = write_calibrated(opened_study(data, design, engine.value, master), out)
    typer.echo("\n".join(diagnostics_lines(diagnostics, lang.value)))
    _warn(diagnostics, lang)


@app.command(help=HELP["check"])
def check(
    data: Data,
    design: DesignFile,
    engine: EngineOption = EngineName.POLARS,
    master: Master = None,
    lang: In = HERE,
) -> None:
    """Check the data and the design, and print what is in them."""
    with _told(lang):
        from cordee.cli.survey_opening import opened_study
        from cordee.cli.survey_sheets import overview_lines
        from cordee.stats.overview import overview

        found = overview(opened_study(data, design, engine.value, master))
    typer.echo("\n".join(overview_lines(found, lang.value)))


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
