"""The wheel that `pip install .` builds works in an environment of its own, with the packs inside."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from cordee import __version__

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network by the builder that the environment holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("cordee-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel and the dependencies of this environment; gives its bin/."""
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, symlinks=True)
    uv = shutil.which("uv") or ROOT / ".tools/uv/bin/uv"
    command = [uv, "pip", "install", "--offline", "--no-deps", "--python", place / "bin/python", wheel]
    subprocess.run(command, check=True, capture_output=True)
    # A line of a .pth file adds the folder alone: the editable project of this environment stays out.
    site = sysconfig.get_path("purelib", "venv", {"base": str(place), "platbase": str(place)})
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place / "bin"


def run(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program far from the source tree, without what would lead back to it."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "CORDEE_PACKS", "VIRTUAL_ENV")}
    return subprocess.run([program, *arguments], cwd=cwd, env=kept, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_code_and_the_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"cordee/__init__.py", "cordee/cli/serve.py"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {".html", ".css", ".woff2", ".ttf", ".mo"} <= {Path(name).suffix for name in names}


@pytest.mark.parametrize(("folder", "place"), [("packs", "cordee/_packs/"), ("docs/measures", "cordee/_measures/")])
def test_the_wheel_holds_every_file_of_content(wheel: Path, folder: str, place: str) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(place)}
    ours = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert carried == {f"{place}{path.relative_to(ROOT / folder)}" for path in ours} != set()


def test_the_wheel_holds_nothing_of_ours_alone(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.startswith("cordee")} == set()


def test_the_installed_command_answers(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "cordee", "--version", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{__version__}\n"


def test_the_installed_code_is_that_of_the_wheel_and_finds_its_packs(installed: Path, tmp_path: Path) -> None:
    code = "import cordee; from cordee.ground import packs_folder; print(cordee.__file__, packs_folder())"
    done = run(installed / "python", "-I", "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    code_file, packs = map(Path, done.stdout.split())
    assert code_file.is_relative_to(installed.parent)
    assert packs == code_file.parent / "_packs"


@pytest.mark.parametrize("arguments", [("--help",), ("serve", "--help")])
def test_the_installed_command_explains_itself(installed: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(installed / "cordee", *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Usage: cordee" in done.stdout


def test_the_installed_command_reads_the_packs_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "cordee", "pack", "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "alliances" in done.stdout
