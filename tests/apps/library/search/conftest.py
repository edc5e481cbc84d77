"""What the tests of the search share: the entries of the reference pack as it is written, indexed with their pages."""

from collections.abc import Sequence

import pytest

from cordee.apps.diagnosis import findable as diagnosis_findable
from cordee.apps.home import findable as home_findable
from cordee.apps.library.search import guide_entries, labels, operations, pack_entries
from cordee.apps.library.search.everyday import everyday_groups
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.search.building import catalogue_of
from cordee.core.search.entries import Entry
from cordee.core.search.index import Catalogue
from cordee.ground import packs_folder


@pytest.fixture(scope="session")
def written_pack() -> Pack:
    """Return the reference pack as its folder stands."""
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


@pytest.fixture(scope="session")
def written_entries(written_pack: Pack) -> list[Entry]:
    """Return everything that the reference pack and the help pages bring."""
    help_pages = [*diagnosis_findable.entries_of(written_pack), *home_findable.entries()]
    of_the_pack = [*pack_entries.entries_of(written_pack), *guide_entries.entries_of(written_pack)]
    return [*of_the_pack, *help_pages]


@pytest.fixture(scope="session")
def catalogue(written_entries: Sequence[Entry]) -> Catalogue:
    """Return their index, made in memory: no database has seen it."""
    return catalogue_of(written_entries, everyday_groups())


@pytest.fixture
def indexed(db: None, written_entries: Sequence[Entry], written_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep their index in the database, beside the pack that they come from."""
    monkeypatch.setattr(labels, "current_pack", lambda: written_pack)
    operations.index(written_entries, everyday_groups())
