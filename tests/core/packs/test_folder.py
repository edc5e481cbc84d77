"""The folder of a pack as a value: every file by its path, nothing from outside, nothing overwritten."""

from pathlib import Path

import pytest

from cordee.core.packs import folder as folder_module
from cordee.core.packs.folder import FolderTaken, read_folder, write_folder
from cordee.core.packs.reading.decoding import LARGEST
from cordee.core.packs.reading.pack_reading import read_pack


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    files = {"pack.yaml": b"id: a\n", "tools/raci-grid.yaml": "é".encode(), "releases/1.0.0.json": b"{}"}
    write_folder(tmp_path / "new" / "pack", files)
    assert read_folder(tmp_path / "new" / "pack") == files


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FolderTaken):
        write_folder(tmp_path, {"pack.yaml": b""})
    with pytest.raises(FolderTaken):
        write_folder(tmp_path / "kept.txt", {"pack.yaml": b""})
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"#" * (LARGEST + 1_000))
    files = read_folder(tmp_path)
    assert len(files["pack.yaml"]) == LARGEST + 1
    assert "too-large" in [one.id for one in read_pack(files).faults]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("id: secret")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: a")
    (pack / "link.yaml").symlink_to(outside / "secret.yaml")
    (pack / "tools").symlink_to(outside, target_is_directory=True)
    assert list(read_folder(pack)) == ["pack.yaml"]


def test_what_is_no_folder_of_a_pack_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotADirectoryError):
        read_folder(tmp_path / "nowhere")
    monkeypatch.setattr(folder_module, "MOST_FILES", 2)
    write_folder(tmp_path / "many", {f"{number}.yaml": b"" for number in range(3)})
    with pytest.raises(ValueError, match="more than 2 files"):
        read_folder(tmp_path / "many")
