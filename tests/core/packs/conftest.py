"""The sample pack that the tests of packs lean on: small, complete, and without a fault."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading import layout
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="session", autouse=True)
def each_file_is_read_once() -> Iterator[None]:
    """Remember what a file says: reading is pure, and hundreds of tests change one file among twenty."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "read_yaml", lru_cache(maxsize=4_000)(layout.read_yaml))
        yield


@pytest.fixture(scope="session")
def sample_files() -> Files:
    """The files of the sample pack."""
    return read_folder(SAMPLE)


@pytest.fixture(scope="session")
def sample(sample_files: Files) -> Pack:
    """The sample pack."""
    reading = read_pack(sample_files)
    assert reading.faults == ()
    assert reading.pack is not None
    return reading.pack
