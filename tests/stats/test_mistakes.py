"""Ways of being wrong: each is refused with what to do about it, and nothing is written, not even in part."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
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
        return CliRunner().invoke(application(["survey"]), [*command, *out, *more])

    def written(self) -> list[str]:
        return sorted(path.name for path in self.out.parent.iterdir())


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


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


MISTAKES: dict[str, tuple[Callable[[Files], None], str]] = {
    "a margin misses a category of the sample": (
        in_margins("region,11,7\n", "region,75,7\n"),
        "The category ‘11’ of ‘region’ has no total; rows in the sample: 4",
    ),
    "a margin has a category that nobody has": (
        in_margins("region,11,7\n", "region,11,6\nregion,75,1\n"),
        "The category ‘75’ of ‘region’ has a total of 1, and nobody in the sample",
    ),
    "a margin is zero": (
        in_margins("sex,f,8\nsex,m,8", "sex,f,0\nsex,m,16"),
        "The category ‘f’ of ‘sex’ has a total of zero; rows in the sample: 4",
    ),
    "margins do not add up": (in_margins("region,11,7", "region,11,17"), "‘region’ add up to 26, those of ‘sex’ to 16"),
    "a margin is given twice": (in_margins("sex,m,8", "sex,m,8\nsex,m,8"), "Line 4: the category ‘m’ of ‘sex’ already"),
    "a margin is no number": (in_margins("sex,m,8", "sex,m,lots"), "Line 3: ‘lots’ is not a total"),
    "margins have another header": (in_margins("variable,category", "variable,value"), "variable,category,total"),
    "bounds cannot be kept": (
        in_design("method: raking,", "method: logit, bounds: [0.99, 1.01],"),
        "does not converge: the category",
    ),
    "a weight is negative": (in_data("1,1.5,", "1,-1.5,"), "‘w’ is negative; rows in this case: 1 (line 2)"),
    "a weight is zero": (in_data("2,2.0,", "2,0,"), "‘w’ is zero; rows in this case: 1 (line 3)"),
    "a weight is text": (in_data("2,2.0,", "2,heavy,"), "‘w’ is not a number; rows in this case: 1 (line 3)"),
    "a weight has a comma": (in_data("2,2.0,", '2,"2,5",'), "a point and not a comma"),
    "a weight is missing": (in_data("3,1.0,", "3,,"), "‘w’ is missing; rows in this case: 1 (line 4)"),
    "a weight is infinite": (
        in_data("3,1.0,", "3,1e999,"),
        "‘w’ is infinite or undefined; rows in this case: 1 (line 4)",
    ),
    "an item has no answer": (an_item_without_answers, "‘q2’ holds no answer at all"),
    "an amount is text": (in_data("120.5", "a lot"), "‘income’ is not a number; rows in this case: 1 (line 5)"),
    "a stratum has one cluster": (one_cluster_a_stratum, "A single cluster in 2 strata (a, b)"),
    "a stratum is empty": (
        in_data("5,2.5,b", "5,2.5,"),
        "‘stratum’, which says the stratum, is empty; rows in this case: 1 (line 6)",
    ),
    "a calibration variable is empty": (in_data("a,1,01,m", "a,1,01,"), "‘sex’ is empty; rows in this case: 1"),
    "a column is there twice": (in_data("sex,q1,q2", "sex,q1,q1"), "The column ‘q1’ is there twice"),
    "a column has no name": (in_data("sex,q1,q2", "sex,q1,"), "Column number 8 has no name"),
    "a line is cut": (in_data("7,1.0,b,2,11,f,4,3,210", "7,1.0,b,2"), "Line 8 has 4 fields; the header has 9"),
    "the file is not UTF-8": (latin_1, "From line 9 on, the file is not UTF-8"),
    "half a Parquet file": (half_a_parquet_file, "cannot be read as a Parquet file"),
    "a region has an unknown code": (
        in_data("a,2,11,f", "a,2,99,f"),
        "‘region’ holds a code that the dictionary does not know; rows in this case: 1 (line 4)",
    ),
    "the dictionary describes nothing": (
        lambda files: files.spoil(files.dictionary, "  region:", "  regoin:"),
        "‘regoin’, which is not in the data",
    ),
    "a column is not in the data": (in_design("weight: w", "weight: wt"), "The column ‘wt’ is not in the file"),
    "an unknown key": (in_design("strata:", "stratas:"), "Did you mean ‘strata’?"),
    "an unknown measure": (in_design("measure: mean", "measure: median"), "design.yaml:9:"),
    "a proportion of nothing": (in_design("values: [4, 5], ", ""), "A measure ‘proportion’ needs ‘values’"),
    "a value that nobody gave": (in_design("values: [4, 5]", "values: [44]"), "No row holds 44 in ‘q1’"),
    "nothing is asked": (
        lambda files: files.design.write_text("weight: w\n", encoding="utf-8"),
        "The design asks for no estimate",
    ),
    "no rows": (nothing_but_a_header, "There is no row under the header"),
    "an empty file": (emptied, "The file is empty"),
    "an unknown format": (of_no_known_format, "‘.ods’ is not a known format"),
    "a workbook that is none": (a_workbook_that_is_none, "cannot be read as a XLSX file"),
    "no file": (gone, "There is no file there"),
    "written over itself": (written_over_itself, "The file to write is the one that is read"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_and_nothing_is_written(mistake: str, files: Files) -> None:
    spoil, told = MISTAKES[mistake]
    spoil(files)
    before = files.data.read_bytes() if files.data.exists() else b""
    there = files.written()
    result = files.run()
    assert result.exit_code == 2, result.output
    assert told in result.output.replace("\n    ", " ")
    assert "✗" in result.output
    assert files.written() == there
    assert (files.data.read_bytes() if files.data.exists() else b"") == before


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_french(mistake: str, files: Files) -> None:
    MISTAKES[mistake][0](files)
    told = files.run(lang="fr").output
    assert "\u202f: " in told
    assert told != files.run(lang="en").output


def test_the_same_survey_without_mistake_is_estimated(files: Files) -> None:
    result = files.run()
    assert result.exit_code == 0, result.output
    assert files.written() == ["estimates.csv"]
    assert files.out.read_text(encoding="utf-8").splitlines()[1].startswith("proportion,q1,4|5,01,4,")


def test_a_full_disk_leaves_nothing(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = files.run()
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert files.written() == []


def test_a_full_disk_leaves_no_half_of_the_weights(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars as pl

    def full(_frame: object, place: Path, **_: object) -> None:
        Path(place).write_bytes(b"half of it")
        raise pl.exceptions.ComputeError("No space left on device (os error 28)")

    monkeypatch.setattr(pl.LazyFrame, "sink_parquet", full)
    files.out = files.out.with_suffix(".parquet")
    result = files.run(verb="calibrate")
    assert result.exit_code == 2
    assert files.written() == []


def test_a_folder_that_cannot_be_made_is_told(files: Files) -> None:
    files.out = files.design / "estimates.csv"
    result = files.run()
    assert result.exit_code == 2
    assert "cannot be written" in result.output


@pytest.mark.parametrize("name", ["estimates.xls", "estimates"])
def test_an_unknown_output_is_told(name: str, files: Files) -> None:
    files.out = files.out.with_name(name)
    result = files.run()
    assert result.exit_code == 2
    assert "Name a .csv, .json, .parquet file" in result.output
    assert files.written() == []
