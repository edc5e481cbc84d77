"""The reference pack is a pack like any other: it reads without a fault, and comes back from every form it is given."""

from pathlib import Path

import pytest

from cordee.core.packs.checking import check_folder
from cordee.core.packs.difference import difference
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import is_canonical, release_from_json, release_of
from cordee.core.packs.workbook.reading import read_workbook
from cordee.core.packs.workbook.writing import workbook_of
from cordee.core.packs.yaml_writing import files_of

FOLDER = Path(__file__).parents[3] / "packs" / "alliances"


@pytest.fixture(scope="module")
def files() -> Files:
    """The files of the reference pack."""
    return read_folder(FOLDER)


@pytest.fixture(scope="module")
def pack(files: Files) -> Pack:
    """The reference pack."""
    reading = read_pack(files)
    assert reading.faults == (), "\n".join(one.in_("en") for one in reading.faults[:20])
    assert reading.pack is not None
    return reading.pack


def test_it_has_what_it_promises(pack: Pack) -> None:
    items = [item for axis in pack.instrument.axes for topic in axis.topics for item in topic.items]
    assert len(pack.instrument.axes) == 7
    assert len(items) == 63
    assert len(pack.instrument.items_of("full")) == 63
    assert len(pack.instrument.items_of("express")) == 21
    express = {topic.id.split(".")[0] for topic in pack.instrument.topics_of("express")}
    assert express == {axis.id for axis in pack.instrument.axes}


def test_its_version_may_be_what_it_says(files: Files) -> None:
    assert [one.in_("en") for one in check_folder(files).faults] == []


def test_it_comes_back_from_its_release(pack: Pack) -> None:
    release = release_of(pack)
    back = release_from_json(release.document, release.sha256)
    assert back.pack == pack
    assert is_canonical(back)


def test_it_comes_back_from_its_files(pack: Pack) -> None:
    assert read_pack(files_of(pack)).pack == pack


def test_it_comes_back_from_a_workbook(pack: Pack) -> None:
    content, faults = workbook_of(pack)
    assert faults == []
    assert content is not None
    reading = read_workbook("alliances.xlsx", content)
    assert [one.in_("en") for one in reading.faults] == []
    assert reading.pack == pack
    assert difference(pack, reading.pack) == ()
