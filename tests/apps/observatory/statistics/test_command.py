"""Administrators check a file before they give it to the site, in the language of their terminal."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.apps.observatory.statistics.making import GOOD, RATE, put


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr_FR.UTF-8", "Statistiques\u202f: 2. Territoires\u202f: 2. Lignes\u202f: 3."),
        ("C.UTF-8", "Statistics: 2. Territories: 2. Lines: 3."),
    ],
)
def test_a_good_file_is_counted(
    lang: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", lang)
    call_command("check_statistics", str(put(tmp_path / "s.csv", *GOOD)))
    assert capsys.readouterr().out.strip() == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr_FR.UTF-8", "Ligne 2\u202f: «\u202f24\u202f» n’est pas une année"), ("C.UTF-8", "Line 2: ‘24’ is not a year")],
)
def test_faults_are_told_with_their_line_and_the_command_fails(
    lang: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", lang)
    with pytest.raises(CommandError) as refusal:
        call_command("check_statistics", str(put(tmp_path / "s.csv", RATE | {"year": "24", "url": "x"})))
    assert refusal.value.returncode == 1
    assert said in str(refusal.value)
    assert str(refusal.value).count("\n    ") == 2
