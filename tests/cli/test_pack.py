"""`cordee pack`: what each command answers, where it writes, and how it refuses."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from cordee.cli.pack import app
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.workbook.labels import tab_of

SAMPLE = Path(__file__).parents[1] / "core" / "packs" / "sample"
FAULTY, UNUSABLE = 1, 2


def run(*arguments: object, lang: str = "en") -> Result:
    said = [str(argument) for argument in arguments]
    if said[0] != "schema":
        said += ["--lang", lang]
    result = CliRunner().invoke(app, said)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample pack."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def reword(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def pack_of(folder: Path) -> Pack:
    pack = read_pack(read_folder(folder)).pack
    assert pack is not None
    return pack


def test_check_says_what_a_sound_pack_holds(folder: Path) -> None:
    result = run("check", folder)
    assert result.exit_code == 0
    assert (
        "✓ sample 1.1.0 (not published yet): 2 axes, 3 topics, 9 items, 2 recommendations, 2 cases played."
        in result.stdout
    )
    assert (
        "  3 words, 2 tools, 1 story, 1 course, 1 impact, 1 object of evaluation, 1 shared criterion" in result.stdout
    )
    assert "2 cells of the framework, 2 sources.\n" in result.stdout
    assert "texts, all in French and in English; references and addresses checked." in result.stdout
    assert "sha256 " in result.stdout


def test_check_tells_programs_how_many_entries_of_each_kind(folder: Path) -> None:
    (verdict,) = json.loads(run("check", folder, "--format", "json").stdout)
    assert verdict["counts"]["terms"] == 3
    assert verdict["counts"]["cells"] == 2
    reword(folder / "glossary" / "need.yaml", "en: ", "eng: ")
    (broken,) = json.loads(run("check", folder, "--format", "json").stdout)
    assert broken["counts"] is None


def test_check_says_every_fault_in_the_language_asked(folder: Path) -> None:
    reword(folder / "tools" / "raci-grid.yaml", "difficulty: easy", "difficulty: hard")
    reword(folder / "glossary" / "need.yaml", "en: ", "eng: ")
    french, english = run("check", folder, lang="fr"), run("check", folder)
    assert (french.exit_code, english.exit_code) == (FAULTY, FAULTY)
    assert "tools/raci-grid.yaml:9:13\u202f: «\u202fhard\u202f» n’est pas une valeur possible." in french.stdout
    assert "tools/raci-grid.yaml:9:13: ‘hard’ is not a possible value." in english.stdout
    assert "glossary/need.yaml:2:1: The English text is missing." in english.stdout
    assert "3 défauts." in french.stdout
    assert "3 faults." in english.stdout


def test_check_plays_worked_cases(folder: Path) -> None:
    reword(folder / "cases" / "first.yaml", "maturity: 3", "maturity: 2")
    result = run("check", folder)
    assert result.exit_code == FAULTY
    assert "cases/first.yaml:10:" in result.stdout
    assert "The case ‘all-threes’ expects 2" in result.stdout


def test_check_answers_programs_in_json(folder: Path) -> None:
    sound = json.loads(run("check", folder, "--format", "json").stdout)
    assert sound[0]["version"] == "1.1.0"
    assert sound[0]["faults"] == []
    assert sound[0]["cases_played"] == 2
    reword(folder / "sources.yaml", '"2015"', '"2015-13"')
    broken = run("check", folder, "--format", "json")
    assert broken.exit_code == FAULTY
    (fault,) = json.loads(broken.stdout)[0]["faults"]
    assert (fault["id"], fault["file"], fault["line"], fault["path"]) == (
        "impossible-date",
        "sources.yaml",
        5,
        "sources[0].published",
    )


def test_check_without_a_name_looks_at_every_pack_of_the_ground(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDEE_PACKS", str(folder.parent))
    result = run("check")
    assert result.exit_code == 0
    assert "sample 1.1.0" in result.stdout
    assert run("check", "sample").stdout == result.stdout, "a pack may be named by its id"


def test_a_ground_without_packs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDEE_PACKS", str(tmp_path))
    result = run("check")
    assert result.exit_code == UNUSABLE
    assert "a pack is a folder that holds ‘pack.yaml’" in result.stderr


@pytest.mark.parametrize("command", ["check", "publish", "to-xlsx"])
def test_a_folder_that_is_not_there_is_refused(command: str) -> None:
    result = run(command, "nowhere", lang="fr")
    assert result.exit_code == UNUSABLE
    assert "«\u202fnowhere\u202f» n’est ni un dossier, ni l’identifiant d’un pack." in result.stderr
    assert "Traceback" not in result.output


def test_publish_writes_the_release_once(folder: Path) -> None:
    target = folder / "releases" / "1.1.0.json"
    first = run("publish", folder)
    assert first.exit_code == 0
    document = target.read_bytes()
    assert json.loads(document)["card"]["version"] == "1.1.0"
    assert not document.endswith(b"\n"), "the file is the document, byte for byte"
    again = run("publish", folder)
    assert again.exit_code == 0
    assert "unchanged" in again.stdout
    assert target.read_bytes() == document
    assert "(published)" in run("check", folder).stdout


def test_publish_refuses_to_change_what_is_published(folder: Path) -> None:
    assert run("publish", folder).exit_code == 0
    document = (folder / "releases" / "1.1.0.json").read_bytes()
    reword(folder / "glossary" / "need.yaml", "What someone lacks.", "What people lack.")
    result = run("publish", folder)
    assert result.exit_code == FAULTY
    assert "already published with another content" in result.stderr
    assert (folder / "releases" / "1.1.0.json").read_bytes() == document
    assert run("check", folder).exit_code == FAULTY


def test_publish_refuses_a_faulty_pack(folder: Path) -> None:
    reword(folder / "sources.yaml", '"2015"', '"2015-13"')
    assert run("publish", folder).exit_code == FAULTY
    assert not (folder / "releases").exists()


def test_diff_tells_what_changes_and_the_version_it_demands(folder: Path) -> None:
    reword(folder / "rules" / "scoring.yaml", 'from: "2.5"', "from: 2")
    reword(folder / "glossary" / "need.yaml", "What someone lacks.", "What people lack.")
    lines = run("diff", SAMPLE, folder).stdout.splitlines()
    assert lines == [
        "major  changed  scoring › stages › shared › from",
        "  − 2.5",
        "  + 2",
        "patch  changed  terms › need › definition › en",
        "  − What someone lacks.",
        "  + What people lack.",
        "2 differences; version demanded: major, 2.0.0 at least (from 1.1.0).",
    ]
    french = run("diff", SAMPLE, folder, lang="fr").stdout
    assert "majeure    changé  scoring › stages › shared › from" in french
    assert french.endswith("2 différences\u202f; version demandée\u202f: majeure, 2.0.0 au moins (depuis 1.1.0).\n")


def test_diff_compares_published_versions_by_their_numbers(folder: Path) -> None:
    assert run("publish", folder).exit_code == 0
    assert run("diff", "1.1.0", folder).stdout == "No difference.\n"
    assert run("diff", folder / "releases" / "1.1.0.json", folder).stdout == "No difference.\n"
    assert run("diff", folder, "1.1.0").stdout == "No difference.\n"
    assert run("diff", "1.1.0", "1.1.0", "--pack", folder).stdout == "No difference.\n"
    missing = run("diff", "1.0.0", folder)
    assert missing.exit_code == UNUSABLE
    assert "1.0.0.json is not there" in missing.stderr


def test_diff_answers_programs_in_json(folder: Path) -> None:
    reword(folder / "pack.yaml", "to try things on", "to try")
    told = json.loads(run("diff", SAMPLE, folder, "--format", "json").stdout)
    assert (told["level"], told["at_least"]) == ("patch", "1.1.1")
    assert told["changes"][0]["path"] == ["card", "summary", "en"]


def test_diff_refuses_a_damaged_release(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    result = run("diff", tmp_path / "broken.json", SAMPLE)
    assert result.exit_code == UNUSABLE
    assert "not a readable release" in result.stderr


def test_a_pack_goes_to_a_workbook_and_comes_back(folder: Path, tmp_path: Path) -> None:
    workbook, new = tmp_path / "out" / "sample.xlsx", tmp_path / "new"
    assert run("to-xlsx", folder, workbook).exit_code == 0
    written = run("from-xlsx", workbook, new)
    assert written.exit_code == 0
    assert "24 files written" in written.stdout
    assert run("diff", folder, new).stdout == "No difference.\n"
    assert pack_of(new) == pack_of(folder)


def test_a_workbook_is_named_after_its_pack(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "sample.xlsx" in run("to-xlsx", folder).stdout
    assert (tmp_path / "sample.xlsx").is_file()


def test_from_xlsx_never_writes_over_a_folder(folder: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "sample.xlsx"
    run("to-xlsx", folder, workbook)
    before = read_folder(folder)
    result = run("from-xlsx", workbook, folder)
    assert result.exit_code == UNUSABLE
    assert "is not empty: nothing was written" in result.stderr
    assert read_folder(folder) == before


def test_a_dry_run_shows_what_would_change_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "sample.xlsx"
    run("to-xlsx", folder, workbook)
    book = load_workbook(workbook)
    book[tab_of("terms")]["C4"] = "Lack"
    book.save(workbook)
    before = read_folder(folder)
    told = run("from-xlsx", workbook, folder, "--dry-run")
    assert told.exit_code == 0
    assert told.stdout.splitlines()[:3] == ["patch  changed  terms › need › name › en", "  − Need", "  + Lack"]
    assert "1.1.1 at least" in told.stdout
    assert read_folder(folder) == before
    assert "would be created" in run("from-xlsx", workbook, tmp_path / "new", "--dry-run").stdout
    assert not (tmp_path / "new").exists()


def test_a_broken_row_is_told_by_sheet_and_cell(folder: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "sample.xlsx"
    run("to-xlsx", folder, workbook)
    book = load_workbook(workbook)
    book[tab_of("items")]["C5"] = "actoin"
    book.save(workbook)
    result = run("from-xlsx", workbook, tmp_path / "new", lang="fr")
    assert result.exit_code == FAULTY
    assert "sample.xlsx, feuille Questions (items), cellule C5\u202f: «\u202factoin\u202f»" in result.stderr
    assert "Vouliez-vous écrire «\u202faction\u202f»\u202f?" in result.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [None, b"not a workbook"])
def test_from_xlsx_refuses_what_is_no_workbook(content: bytes | None, tmp_path: Path) -> None:
    workbook = tmp_path / "pack.xlsx"
    if content is not None:
        workbook.write_bytes(content)
    result = run("from-xlsx", workbook, tmp_path / "new")
    assert result.exit_code == (UNUSABLE if content is None else FAULTY)
    assert "pack.xlsx" in result.stderr


def test_a_workbook_that_is_a_folder_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    result = run("to-xlsx", folder, tmp_path)
    assert result.exit_code == UNUSABLE
    assert "Cannot write" in result.stderr


def test_schema_is_printed_or_written(tmp_path: Path) -> None:
    printed = run("schema").stdout
    assert json.loads(printed)["title"] == "Cordée pack"
    assert run("schema", "--write", tmp_path / "pack.schema.json").stdout == ""
    assert (tmp_path / "pack.schema.json").read_text(encoding="utf-8") == printed


def test_help_is_quick_and_never_loads_django() -> None:
    code = (
        "import sys\nfrom cordee.cli import main\nsys.argv = ['cordee', 'pack', 'check', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "assert not {'django', 'numpy', 'openpyxl', 'xlsxwriter', 'ruamel'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
