"""The packs are found in a source tree, in an installed wheel, and where the environment says."""

from pathlib import Path

import pytest

from cordee import ground, words


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder as in a source tree, with nothing around it."""
    package = tmp_path / "src" / "cordee"
    package.mkdir(parents=True)
    monkeypatch.setattr(ground, "_HERE", package)
    monkeypatch.delenv("CORDEE_PACKS", raising=False)
    return package


def test_the_source_tree_has_its_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CORDEE_PACKS", raising=False)
    assert (ground.packs_folder() / "alliances" / "pack.yaml").is_file()


def test_the_packs_of_the_source_tree_stand_beside_src(elsewhere: Path, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    assert ground.packs_folder() == tmp_path / "packs"


def test_the_packs_of_a_wheel_are_inside_the_package(elsewhere: Path) -> None:
    (elsewhere / "_packs").mkdir()
    assert ground.packs_folder() == elsewhere / "_packs"


def test_the_measures_are_found_where_packs_are(elsewhere: Path, tmp_path: Path) -> None:
    (tmp_path / "docs" / "measures").mkdir(parents=True)
    assert ground.measures_folder() == tmp_path / "docs" / "measures"
    (elsewhere / "_measures").mkdir()
    assert ground.measures_folder() == elsewhere / "_measures"


def test_the_environment_decides(elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / "_packs").mkdir()
    (tmp_path / "mine").mkdir()
    monkeypatch.setenv("CORDEE_PACKS", str(tmp_path / "mine"))
    assert ground.packs_folder() == tmp_path / "mine"


def test_a_chosen_folder_that_is_missing_is_not_replaced(
    elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "_packs").mkdir()
    monkeypatch.setenv("CORDEE_PACKS", str(tmp_path / "absent"))
    with pytest.raises(FileNotFoundError, match="CORDEE_PACKS"):
        ground.packs_folder()


def test_no_folder_at_all_says_where_it_looked(elsewhere: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refusal:
        ground.packs_folder()
    assert str(tmp_path / "packs") in str(refusal.value)
    assert str(elsewhere / "_packs") in str(refusal.value)


@pytest.mark.parametrize(
    ("variables", "french"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "fr_CA"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "fr_FR", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "C", "LC_MESSAGES": "fr_FR"}, True),
        ({"LC_ALL": "", "LANG": "fr_BE"}, True),
        ({}, False),
    ],
)
def test_the_terminal_names_its_language(
    variables: dict[str, str], french: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert words.speaks_french() is french
    assert words.tell("oui", "yes") == ("oui" if french else "yes")
