"""Loading packs: once, all or nothing, with the difference said; a published version never changes."""

import re
import shutil
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cordee.apps.library.models import PackRelease
from cordee.apps.library.operations import PackRefused, load, pack_folders
from cordee.apps.library.queries import current_release, pack_of
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import PackReading, read_pack
from cordee.core.packs.release import BrokenRelease, release_of
from cordee.ground import packs_folder

pytestmark = pytest.mark.django_db
_read: dict[str, PackReading] = {}


def read_once(files: Files) -> PackReading:
    """Read a pack, or remember the reading of the very same files: it is long, and the tests repeat it."""
    written = sha256(b"\0".join(part for name in sorted(files) for part in (name.encode(), files[name]))).hexdigest()
    if written not in _read:
        _read[written] = read_pack(files)
    return _read[written]


@pytest.fixture(autouse=True)
def _remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cordee.apps.library.operations.read_pack", read_once)


def pack_in(ground: Path) -> Pack:
    """Return the pack of a folder, as it is written."""
    read = read_once(read_folder(ground / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    """A copy of the reference pack, in a folder of packs of its own."""
    shutil.copytree(packs_folder() / "alliances", tmp_path / "alliances")
    shutil.rmtree(tmp_path / "alliances" / "releases", ignore_errors=True)
    card = tmp_path / "alliances" / "pack.yaml"
    card.write_text(re.sub(r'(?m)^version: "[0-9.]+"$', 'version: "1.0.0"', card.read_text(), count=1))
    return tmp_path


def reword(ground: Path, version: str = "", words: str = "Un pas de plus.") -> None:
    """Change one word of the pack, and its version when one is given."""
    scoring = ground / "alliances/rules/scoring.yaml"
    scoring.write_text(scoring.read_text().replace("C’est un point de départ.", words, 1))
    if version:
        card = ground / "alliances/pack.yaml"
        text = card.read_text().replace('version: "1.0.0"\nname', f'version: "{version}"\nname')
        told = f'  - version: "{version}"\n    summary: {{fr: "Un mot changé.", en: "One word changed."}}\n'
        card.write_text(text.replace("changes:\n", f"changes:\n{told}"))


def loaded(ground: Path, **options: bool) -> str:
    said = StringIO()
    call_command("load_packs", folder=ground, stdout=said, **options)
    return said.getvalue()


def test_a_first_load_adds_the_content_of_the_folder(ground: Path) -> None:
    loaded(ground)
    release = PackRelease.objects.get()
    assert (release.pack, release.version) == ("alliances", "1.0.0")
    pack = pack_in(ground)
    assert release.sha256 == release_of(pack).sha256
    assert pack_of(release) == pack


def test_loading_again_changes_nothing(ground: Path) -> None:
    loaded(ground)
    before = PackRelease.objects.values().get()
    loaded(ground)
    assert PackRelease.objects.values().get() == before


def test_a_dry_run_says_and_writes_nothing(ground: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    assert loaded(ground, dry_run=True) == "alliances 1.0.0: would be added.\n"
    assert not PackRelease.objects.exists()


def test_a_newer_version_is_added_beside_the_older_with_its_difference(
    ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    loaded(ground)
    reword(ground, "1.0.1")
    said = loaded(ground, dry_run=True)
    assert "alliances 1.0.1: would be added." in said
    assert "since 1.0.0:" in said
    assert "changed scoring › stages › absent › description › fr" in said
    assert PackRelease.objects.count() == 1
    loaded(ground)
    assert sorted(PackRelease.objects.values_list("version", flat=True)) == ["1.0.0", "1.0.1"]
    current = current_release("alliances")
    assert current is not None
    assert current.version == "1.0.1"


def test_a_published_version_that_changed_is_refused(ground: Path) -> None:
    loaded(ground)
    before = PackRelease.objects.values().get()
    reword(ground)
    with pytest.raises(PackRefused) as refused:
        load(pack_folders(ground))
    assert [fault.id for fault in refused.value.faults] == ["release-changed"]
    assert PackRelease.objects.values().get() == before


def test_a_step_too_small_is_refused(ground: Path) -> None:
    loaded(ground)
    scoring = ground / "alliances/rules/scoring.yaml"
    scoring.write_text(scoring.read_text().replace("weakest_facet_margin: 1", 'weakest_facet_margin: "0.5"'))
    reword(ground, "1.0.1")
    with pytest.raises(PackRefused):
        load(pack_folders(ground))
    assert PackRelease.objects.count() == 1


def test_a_faulty_pack_is_refused_with_file_line_and_remedy(ground: Path) -> None:
    card = ground / "alliances/pack.yaml"
    card.write_text(card.read_text() + "surprise: 1\n")
    with pytest.raises(CommandError) as refused:
        loaded(ground)
    assert "pack.yaml:" in str(refused.value)
    assert "surprise" in str(refused.value)
    assert not PackRelease.objects.exists()


def test_one_faulty_pack_keeps_all_the_others_out(ground: Path) -> None:
    shutil.copytree(ground / "alliances", ground / "zzz")
    (ground / "zzz/glossary.yaml").write_text("")
    with pytest.raises(PackRefused):
        load(pack_folders(ground))
    assert not PackRelease.objects.exists()


def test_published_releases_are_loaded_rather_than_the_draft_beside_them(ground: Path) -> None:
    pack = pack_in(ground)
    published = ground / "alliances/releases/1.0.0.json"
    published.parent.mkdir()
    published.write_text(release_of(pack).document, encoding="utf-8")
    reword(ground, "1.0.1")
    loaded(ground)
    assert list(PackRelease.objects.values_list("version", flat=True)) == ["1.0.0"]


def test_a_damaged_release_file_is_refused(ground: Path) -> None:
    published = ground / "alliances/releases/1.0.0.json"
    published.parent.mkdir()
    published.write_text("{}", encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        load(pack_folders(ground))
    assert [fault.id for fault in refused.value.faults] == ["unreadable-release"]


def test_a_missing_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORDEE_PACKS", str(tmp_path / "nowhere"))
    with pytest.raises(CommandError, match="CORDEE_PACKS"):
        call_command("load_packs")


def test_versions_are_compared_as_numbers(ground: Path) -> None:
    loaded(ground)
    reword(ground, "1.9.0")
    loaded(ground)
    reword(ground, words="Encore un pas.")
    card = ground / "alliances/pack.yaml"
    card.write_text(card.read_text().replace('version: "1.9.0"', 'version: "1.10.0"'))
    loaded(ground)
    current = current_release("alliances")
    assert current is not None
    assert current.version == "1.10.0"


def test_a_document_that_is_not_the_one_its_hash_names_is_not_read(ground: Path) -> None:
    pack = pack_in(ground)
    made = release_of(pack)
    forged = PackRelease.objects.create(
        pack="alliances", version="9.9.9", sha256="f" * 64, document=made.document, loaded_at=datetime.now(UTC)
    )
    with pytest.raises(BrokenRelease):
        pack_of(forged)


def test_no_release_is_current_before_any_is_loaded() -> None:
    assert current_release("alliances") is None
