"""What is published does not change: a version is checked against the releases kept beside the pack."""

import pytest
from tests.core.packs.broken import ADVICE, CARD, SCORING

from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.checking import check_folder
from cordee.core.packs.checks import check_pack
from cordee.core.packs.faults import Fault, Place, fault
from cordee.core.packs.pack import Pack
from cordee.core.packs.publication import published_in, release_file
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.release import release_of

TERMS = "glossary/words-of-alliance.yaml"


def numbered(files: Files, version: str) -> Files:
    """The same folder, under another version number."""
    card = files[CARD].decode().replace('version: "1.1.0"\nname', f'version: "{version}"\nname')
    told = f'changes:\n  - version: "{version}"\n    summary: {{fr: "a", en: "b"}}\n'
    if version not in ("1.0.0", "1.1.0"):
        card = card.replace("changes:\n", told)
    return {**files, CARD: card.encode()}


def reworded(files: Files, file: str, old: str, new: str) -> Files:
    """The same folder, with other words in one file."""
    assert old.encode() in files[file]
    return {**files, file: files[file].replace(old.encode(), new.encode(), 1)}


def with_release_of(files: Files, before: Files) -> Files:
    """The folder, with the release of what it was before kept beside it."""
    release = check_folder(before).release
    assert release is not None
    return {**files, release_file(release.version): release.document.encode()}


def ids_of(files: Files) -> list[str]:
    return [one.id for one in check_folder(files).faults]


def test_a_first_version_is_free(sample_files: Files) -> None:
    verdict = check_folder(sample_files)
    assert verdict.faults == ()
    assert verdict.release is not None
    assert verdict.release.version == "1.1.0"
    assert verdict.published.releases == ()


def test_a_published_version_that_has_not_changed_is_fine(sample_files: Files) -> None:
    assert ids_of(with_release_of(sample_files, sample_files)) == []


def test_a_published_version_may_not_change(sample_files: Files) -> None:
    changed = reworded(sample_files, TERMS, "côte à côte", "de front")
    verdict = check_folder(with_release_of(changed, sample_files))
    (told,) = verdict.faults
    assert (told.id, told.file, told.line, told.column) == ("release-changed", CARD, 3, 10)
    assert "(1 difference(s))" in told.message.en
    assert "1.1.1" in told.remedy.fr
    assert verdict.release is None, "nothing can be published from there"


@pytest.mark.parametrize(
    ("version", "expected"), [("1.1.0", ["release-changed"]), ("1.1.1", []), ("1.2.0", []), ("2.0.0", [])]
)
def test_words_need_a_patch(version: str, expected: list[str], sample_files: Files) -> None:
    changed = numbered(reworded(sample_files, TERMS, "côte à côte", "de front"), version)
    assert ids_of(with_release_of(changed, sample_files)) == expected


@pytest.mark.parametrize(("version", "expected"), [("1.1.1", ["bump-too-small"]), ("1.2.0", []), ("2.0.0", [])])
def test_advice_needs_a_minor(version: str, expected: list[str], sample_files: Files) -> None:
    changed = numbered(reworded(sample_files, ADVICE, "effort: an_hour", "effort: some_days"), version)
    assert ids_of(with_release_of(changed, sample_files)) == expected


@pytest.mark.parametrize(("version", "expected"), [("1.2.0", ["bump-too-small"]), ("2.0.0", [])])
def test_scores_need_a_major(version: str, expected: list[str], sample_files: Files) -> None:
    changed = numbered(reworded(sample_files, SCORING, 'from: "2.5"', "from: 2"), version)
    assert ids_of(with_release_of(changed, sample_files)) == expected


def test_a_step_too_small_says_which_change_and_which_number(sample_files: Files) -> None:
    changed = numbered(reworded(sample_files, SCORING, 'from: "2.5"', "from: 2"), "1.1.1")
    (told,) = check_folder(with_release_of(changed, sample_files)).faults
    assert "scoring › stages › shared › from" in told.message.en
    assert "demande une version majeure" in told.message.fr
    assert "2.0.0" in told.remedy.en


def test_a_version_does_not_go_back(sample_files: Files) -> None:
    assert ids_of(with_release_of(numbered(sample_files, "1.0.0"), sample_files)) == ["version-behind"]


def test_several_releases_are_read_in_the_order_of_versions(sample_files: Files) -> None:
    files = sample_files
    for version in ("1.10.0", "1.9.0", "1.1.0"):
        files = with_release_of(files, numbered(sample_files, version))
    published = published_in(files)
    assert [release.version for release in published.releases] == ["1.1.0", "1.9.0", "1.10.0"]
    before = published.before("1.9.5")
    assert before is not None
    assert before.version == "1.9.0"
    assert published.before("1.1.0") is None
    assert ids_of(files) == [], "the folder is still what was published as 1.1.0"
    assert ids_of(numbered(files, "1.9.5")) == ["version-behind"]


def test_a_damaged_release_is_told(sample: Pack, sample_files: Files) -> None:
    document = release_of(sample).document
    files = {
        **sample_files,
        "releases/0.1.0.json": document.encode()[:-9],
        "releases/0.2.0.json": document.replace(",", ", ", 1).encode(),
        "releases/0.3.0.json": document.encode(),
        "releases/1.1.0.json": document.encode() + b"\n",
        "releases/.gitattributes": b"*.json -text\n",
    }
    found = [(one.id, one.file) for one in check_folder(files).faults]
    assert found == [
        ("unreadable-release", "releases/0.1.0.json"),
        ("misnamed-release", "releases/0.2.0.json"),
        ("misnamed-release", "releases/0.3.0.json"),
        ("unreadable-release", "releases/1.1.0.json"),
    ]


def test_worked_cases_are_played_and_placed(sample_files: Files) -> None:
    def run_case(pack: Pack, case: WorkedCase) -> list[Fault]:
        assert pack.card.id == "sample"
        if case.id == "all-threes":
            return []
        values = {"case": case.id, "what": "maturity", "expected": "3", "found": "2.5"}
        return [fault("case-differs", Place(), ("expected", "axes", 1, "patterns"), **values)]

    verdict = check_folder(sample_files, run_case)
    assert verdict.played == 2
    (told,) = verdict.faults
    assert (told.file, told.line) == ("cases/first.yaml", 30)
    assert "expects 3 for maturity; the computation gives 2.5" in told.message.en
    assert verdict.release is None


def test_no_case_is_played_for_a_pack_that_does_not_read(sample_files: Files) -> None:
    def run_case(_pack: Pack, _case: WorkedCase) -> list[Fault]:
        raise AssertionError("not to be called")

    verdict = check_folder({**sample_files, "tools/notes.txt": b"-"}, run_case)
    assert [one.id for one in verdict.faults] == ["foreign-file"]


def test_a_pack_that_comes_from_no_file_is_checked_too(sample: Pack) -> None:
    assert check_pack(sample) == []
    (told,) = check_pack(sample.model_copy(update={"stories": ()}))[:1]
    assert (told.id, told.path) == ("unknown-reference", "instrument.axes[0].topics[0].references.stories[0]")
