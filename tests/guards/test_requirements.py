"""What is installed is pinned by version and hash, names no address, and holds all that the project asks for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("app", "dev", "uv")
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)[^\n]*\n    --hash=sha256:[0-9a-f]{64}", re.MULTILINE)


def pins(text: str) -> dict[str, set[str]]:
    """Name → versions of every requirement that is pinned and hashed; two versions serve two Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in _PIN.findall(text):
        found.setdefault(name, set()).add(version)
    return found


def requirement_lines(text: str) -> list[str]:
    """Every line that asks for something, pinned or not."""
    return [line for line in text.splitlines() if re.match(r"^[a-zA-Z0-9-]", line)]


def read(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text()


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", each)[0].lower().replace(".", "-") for each in requirements}


@pytest.mark.parametrize("name", NAMES)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = read(name)
    assert sum(map(len, pins(text).values())) == len(requirement_lines(text)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_no_address_is_written(name: str) -> None:
    assert "://" not in read(name)
    assert "index" not in read(name)


def test_an_unpinned_or_unhashed_requirement_is_seen() -> None:
    text = "good==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\nloose>=2\nbare==3.0\n"
    assert pins(text) == {"good": {"1.0"}}
    assert len(requirement_lines(text)) == 3


def test_all_that_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    site = wanted([*project["project"]["dependencies"], *groups["build"]])
    extras = dict(project["project"]["optional-dependencies"])
    cluster = wanted(extras.pop("spark"))  # half a gigabyte that no web site needs: pinned for developers only
    for extra in extras.values():
        site |= wanted(extra)
    assert cluster - set(pins(read("dev"))) == set()
    assert site - set(pins(read("app"))) == set()
    assert wanted(groups["dev"]) - set(pins(read("dev"))) == set()
    assert wanted(groups["installer"]) == set(pins(read("uv")))


def test_the_tools_of_a_developer_contain_the_site_with_the_same_versions() -> None:
    site, developer = pins(read("app")), pins(read("dev"))
    assert {name: developer.get(name) for name in site} == site


def test_every_dependency_says_why_it_is_there() -> None:
    """One reason for each dependency, on its line in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text()
    lists = re.findall(r"^(?:dependencies|dev|postgres|spark) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in lists for line in block.splitlines() if line.strip().startswith('"')]
    assert len(lines) > 30
    assert [line for line in lines if not re.search(r"#\s*\w+.{8,}", line)] == []
