"""Ways of being wrong with a survey: how each spoils one that is right, and what is said of it in both languages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner, Result

from cordee.cli import application

DATA = """id,w,stratum,psu,region,sex,q1,q2,income
1,1.5,a,1,01,f,4,2,100
2,2.0,a,1,01,m,5,1,200
3,1.0,a,2,11,f,3,,150
4,1.0,a,2,11,m,1,4,120.5
5,2.5,b,1,01,f,2,5,90
6,1.5,b,1,11,m,5,4,
7,1.0,b,2,11,f,4,3,210
8,3.0,b,2,01,m,1,1,180
"""
DESIGN = """weight: w
strata: [stratum]
clusters: [psu]
suppress_under: 0
calibration: {method: raking, margins: margins.csv}
dictionary: dictionary.yaml
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: mean, variables: [q2, income]}
"""
MARGINS = "variable,category,total\nsex,f,8\nsex,m,8\nregion,01,9\nregion,11,7\n"
DICTIONARY = """variables:
  q1: {scale: 1-5, missing: [9], labels: {"1": non, "2": plutôt non, "3": bof, "4": plutôt oui, "5": oui}}
  region: {labels: {"01": Guadeloupe, "11": Île-de-France}}
"""


@dataclass
class Files:
    """The files of a survey that is right, to be spoilt in one place."""

    folder: Path
    more: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.data, self.design = self.folder / "data.csv", self.folder / "design.yaml"
        self.margins, self.dictionary = self.folder / "margins.csv", self.folder / "dictionary.yaml"
        self.out = self.folder / "out" / "estimates.csv"
        self.out.parent.mkdir()
        texts = {self.data: DATA, self.design: DESIGN, self.margins: MARGINS, self.dictionary: DICTIONARY}
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")

    def spoil(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def run(self, *more: str, lang: str = "en", verb: str = "estimate") -> Result:
        command = ["survey", verb, str(self.data), "--design", str(self.design), "--lang", lang]
        out = [] if verb == "check" else ["--out", str(self.out)]
        return CliRunner().invoke(application(["survey"]), [*command, *out, *self.more, *more])

    def written(self) -> list[str]:
        return sorted(path.name for path in self.out.parent.iterdir())


def in_data(old: str, new: str) -> Callable[[Files], None]:
    return lambda files: files.spoil(files.data, old, new)


def in_design(old: str, new: str) -> Callable[[Files], None]:
    return lambda files: files.spoil(files.design, old, new)


def in_margins(old: str, new: str) -> Callable[[Files], None]:
    return lambda files: files.spoil(files.margins, old, new)


def half_a_parquet_file(files: Files) -> None:
    import polars as pl

    whole = files.folder / "data.parquet"
    pl.read_csv(files.data, infer_schema=False).write_parquet(whole)
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) // 2])
    files.data = whole


def latin_1(files: Files) -> None:
    files.data.write_bytes(DATA.replace("8,3.0,b", "8,3.0,é").encode("latin-1"))


def one_cluster_a_stratum(files: Files) -> None:
    files.data.write_text(DATA.replace(",2,11,", ",1,11,").replace(",2,01,", ",1,01,"), encoding="utf-8")


def an_item_without_answers(files: Files) -> None:
    lines = [line.split(",") for line in DATA.splitlines()]
    emptied = [lines[0], *([*line[:7], "", line[8]] for line in lines[1:])]
    files.data.write_text("\n".join(",".join(line) for line in emptied), encoding="utf-8")


def nothing_but_a_header(files: Files) -> None:
    files.data.write_text(DATA.splitlines()[0] + "\n", encoding="utf-8")


def emptied(files: Files) -> None:
    files.data.write_bytes(b"")


def of_no_known_format(files: Files) -> None:
    files.data = files.data.rename(files.folder / "data.ods")


def gone(files: Files) -> None:
    files.data.unlink()


def written_over_itself(files: Files) -> None:
    files.out = files.data


def a_workbook_that_is_none(files: Files) -> None:
    files.data = files.data.rename(files.folder / "data.xlsx")


def a_codebook(content: str) -> Callable[[Files], None]:
    """A dictionary in XML instead of the one in YAML."""

    def spoil(files: Files) -> None:
        files.spoil(files.design, "dictionary: dictionary.yaml", "dictionary: study.xml")
        (files.folder / "study.xml").write_text(content, encoding="utf-8")

    return spoil


class Mistake(NamedTuple):
    """How to spoil a survey, and part of what is said of it in English and in French."""

    spoil: Callable[[Files], None]
    english: str
    french: str


def damaged(suffix: str) -> Callable[[Files], None]:
    """The same rows in the format of another program, of which the second half is lost."""

    def spoil(files: Files) -> None:
        import polars as pl
        import pyreadstat

        whole = files.folder / f"data{suffix}"
        writer = {".sav": pyreadstat.write_sav, ".dta": pyreadstat.write_dta}[suffix]
        writer(pl.read_csv(files.data, infer_schema=False), str(whole))
        content = whole.read_bytes()
        whole.write_bytes(content[: len(content) // 3])
        files.data = whole

    return spoil


MISTAKES: dict[str, Mistake] = {
    "a margin misses a category of the sample": Mistake(
        in_margins("region,11,7\n", "region,75,7\n"),
        "The category ‘11’ of ‘region’ has no total; rows in the sample: 4",
        "La modalité « 11 » de « region » n’a aucun total ; lignes dans l’échantillon : 4",
    ),
    "a margin has a category that nobody has": Mistake(
        in_margins("region,11,7\n", "region,11,6\nregion,75,1\n"),
        "The category ‘75’ of ‘region’ has a total of 1, and nobody in the sample",
        "La modalité « 75 » de « region » a un total de 1, et personne dans l’échantillon",
    ),
    "a margin is zero": Mistake(
        in_margins("sex,f,8\nsex,m,8", "sex,f,0\nsex,m,16"),
        "The category ‘f’ of ‘sex’ has a total of zero; rows in the sample: 4",
        "La modalité « f » de « sex » a un total nul ; lignes dans l’échantillon : 4",
    ),
    "margins do not add up": Mistake(
        in_margins("region,11,7", "region,11,17"),
        "‘region’ add up to 26, those of ‘sex’ to 16",
        "Les totaux de « region » font 26, ceux de « sex » 16",
    ),
    "a margin is given twice": Mistake(
        in_margins("sex,m,8", "sex,m,8\nsex,m,8"),
        "Line 4: the category ‘m’ of ‘sex’ already",
        "Ligne 4 : la modalité « m » de « sex » a déjà un total",
    ),
    "a margin is no number": Mistake(
        in_margins("sex,m,8", "sex,m,lots"), "Line 3: ‘lots’ is not a total", "Ligne 3 : « lots » n’est pas un total"
    ),
    "a margin has categories and a total": Mistake(
        in_margins("region,11,7\n", "region,11,7\nsex,,16\n"),
        "‘sex’ has categories and a line without a category",
        "« sex » a des modalités et une ligne sans modalité",
    ),
    "the total of a number is zero": Mistake(
        in_margins("region,11,7\n", "region,11,7\nq1,,0\n"),
        "Line 6: ‘0’ is not a total",
        "Ligne 6 : « 0 » n’est pas un total",
    ),
    "the total of a number stands beside shares": Mistake(
        in_margins("sex,f,8\nsex,m,8\nregion,01,9\nregion,11,7\n", "sex,f,0.5\nsex,m,0.5\nq1,,50\n"),
        "‘q1’ is a number: its total means nothing beside shares",
        "« q1 » est un nombre : son total n’a pas de sens à côté de parts",
    ),
    "a number to calibrate on is missing": Mistake(
        in_margins("region,11,7\n", "region,11,7\nincome,,2000\n"),
        "‘income’ is not a number; rows in this case: 1",
        "« income » n’est pas un nombre ; lignes dans ce cas : 1",
    ),
    "the total of a number cannot be reached": Mistake(
        in_margins("region,11,7\n", "region,11,7\nq1,,5000\n"),
        "The calibration does not converge: ‘q1’ stays",
        "Le calage ne converge pas : « q1 » reste à",
    ),
    "margins have another header": Mistake(
        in_margins("variable,category", "variable,value"),
        "variable,category,total",
        "L’en-tête des marges doit être : variable,category,total",
    ),
    "bounds cannot be kept": Mistake(
        in_design("method: raking,", "method: logit, bounds: [0.99, 1.01],"),
        "does not converge: the category",
        "Le calage ne converge pas : la modalité",
    ),
    "a weight is negative": Mistake(
        in_data("1,1.5,", "1,-1.5,"),
        "‘w’ is negative; rows in this case: 1 (line 2)",
        "Le poids « w » est négatif ; lignes dans ce cas : 1 (ligne 2)",
    ),
    "a weight is zero": Mistake(
        in_data("2,2.0,", "2,0,"),
        "‘w’ is zero; rows in this case: 1 (line 3)",
        "Le poids « w » est nul ; lignes dans ce cas : 1 (ligne 3)",
    ),
    "a weight is text": Mistake(
        in_data("2,2.0,", "2,heavy,"),
        "‘w’ is not a number; rows in this case: 1 (line 3)",
        "Le poids « w » n’est pas un nombre ; lignes dans ce cas : 1 (ligne 3)",
    ),
    "a weight has a comma": Mistake(
        in_data("2,2.0,", '2,"2,5",'), "a point and not a comma", "avec un point et non une virgule"
    ),
    "a weight is missing": Mistake(
        in_data("3,1.0,", "3,,"),
        "‘w’ is missing; rows in this case: 1 (line 4)",
        "Le poids « w » manque ; lignes dans ce cas : 1 (ligne 4)",
    ),
    "a weight is infinite": Mistake(
        in_data("3,1.0,", "3,1e999,"),
        "‘w’ is infinite or undefined; rows in this case: 1 (line 4)",
        "Le poids « w » est infini ou indéfini ; lignes dans ce cas : 1 (ligne 4)",
    ),
    "an item has no answer": Mistake(
        an_item_without_answers, "‘q2’ holds no answer at all", "« q2 » ne contient aucune réponse"
    ),
    "an amount is text": Mistake(
        in_data("120.5", "a lot"),
        "‘income’ is not a number; rows in this case: 1 (line 5)",
        "« income » n’est pas un nombre ; lignes dans ce cas : 1 (ligne 5)",
    ),
    "a stratum has one cluster": Mistake(
        one_cluster_a_stratum,
        "A single cluster in 2 strata (a, b)",
        "Une seule grappe dans 2 strates (a, b) : la variance n’y est pas estimable",
    ),
    "a stratum is empty": Mistake(
        in_data("5,2.5,b", "5,2.5,"),
        "‘stratum’, which says the stratum, is empty; rows in this case: 1 (line 6)",
        "« stratum », qui dit la strate, est vide ; lignes dans ce cas : 1 (ligne 6)",
    ),
    "a calibration variable is empty": Mistake(
        in_data("a,1,01,m", "a,1,01,"),
        "‘sex’ is empty; rows in this case: 1",
        "La variable de calage « sex » est vide ; lignes dans ce cas : 1",
    ),
    "a column is there twice": Mistake(
        in_data("sex,q1,q2", "sex,q1,q1"), "The column ‘q1’ is there twice", "La colonne « q1 » est là deux fois"
    ),
    "a column has no name": Mistake(
        in_data("sex,q1,q2", "sex,q1,"), "Column number 8 has no name", "La colonne n° 8 n’a pas de nom"
    ),
    "a line is cut": Mistake(
        in_data("7,1.0,b,2,11,f,4,3,210", "7,1.0,b,2"),
        "Line 8 has 4 fields; the header has 9",
        "La ligne 8 a 4 champs ; l’en-tête en a 9. Lignes dans ce cas : 1",
    ),
    "the file is not UTF-8": Mistake(
        latin_1,
        "From line 9 on, the file is not UTF-8",
        "À partir de la ligne 9, le fichier n’est pas en UTF-8 : les accents seraient abîmés",
    ),
    "half a Parquet file": Mistake(
        half_a_parquet_file, "cannot be read as a Parquet file", "Ce fichier ne se lit pas comme un fichier Parquet"
    ),
    "a region has an unknown code": Mistake(
        in_data("a,2,11,f", "a,2,99,f"),
        "‘region’ holds a code that the dictionary does not know; rows in this case: 1 (line 4)",
        "« region » porte un code que le dictionnaire ne connaît pas ; lignes dans ce cas : 1 (ligne 4)",
    ),
    "the dictionary describes nothing": Mistake(
        lambda files: files.spoil(files.dictionary, "  region:", "  regoin:"),
        "‘regoin’, which is not in the data",
        "Ce dictionnaire décrit « regoin », qui n’est pas dans les données",
    ),
    "a column is not in the data": Mistake(
        in_design("weight: w", "weight: wt"),
        "The column ‘wt’ is not in the file",
        "La colonne « wt » n’est pas dans le fichier",
    ),
    "an unknown key": Mistake(
        in_design("strata:", "stratas:"), "Did you mean ‘strata’?", "Vouliez-vous écrire « strata »"
    ),
    "an unknown measure": Mistake(
        in_design("measure: mean", "measure: median"), "design.yaml:9:", "« median » n’est pas une valeur possible"
    ),
    "a proportion of nothing": Mistake(
        in_design("values: [4, 5], ", ""),
        "A measure ‘proportion’ needs ‘values’",
        "Une mesure « proportion » demande « values »",
    ),
    "a value that nobody gave": Mistake(
        in_design("values: [4, 5]", "values: [44]"),
        "No row holds 44 in ‘q1’",
        "Aucune ligne ne porte 44 dans « q1 » : la proportion serait de 0 par erreur de frappe",
    ),
    "nothing is asked": Mistake(
        lambda files: files.design.write_text("weight: w\n", encoding="utf-8"),
        "The design asks for no estimate",
        "Le plan ne demande aucune estimation",
    ),
    "no rows": Mistake(
        nothing_but_a_header, "There is no row under the header", "Il n’y a aucune ligne sous l’en-tête"
    ),
    "an empty file": Mistake(emptied, "The file is empty", "Le fichier est vide"),
    "an unknown format": Mistake(
        of_no_known_format, "‘.ods’ is not a known format", "« .ods » n’est pas un format connu"
    ),
    "a workbook that is none": Mistake(
        a_workbook_that_is_none, "cannot be read as a XLSX file", "Ce fichier ne se lit pas comme un fichier XLSX"
    ),
    "no file": Mistake(gone, "There is no file there", "Il n’y a pas de fichier à cet endroit"),
    "written over itself": Mistake(
        written_over_itself, "The file to write is the one that is read", "Le fichier à écrire est celui que l’on lit"
    ),
    "the file of margins is not there": Mistake(
        lambda files: files.margins.unlink(),
        "margins.csv: There is no file there",
        "margins.csv : Il n’y a pas de fichier",
    ),
    "an SPSS file is damaged": Mistake(
        damaged(".sav"), "cannot be read as a SPSS file", "Ce fichier ne se lit pas comme un fichier SPSS"
    ),
    "a Stata file is damaged": Mistake(
        damaged(".dta"), "cannot be read as a Stata file", "Ce fichier ne se lit pas comme un fichier Stata"
    ),
    "an unknown engine": Mistake(
        lambda files: files.more.extend(["--engine", "duckdb"]),
        "‘duckdb’ is not an engine",
        "« duckdb » n’est pas un moteur",
    ),
    "a design that is no YAML": Mistake(
        in_design("strata: [stratum]", "strata: [stratum"), "design.yaml:", "design.yaml:"
    ),
    "a codebook that is cut": Mistake(
        a_codebook("<codeBook><dataDscr>"), "cannot be read as XML: no element found", "ne se lit pas comme du XML"
    ),
    "a codebook that declares entities": Mistake(
        a_codebook('<!DOCTYPE a [<!ENTITY b "b">]><codeBook><dataDscr><var name="q1"/></dataDscr></codeBook>'),
        "cannot be read as XML: DOCTYPE",
        "sans DOCTYPE",
    ),
    "a codebook without variables": Mistake(
        a_codebook("<html><body>404</body></html>"), "This file describes no variable", "ne décrit aucune variable"
    ),
    "a codebook of another survey": Mistake(
        a_codebook('<codeBook><dataDscr><var name="q77"/></dataDscr></codeBook>'),
        "This dictionary describes ‘q77’, which is not in the data",
        "Ce dictionnaire décrit « q77 », qui n’est pas dans les données",
    ),
    "clusters drawn where there are none": Mistake(
        in_design("clusters: [psu]", "replicates: {method: bootstrap, count: 50, seed: 1}"),
        "The bootstrap draws clusters, and the design names none",
        "Le bootstrap tire des grappes, et le plan n’en nomme pas",
    ),
}
