"""The secret key is drawn once, kept private, and the same for every process that starts together."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cordee.config.secret import keep_new_secret, kept_secret


def test_the_key_is_long_private_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    key = kept_secret(file)
    assert len(key) >= 50
    assert kept_secret(file) == key
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_two_folders_get_two_keys(tmp_path: Path) -> None:
    assert kept_secret(tmp_path / "a") != kept_secret(tmp_path / "b")


def test_a_key_written_meanwhile_by_another_process_wins(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    first = kept_secret(file)
    keep_new_secret(file)
    assert kept_secret(file) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: kept_secret(tmp_path / "secret-key"), range(32)))
    assert len(keys) == 1
