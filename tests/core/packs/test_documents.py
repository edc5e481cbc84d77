"""A pack read from its plain document: the strictness of a folder, places as pointers, nothing raised."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.packs.conftest import SAMPLE
from tests.core.packs.making import packs

from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.documents import pointer, read_document, steps_of
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import plain_document


def sample() -> dict[str, Any]:
    """The sample pack as a document."""
    pack = read_pack(read_folder(SAMPLE)).pack
    assert pack is not None
    return json.loads(json.dumps(plain_document(pack)))


def faults_of(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.place.file, one.id) for one in read_document(document).faults]


def test_a_document_reads_as_the_pack_it_was_written_from() -> None:
    reading = read_document(sample())
    assert reading.faults == ()
    assert reading.pack == read_pack(read_folder(SAMPLE)).pack


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs())
def test_any_pack_has_its_shape_when_read_from_its_document(pack: Pack) -> None:
    draft = read_document(plain_document(pack)).draft
    assert draft.faults == []
    assert draft.pack() == pack


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("tools", 0, "name", "en"), "", ("/tools/0/name/en", "empty-text")),
        (("tools", 0, "medoc"), "thing", ("/tools/0/medoc", "not-in-list")),
        (("tools", 0, "sources", 0), "nowhere", ("/tools/0/sources/0", "unknown-reference")),
        (("instrument", "axes", 1, "topics", 0, "items", 0, "facet"), "will",
         ("/instrument/axes/1/topics/0/items/0/facet", "not-in-list")),
        (("card", "version"), "1.0", ("/card/version", "bad-version")),
        (("scoring", "stages", 0, "from"), "a lot", ("/scoring/stages/0/from", "not-decimal")),
        (("surprise",), 1, ("/surprise", "unknown-key")),
        (("tools",), "none", ("/tools", "not-a-list")),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_pointer(path: tuple[str | int, ...], value: object, fault: tuple[str, str]) -> None:
    document = sample()
    holder: Any = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert fault in faults_of(document)


@pytest.mark.parametrize("kind", ["card", "instrument", "scoring"])
def test_a_missing_block_is_told(kind: str) -> None:
    document = sample()
    del document[kind]
    assert (f"/{kind}", "missing-key") in faults_of(document)
    assert read_document(document).pack is None


def test_two_axes_of_one_id_are_told() -> None:
    document = sample()
    document["instrument"]["axes"].append(deepcopy(document["instrument"]["axes"][0]))
    assert "duplicate-id" in {one for _place, one in faults_of(document)}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["card", "instrument", "scoring", "tools", "terms", "cases", "recommendations", "other"])


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, PLAIN, max_size=5))
def test_whatever_a_document_holds_nothing_is_raised(document: dict[str, Any]) -> None:
    reading = read_document(document)
    assert reading.pack is None
    assert reading.faults


@given(st.lists(st.text(max_size=6), max_size=5))
def test_a_pointer_is_read_back(steps: list[str]) -> None:
    assert steps_of(pointer(tuple(steps))) == tuple(steps)
