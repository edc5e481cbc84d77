"""Editions: whole or absent, made by two people, never changed, rebuilt to the byte, withdrawn without vanishing."""

import errno
import json
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from cordee.cli import application
from cordee.stats.editions import publishing
from cordee.stats.editions.edition import read_edition, read_withdrawal, verify
from cordee.stats.editions.rebuilding import refuse_other_figures
from cordee.stats.faults import SurveyRefused
from cordee.stats.metadata.writing import WRITERS
from cordee.stats.result_files import Sheet

DESIGN = """weight: w
strata: [stratum]
dictionary: book.yaml
suppress_under: 3
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: mean, variable: q1}
  - {measure: difference, of: mean, variable: q1, along: region, against: rest}
"""
BOOK = """variables:
  q1: {text: {fr: "Confiance ?", en: "Trust?"}, scale: 1-5, base: mayors, missing: [9]}
"""
HEADER = "w,stratum,region,q1\n"
PLACES = range(40)
REGIONS = ("11", "24", "94")
ROWS = [f"{1 + n % 3},{'ab'[n % 2]},{REGIONS[n % 3]},{1 + n % 5}" for n in PLACES]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """A folder with a survey, its design and its dictionary."""
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "book.yaml").write_text(BOOK)
    (tmp_path / "people.csv").write_text(HEADER + "\n".join([*ROWS, "1,a,01,5", "1,b,01,4"]) + "\n")
    return tmp_path


def asked(
    survey: Path, *more: str, edition: str = "barometre-2026", people: tuple[str, str] = ("Ana", "Bo")
) -> list[str]:
    return [
        "survey", "publish", str(survey / "people.csv"), "--design", str(survey / "design.yaml"),
        "--editions", str(survey / "editions"), "--id", edition, "--title-fr", "Baromètre", "--title-en", "Barometer",
        "--prepared-by", people[0], "--approved-by", people[1], "--lang", "en", *more,
    ]  # fmt: skip


def run(arguments: list[str], code: int = 0) -> str:
    result = CliRunner().invoke(application(["survey"]), arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_an_edition_holds_what_it_takes_to_compute_it_again(survey: Path) -> None:
    folder = Path(run(asked(survey, "--with-data")).strip())
    assert folder == survey / "editions" / "barometre-2026"
    assert sorted(path.name for path in folder.iterdir()) == [
        "CITATION.cff", "book.yaml", "citation.bib", "citation.txt", "comparisons.csv", "comparisons.parquet",
        "csv-metadata.json", "data.csv", "datapackage.json", "dcat.jsonld", "ddi-codebook.xml", "design.yaml",
        "edition.json", "estimates-sdmx.csv", "estimates.csv", "estimates.parquet", "log.txt", "rebuild.sh",
    ]  # fmt: skip
    edition = verify(folder)
    assert (edition.prepared_by, edition.approved_by, edition.title.en) == ("Ana", "Bo", "Barometer")
    assert (edition.rows, edition.suppressed) == (4 + 1 + 4, 2)
    assert edition.published_at.endswith("+00:00")
    assert len(edition.files) == 17


def test_the_script_gives_the_same_figures(survey: Path) -> None:
    folder = Path(run(asked(survey, "--with-data")).strip())
    elsewhere = survey / "elsewhere"
    shutil.copytree(folder, elsewhere)
    command = Path(sys.executable).parent
    done = subprocess.run(
        ["sh", "rebuild.sh"],
        cwd=elsewhere,
        env={"PATH": f"{command}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "rebuilt alike" in done.stdout or "refaits à l’identique" in done.stdout
    assert "proportion,q1,4|5,11" in done.stdout


def test_other_data_and_other_figures_are_told(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    data = survey / "people.csv"
    assert "rebuilt alike" in run(["survey", "verify", str(folder), "--again", str(data), "--lang", "en"])
    found = refuse_other_figures
    with pytest.raises(SurveyRefused) as refused:
        found(folder, {"estimates": Sheet(["measure"], [["mean"]], frozenset())})
    assert refused.value.ids == ["other-count"]
    table = (folder / "estimates.csv").read_text().splitlines()
    rows = [line.split(",") for line in table[1:]]
    rows[1][-1] = "too_few"
    with pytest.raises(SurveyRefused) as refused:
        found(folder, {"estimates": Sheet(table[0].split(","), rows, frozenset())})
    assert refused.value.ids == ["other-figure"]
    data.write_text(data.read_text() + "1,a,11,1\n")
    assert "not the data of the edition" in run(
        ["survey", "verify", str(folder), "--again", str(data), "--lang", "en"], 2
    )


def test_the_card_says_that_data_are_synthetic_and_what_else_there_is_to_know(survey: Path) -> None:
    plain = read_edition(Path(run(asked(survey)).strip()))
    assert (plain.synthetic, plain.note) == (False, None)
    told = ["--synthetic", "--note-fr", "Terrain en mai.", "--note-en", "Fieldwork in May."]
    edition = read_edition(Path(run(asked(survey, *told, edition="synthetic")).strip()))
    assert edition.synthetic
    assert edition.note is not None
    assert (edition.note.fr, edition.note.en) == ("Terrain en mai.", "Fieldwork in May.")


def test_microdata_that_are_not_public_stay_out(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    assert not list(folder.glob("data.*"))
    edition = read_edition(folder)
    assert not edition.data_public
    assert len(edition.data_sha256) == 64
    assert '"$1"' in (folder / "rebuild.sh").read_text()


def test_what_is_hidden_is_in_no_file_but_the_log_says_so(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    table = pl.read_parquet(folder / "estimates.parquet")
    hidden = table.filter(pl.col("status") == "suppressed")
    assert hidden.height > 0
    assert hidden["estimate"].null_count() == hidden.height
    assert "hidden: proportion q1 4|5 region=01 n=2" in (folder / "log.txt").read_text()
    written = pl.read_csv(folder / "estimates.csv", schema=table.schema)
    assert written.select("estimate", "se", "n").equals(table.select("estimate", "se", "n"))


def test_who_publishes_and_where_is_on_the_card_and_in_the_citation(survey: Path) -> None:
    where = "https://cordee.example/e/"
    found = ["--publisher", "Passerelles", "--doi", "10.5281/zenodo.123", "--address", where]
    folder = Path(run(asked(survey, *found)).strip())
    card = verify(folder)
    assert (card.publisher, card.doi, card.address) == ("Passerelles", "10.5281/zenodo.123", where)
    assert (folder / "citation.txt").read_text(encoding="utf-8").endswith("https://doi.org/10.5281/zenodo.123\n")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert resource["hash"] == f"sha256:{card.files[resource['path']]}"
        assert resource["bytes"] == (folder / resource["path"]).stat().st_size
    described = {resource["path"] for resource in package["resources"]}
    assert described == set(card.files) - set(WRITERS)


def test_figures_with_drawn_replicates_are_rebuilt_from_their_seed(survey: Path) -> None:
    people = [line.split(",") for line in ROWS]
    rows = [",".join([*row, str(1 + place % 7)]) for place, row in enumerate(people)]
    (survey / "people.csv").write_text(HEADER.replace("q1", "q1,town") + "\n".join(rows) + "\n")
    drawn = "clusters: [town]\nreplicates: {method: bootstrap, count: 30, seed: 4}\n"
    (survey / "design.yaml").write_text(DESIGN.replace("dictionary:", f"{drawn}dictionary:"))
    folder = Path(run(asked(survey, "--with-data")).strip())
    assert "replicates: bootstrap of clusters, count 30, seed 4" in (folder / "log.txt").read_text()
    again = ["survey", "verify", str(folder), "--again", str(folder / "data.csv"), "--lang", "en"]
    assert "rebuilt alike" in run(again)


def test_a_codebook_is_a_dictionary(survey: Path) -> None:
    """What an edition says of its variables serves the next one."""
    first = Path(run(asked(survey)).strip())
    shutil.copyfile(first / "ddi-codebook.xml", survey / "book.xml")
    (survey / "design.yaml").write_text(DESIGN.replace("book.yaml", "book.xml"))
    second = Path(run(asked(survey, edition="encore")).strip())
    for name in ("estimates.csv", "comparisons.csv", "estimates-sdmx.csv"):
        one, two = ((each / name).read_text().replace("encore", "barometre-2026") for each in (first, second))
        assert one == two
    assert "Confiance ?" in (second / "ddi-codebook.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("people", [("Ana", "Ana"), ("Ana", "  ana "), ("Zoé", "ZOE")])
def test_one_person_is_not_enough(survey: Path, people: tuple[str, str]) -> None:
    assert "one name only" in run(asked(survey, people=people), 2)
    assert not (survey / "editions").exists()


def test_an_edition_is_never_written_over(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    before = (folder / "edition.json").read_bytes()
    assert "published already" in run(asked(survey), 2)
    assert (folder / "edition.json").read_bytes() == before
    assert all(not path.stat().st_mode & stat.S_IWUSR for path in folder.iterdir() if path.name != "edition.json")


@pytest.mark.parametrize("name", ["", "Baromètre", "a b", "../etc", "a/b", "-a", "x" * 81])
def test_a_name_that_cannot_be_an_address_is_refused(survey: Path, name: str) -> None:
    assert "cannot name an edition" in run(asked(survey, edition=name), 2)
    assert not (survey / "editions").exists()


def test_a_full_disk_leaves_nothing(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publishing.shutil, "copyfile", full)
    assert "No space left on device" in run(asked(survey), 2)
    assert list((survey / "editions").iterdir()) == []


def test_data_that_are_refused_publish_nothing(survey: Path) -> None:
    (survey / "people.csv").write_text(HEADER + "-1,a,11,5\n2,b,11,4\n")
    run(asked(survey), 2)
    assert not (survey / "editions").exists()


@pytest.mark.parametrize("name", ["estimates.csv", "design.yaml", "comparisons.parquet"])
def test_a_changed_file_is_found(survey: Path, name: str) -> None:
    folder = Path(run(asked(survey)).strip())
    assert "intact" in run(["survey", "verify", str(folder), "--lang", "en"])
    (folder / name).chmod(0o644)
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    said = run(["survey", "verify", str(folder), "--lang", "en"], 2)
    assert "no longer the one that was published" in said
    assert name in said


def test_a_file_that_goes_or_comes_is_found(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    (folder / "log.txt").unlink()
    (folder / "more.txt").write_text("x")
    said = run(["survey", "verify", str(folder), "--lang", "fr"], 2)
    assert "log.txt" in said
    assert "ne fait pas partie de l’édition" in said


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "cordee-edition/1"}', '{"format": "other"}'])
def test_what_is_not_an_edition_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "edition.json").write_text(content)
    with pytest.raises(SurveyRefused) as refused:
        read_edition(tmp_path)
    assert refused.value.ids == ["not-an-edition"]


def test_a_withdrawn_edition_keeps_its_place_and_says_why(survey: Path) -> None:
    folder = Path(run(asked(survey)).strip())
    why = ["--by", "Ana", "--reason-fr", "Un poids était faux", "--reason-en", "A weight was wrong", "--lang", "en"]
    run(["survey", "withdraw", str(folder), *why])
    notice = read_withdrawal(folder)
    assert notice is not None
    assert (notice.by, notice.reason.fr) == ("Ana", "Un poids était faux")
    assert "withdrawn" in run(["survey", "verify", str(folder), "--lang", "en"])
    assert "withdrawn already" in run(["survey", "withdraw", str(folder), *why], 2)
    assert json.loads((folder / "edition.json").read_text())["id"] == "barometre-2026"
