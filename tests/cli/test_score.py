"""`cordee score`: what it prints, and what it says of a file it cannot read."""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.core.alliance import ROOT, reference_pack
from typer.testing import CliRunner, Result

from cordee.cli import answer_source, application
from cordee.core.packs.release import release_of

HAND_WORKED = ROOT / "tests" / "core" / "hand_worked" / "answers.csv"
HEADER = "respondent,organisation,circle,item,answer"
ONE = "respondent,item,answer\nzoe,clarity.roles.vision,4\nzoe,clarity.roles.action,4\nzoe,clarity.roles.means,0\n"
SECTIONS = {
    "fr": (
        *("15 personnes", "Maturité", "Cohérence", "Krippendorff et ICC", "divergent", "Pilotage moins les autres"),
        *("Priorités", "Pistes", "Pourquoi vous", "Entre crochets", "La vision dépasse les moyens", "structuré"),
    ),
    "en": (
        *("15 people", "Maturity", "Coherence", "Krippendorff and ICC", "diverge", "Steering minus the others"),
        *("Priorities", "Next steps", "Why you", "Between brackets", "Vision beyond its means", "structured"),
    ),
}
runner = CliRunner()


def score(*arguments: str, given: bytes | str | None = None) -> Result:
    return runner.invoke(application(["score"]), ["score", *arguments], input=given)


def run(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    """Run the command for real, in a new Python."""
    command = [sys.executable, "-c", "from cordee.cli import main; main()", "score", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


@pytest.fixture(scope="module", autouse=True)
def quick_pack(tmp_path_factory):
    """Publish the reference pack for these tests: a release reads faster than its files."""
    folder = tmp_path_factory.mktemp("packs") / "alliances"
    (folder / "releases").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: alliances\n", encoding="utf-8")
    (folder / "releases" / "1.0.0.json").write_text(release_of(reference_pack()).document, encoding="utf-8")
    before = os.environ.get("CORDEE_PACKS")
    os.environ["CORDEE_PACKS"] = str(folder.parent)
    yield folder
    os.environ.pop("CORDEE_PACKS")
    if before is not None:
        os.environ["CORDEE_PACKS"] = before


@pytest.fixture
def answers(tmp_path):
    """Write a file of answers."""

    def write(content: str | bytes, name: str = "answers.csv") -> str:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(file)

    return write


class TestTable:
    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_it_says_everything_within_a_hundred_columns(self, lang):
        result = score(str(HAND_WORKED), "--lang", lang)
        assert result.exit_code == 0, result.output
        lines = result.output.splitlines()
        assert max(map(len, lines)) <= 100
        assert [words for words in SECTIONS[lang] if words not in result.output] == []

    def test_the_two_languages_show_the_same_numbers(self):
        french, english = (score(str(HAND_WORKED), "--lang", lang).output for lang in ("fr", "en"))
        lines = [[line for line in text.splitlines() if "…" in line and "[" in line] for text in (french, english)]
        numbers = [re.findall(r"\d+(?:[.,]\d)?", " ".join(each).replace(",", ".")) for each in lines]
        assert len(numbers[0]) > 120
        assert numbers[0] == numbers[1]

    def test_one_person_alone(self, answers):
        result = score(answers(ONE), "--instrument", "express", "--lang", "fr")
        assert result.exit_code == 0
        assert "1 personne, 1 organisation, 1 cercle" in result.output
        assert "Trop tôt pour conclure" in result.output
        assert "Trop peu de personnes ont répondu pour donner un intervalle." in result.output
        assert "– Personne n’a" in result.output
        assert "[" not in result.output

    def test_french_typography(self):
        output = score(str(HAND_WORKED), "--lang", "fr").output.partition("Pistes")[0]
        assert [mark for mark in (" :", " ;", " %", "« ", " »", "'") if mark in output] == []

    def test_the_self_circle_may_be_another(self):
        teams, funders = (score(str(HAND_WORKED), "--self", own, "--lang", "en").output for own in ("teams", "funders"))
        assert "Teams minus the others" in teams or "No clear gap" in teams
        assert "Nobody answered in the circle" in funders

    def test_everyone_alike(self, answers):
        rows = [f"r{n},o{n},,{item.id},4" for n in range(4) for item in reference_pack().instrument.items_of("express")]
        result = score(answers("\n".join([HEADER, *rows])), "--instrument", "express", "--lang", "en")
        assert "4.0 [4.0…4.0]" in result.output
        assert "diverge" not in result.output
        assert "Priorities" not in result.output


class TestJson:
    def test_it_is_the_document(self):
        result = score(str(HAND_WORKED), "--format", "json")
        assert result.exit_code == 0
        found = json.loads(result.output)
        assert found["format"] == "cordee-score/1"
        assert found["respondents"] == 15
        assert len(found["overall"]["items"]) == 63
        assert len(found["circles"]) == 4

    def test_the_same_file_gives_the_same_bytes_in_any_order(self, answers):
        head, *rows = HAND_WORKED.read_text(encoding="utf-8").splitlines()
        mixed = answers("\n".join([head, *reversed(rows)]))
        assert score(str(HAND_WORKED), "--format", "json").output == score(mixed, "--format", "json").output

    def test_it_ignores_the_language(self):
        outputs = {score(str(HAND_WORKED), "--format", "json", "--lang", lang).output for lang in ("fr", "en")}
        assert len(outputs) == 1

    def test_express_answers_without_organisations_are_one_each(self, answers):
        rows = [f"r{n},{item.id},{n}" for n in range(4) for item in reference_pack().instrument.items_of("express")]
        file = answers("\n".join(["respondent,item,answer", *rows]))
        found = json.loads(score(file, "--instrument", "express", "--format", "json").output)
        assert found["organisations"] == 4
        assert [scope["circle"] for scope in found["circles"]] == ["steering"]
        assert found["overall"]["resampled"] == "organisations"
        assert found["overall"]["df"] == 3


class TestRefusals:
    """Exit code 2, the line, the cause, what to do; in both languages; never a traceback."""

    CONTENTS = (
        (f"{HEADER}\nz,o,teams,clarity.roles.visoin,3", "ligne 2", "clarity.roles.vision"),
        (f"{HEADER}\nz,o,teams,clarity.roles.vision,7", "ligne 2", "0, 1, 2, 3 ou 4"),
        (f"{HEADER}\nz,o,teams,clarity.roles.vision,3.5", "ligne 2", "pas une moyenne"),
        (f"{HEADER}\nz,o,team,clarity.roles.vision,3", "ligne 2", "teams"),
        (f"{HEADER}\nz,o,teams,clarity.roles.vision,3\nz,o,teams,clarity.roles.vision,2", "ligne 3", "ligne 2"),
        (f"{HEADER}\nz,o,teams,clarity.roles.vision,3\nz,o,funders,clarity.roles.means,2", "ligne 3", "teams"),
        (f"{HEADER}\nz,o,teams,clarity.roles.vision", "ligne 2", "4 champs"),
        (f"{HEADER}\n".encode("utf-16"), "UTF-16", "CSV UTF-8"),
        (f"{HEADER}\nzoé,o,teams,clarity.roles.vision,3".encode("latin-1"), "ligne 2", "CSV UTF-8"),
        (b"\x00\x01\x02", "ligne 1", "octet nul"),
        (b"PK\x03\x04", "classeur", "CSV UTF-8"),
        (b"", "vide", "respondent,organisation,circle,item,answer"),
        (HEADER, "rien sous", "une ligne par réponse"),
        ("a,b,c", "respondent", "ligne 1"),
        ("respondent,item,item,answer\n1,2,3,4", "deux fois", "ligne 1"),
    )

    @pytest.mark.parametrize(("content", "where", "remedy"), CONTENTS)
    def test_a_file_that_cannot_be_read(self, answers, content, where, remedy):
        file = answers(content)
        result = score(file, "--lang", "fr")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert file in result.stderr
        assert where in result.stderr
        assert remedy in result.stderr
        assert "Traceback" not in result.stderr
        english = score(file, "--lang", "en")
        assert english.exit_code == 2
        assert english.stderr != result.stderr

    def test_many_faults(self, answers):
        rows = [f"r{n},o,teams,clarity.roles.vision,9" for n in range(120)]
        result = score(answers("\n".join([HEADER, *rows])), "--lang", "en")
        assert result.stderr.count("is not a level") == 20
        assert "and 100 more" in result.stderr

    def test_a_file_of_one_gigabyte_is_not_even_opened(self, tmp_path):
        file = tmp_path / "huge.csv"
        with file.open("wb") as handle:
            handle.truncate(1_000_000_000)
        result = score(str(file), "--lang", "en")
        assert result.exit_code == 2
        assert "1000 MB; the limit is 50 MB" in result.stderr

    def test_a_missing_file_a_folder_and_a_device(self, tmp_path):
        places = {tmp_path / "gone.csv": "no file there", tmp_path: "a folder", "/dev/zero": "standard input"}
        for place, said in places.items():
            result = score(str(place), "--lang", "en")
            assert result.exit_code == 2
            assert said in result.stderr

    def test_a_name_that_cannot_be_one(self):
        for name in ("bad\0name", "x" * 5000):
            assert score(name, "--lang", "en").exit_code == 2

    def test_a_file_one_may_not_read(self, answers, monkeypatch):
        def closed(*arguments):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", closed)
        result = score(answers(ONE), "--lang", "fr")
        assert result.exit_code == 2
        assert "Permission denied" in result.stderr
        assert "droits de lecture" in result.stderr

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--instrument", "huge"), "full, express"),
            (("--self", "crew"), "steering, teams"),
            (("--pack", "nowhere"), "alliances"),
        ],
    )
    def test_what_was_asked_does_not_exist(self, arguments, said):
        for lang in ("fr", "en"):
            result = score(str(HAND_WORKED), *arguments, "--lang", lang)
            assert result.exit_code == 2
            assert said in result.stderr

    def test_a_format_or_a_language_that_does_not_exist(self):
        assert score(str(HAND_WORKED), "--format", "xml").exit_code == 2
        assert score(str(HAND_WORKED), "--lang", "de").exit_code == 2
        assert score().exit_code == 2


class TestSources:
    def test_standard_input(self):
        result = score("-", "--instrument", "express", "--lang", "en", given=ONE.encode())
        assert result.exit_code == 0
        assert "1 person" in result.output

    def test_an_empty_standard_input(self):
        assert score("-", "--lang", "en", given=b"").exit_code == 2

    def test_a_closed_standard_input(self):
        script = f"{sys.executable} -c 'from cordee.cli import main; main()' score - --lang en <&-"
        done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, check=False)
        assert done.returncode == 2
        assert b"empty" in done.stderr
        assert b"Traceback" not in done.stderr

    def test_too_much_on_standard_input(self, monkeypatch):
        monkeypatch.setattr(answer_source, "LARGEST_FILE", 100)
        result = score("-", "--lang", "en", given=b"x" * 101)
        assert result.exit_code == 2
        assert "the limit" in result.stderr

    def test_a_pipe_with_a_writer(self, tmp_path):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(ONE,))
        writer.start()
        result = score(str(pipe), "--instrument", "express", "--lang", "en")
        writer.join(10)
        assert result.exit_code == 0

    def test_a_pipe_nobody_writes_to(self, tmp_path, monkeypatch):
        monkeypatch.setattr(answer_source, "PIPE_SECONDS", 0.05)
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        result = score(str(pipe), "--lang", "en")
        assert result.exit_code == 2
        assert "Nothing came through" in result.stderr

    def test_a_file_that_grows_past_the_limit_while_read(self, answers, monkeypatch):
        monkeypatch.setattr(answer_source, "_refusal", lambda state: None)
        monkeypatch.setattr(answer_source, "LARGEST_FILE", 10)
        assert score(answers(ONE), "--lang", "en").exit_code == 2


class TestPacks:
    def test_a_release_a_folder_of_releases_and_a_folder_of_files(self, quick_pack):
        release = quick_pack / "releases" / "1.0.0.json"
        places = (release, quick_pack, ROOT / "packs" / "alliances")
        outputs = {score(str(HAND_WORKED), "--format", "json", "--pack", str(place)).output for place in places}
        assert len(outputs) == 1

    def test_the_last_release_by_its_number(self, tmp_path):
        (tmp_path / "releases").mkdir()
        document = release_of(reference_pack()).document
        for version in ("1.9.0", "1.10.0"):
            changed = document.replace(f'"version":"{reference_pack().card.version}"', f'"version":"{version}"')
            (tmp_path / "releases" / f"{version}.json").write_text(changed, encoding="utf-8")
        result = score(str(HAND_WORKED), "--pack", str(tmp_path), "--format", "json")
        assert json.loads(result.output)["pack"]["version"] == "1.10.0"

    def test_a_broken_release(self, answers):
        result = score(str(HAND_WORKED), "--pack", answers("{}", "1.0.0.json"), "--lang", "fr")
        assert result.exit_code == 2
        assert "n’est pas la version publiée d’un pack" in result.stderr

    def test_a_folder_that_is_no_pack(self, tmp_path):
        result = score(str(HAND_WORKED), "--pack", str(tmp_path), "--lang", "en")
        assert result.exit_code == 2
        assert "cordee pack check" in result.stderr
        assert "missing" in result.stderr

    def test_no_packs_at_all(self, tmp_path, monkeypatch):
        monkeypatch.setenv("CORDEE_PACKS", str(tmp_path / "gone"))
        assert score(str(HAND_WORKED), "--lang", "en").exit_code == 2


class TestARealTerminal:
    def test_it_loads_no_django(self):
        code = (
            "import sys\nfrom cordee.cli import main\nsys.argv = ['cordee', 'score', *sys.argv[1:]]\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "print({name.split('.')[0] for name in sys.modules} & {'django', 'ruamel', 'rich', 'openpyxl'})"
        )
        command = [sys.executable, "-c", code, str(HAND_WORKED)]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        assert done.stdout.splitlines()[-1] == b"set()", done.stderr

    def test_a_reader_that_stops_early(self):
        script = f"{sys.executable} -c 'from cordee.cli import main; main()' score {HAND_WORKED} | head -1"
        done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, check=False)
        assert b"Traceback" not in done.stderr
        assert done.stdout.count(b"\n") == 1

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    def test_a_terminal_that_lacks_letters(self, encoding):
        done = run(str(HAND_WORKED), "--lang", "fr", env={**os.environ, "PYTHONIOENCODING": encoding})
        assert done.returncode == 0
        assert done.stderr == b""

    def test_json_is_utf_8_whatever_the_terminal(self):
        done = run(str(HAND_WORKED), "--format", "json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
        assert json.loads(done.stdout.decode())["headline"]["text"]["fr"]

    def test_the_language_is_that_of_the_terminal(self):
        languages = ("fr_FR.UTF-8", "C.UTF-8")
        told = {lang: run("gone.csv", env={**os.environ, "LC_ALL": lang}).stderr.decode() for lang in languages}
        assert "Il n’y a pas de fichier" in told["fr_FR.UTF-8"]
        assert "There is no file" in told["C.UTF-8"]


def test_the_documented_limit_is_the_limit():
    told = Path(ROOT / "docs" / "score-output.md").read_text(encoding="utf-8")
    assert f"{answer_source.LARGEST_FILE // 1_000_000} MB" in told
