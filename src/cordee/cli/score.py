"""`cordee score`: read a file of answers and print what the diagnosis says, as a table or as JSON."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cordee.words import speaks_french, tell

if TYPE_CHECKING:
    from cordee.core.answer_file import AnswerFault
    from cordee.core.packs.pack import Pack
    from cordee.core.packs.text import Lang
    from cordee.core.reading import Reading

BAD_INPUT = 2


class Output(StrEnum):
    """How the reading is printed."""

    TABLE = "table"
    JSON = "json"


class Language(StrEnum):
    """The language of the table and of the errors."""

    FR = "fr"
    EN = "en"


Answers = Annotated[str, typer.Argument(metavar="ANSWERS.csv", help=tell(
    "Fichier CSV respondent,organisation,circle,item,answer ; « - » lit l’entrée standard.",
    "CSV file respondent,organisation,circle,item,answer; ‘-’ reads standard input.",
))]  # fmt: skip
Instrument = Annotated[str, typer.Option("--instrument", metavar="full|express", help=tell(
    "Forme du questionnaire.", "Form of the questionnaire.",
))]  # fmt: skip
OwnCircle = Annotated[str | None, typer.Option("--self", metavar="CIRCLE", help=tell(
    "Cercle qui se regarde lui-même ; sinon, celui du pack.", "Circle that looks at itself; else, that of the pack.",
))]  # fmt: skip
Format = Annotated[Output, typer.Option("--format", help=tell("Tableau ou JSON.", "Table or JSON."))]
Lang_ = Annotated[Language | None, typer.Option("--lang", help=tell(
    "Langue ; sinon, celle du terminal.", "Language; else, that of the terminal.",
))]  # fmt: skip
PackName = Annotated[str, typer.Option("--pack", metavar="PACK", help=tell(
    "Nom, dossier ou version publiée d’un pack.", "Name, folder or release of a pack.",
))]  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add `score` to the command line."""
    summary = tell(
        "Lit un fichier de réponses et donne la lecture de l’alliance.",
        "Reads a file of answers and gives the reading of the alliance.",
    )
    app.command("score", help=summary)(score)


def score(
    answers: Answers,
    instrument: Instrument = "full",
    self_circle: OwnCircle = None,
    output: Format = Output.TABLE,
    lang: Lang_ = None,
    pack: PackName = "alliances",
) -> None:
    """Print the reading of a file of answers; 2 when the file, or what was asked, cannot be read."""
    # The arrays are small: threads of the algebra library would wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    spoken: Lang = lang.value if lang else ("fr" if speaks_french() else "en")
    chosen = _pack(pack, spoken)
    _known(instrument, [form.id for form in chosen.instrument.forms], "--instrument", spoken)
    if self_circle is not None:
        _known(self_circle, [circle.id for circle in chosen.instrument.circles], "--self", spoken)
    _print(_read(answers, chosen, instrument, self_circle, spoken), chosen, output, spoken)


def _pack(choice: str, lang: "Lang") -> "Pack":
    from cordee.cli.pack_choice import NoPack, chosen_pack

    try:
        return chosen_pack(choice)
    except NoPack as reason:
        _refuse(reason.said.in_(lang))
    except FileNotFoundError as reason:
        _refuse(str(reason))


def _known(given: str, known: list[str], option: str, lang: "Lang") -> None:
    if given in known:
        return
    possible = ", ".join(known)
    french = f"{option} : « {given} » n’existe pas. Possibles : {possible}."
    english = f"{option}: ‘{given}’ does not exist. Possible: {possible}."
    _refuse(french if lang == "fr" else english)


def _read(answers: str, pack: "Pack", form: str, own: str | None, lang: "Lang") -> "Reading":
    from cordee.cli.answer_source import read_source
    from cordee.core.answer_file import AnswerFault, form_words, read_answers
    from cordee.core.answers import table_of
    from cordee.core.diagnosis import diagnose

    content = read_source(answers)
    if isinstance(content, AnswerFault):
        _refuse_file(answers, [content], 1, lang)
    words = form_words(pack.instrument, form)
    file = read_answers(content, words)
    if file.faults:
        _refuse_file(answers, file.faults, file.fault_count, lang)
    items = [item.id for item in pack.instrument.items_of(form)]
    topics = [topic.id for topic in pack.instrument.topics_of(form)]
    return diagnose(pack, form, table_of(file.answers, items, topics, words.circles), own)


def _refuse_file(name: str, faults: "Sequence[AnswerFault]", count: int, lang: "Lang") -> NoReturn:
    colon = "\u202f: " if lang == "fr" else ": "
    told = [f"{name}{colon}{fault.in_(lang)}" for fault in faults]
    if count > len(faults):
        hidden = count - len(faults)
        told.append(f"… et {hidden} autres." if lang == "fr" else f"… and {hidden} more.")
    _refuse("\n".join(told))


def _refuse(message: str) -> NoReturn:
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    typer.echo(message, err=True)
    raise typer.Exit(BAD_INPUT)


def _print(reading: "Reading", pack: "Pack", output: Output, lang: "Lang") -> None:
    """Print in UTF-8 what a machine reads, and in the encoding of the terminal what a person reads."""
    if output is Output.JSON:
        import json

        from cordee.core.score_output import score_document

        document = score_document(reading, pack)
        typer.echo(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1).encode())
        return
    from cordee.cli.score_table import score_table

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    typer.echo(score_table(reading, pack, lang))
