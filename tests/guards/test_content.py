"""What may not be written in the project: registries, folders of one machine, work left for later."""

import re
from pathlib import Path

import pytest

from house.tracked import tracked_files

ROOT = Path(__file__).resolve().parents[2]


# One letter is written between brackets, so that this file does not hold what it refuses.
FORBIDDEN = {
    "the host of a package registry": re.compile(
        r"\bpypi\.[o]rg|python[h]osted\.org|https?://[r]egistry\.|https?://[^\s\"'<>]*/[s]imple\b(?!-)|deb\.[d]ebian\.org"
    ),
    "a folder of one machine": re.compile(r"(?<![\w.:/-])/(?:work|root|home/\w+|Users/\w+|opt/\w+)/"),
    "work left for later": re.compile(r"\b(?:[T]ODO|[F]IXME|[X]XX)\b"),
}


def faults_in(text: str) -> list[str]:
    """What a text holds that may not be written, each with its line."""
    return [
        f"line {text.count(chr(10), 0, found.start()) + 1}: {what}: {found.group()}"
        for what, pattern in FORBIDDEN.items()
        for found in pattern.finditer(text)
    ]


def readable_files() -> dict[str, str]:
    """The text files of the project; fonts and pictures hold no text."""
    texts = {}
    for path in tracked_files(ROOT):
        try:
            texts[str(path)] = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def test_nothing_forbidden_is_written() -> None:
    files = readable_files()
    assert len(files) > 50, "too few files were read: the guard has lost its eyes"
    assert {name: faults for name, text in files.items() if (faults := faults_in(text))} == {}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("index = https://py" + "pi.org/pypi", "the host of a package registry"),
        ("--index-url https://mirror.example/" + "simple", "the host of a package registry"),
        ("https://registry" + ".npmjs.example/left-pad", "the host of a package registry"),
        ("cd /" + "work/main", "a folder of one machine"),
        ('path = "/home/' + 'ada/cordee"', "a folder of one machine"),
        ("# TO" + "DO: later", "work left for later"),
        ("one\n# FIX" + "ME", "work left for later"),
    ],
)
def test_each_fault_is_seen(text: str, what: str) -> None:
    (fault,) = faults_in(text)
    assert what in fault
    assert fault.startswith(f"line {text.count(chr(10)) + 1}:")


@pytest.mark.parametrize(
    "text",
    [
        "uv from PyPI, pinned by hash",
        "https://example.org/work/alliances/",
        "a method, todo, mas claro",
        "/usr/bin/chromium",
        "https://example.org/simple-things",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert faults_in(text) == []
