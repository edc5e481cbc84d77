"""Two sets of changes brought together: whoever changed alone is kept, and who disagrees is told."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.core.packs.making import packs_alike

from cordee.core.packs.merging import merge
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document

Json = Any
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def pack(*tools: Json, **more: Json) -> dict[str, Json]:
    return {"tools": list(tools), **more}


def tool(name: str, words: str = "Un", **more: Json) -> Json:
    return {"id": name, "name": {"fr": words, "en": words}, **more}


@FEW
@given(packs_alike())
def test_who_changed_alone_is_kept_whole(both: tuple[Pack, Pack]) -> None:
    base, changed = map(plain_document, both)
    assert merge(base, changed, base).document == changed
    assert merge(base, base, changed).document == changed
    assert merge(base, changed, base).conflicts == []


@FEW
@given(packs_alike())
def test_the_same_change_on_both_sides_is_no_conflict(both: tuple[Pack, Pack]) -> None:
    base, changed = map(plain_document, both)
    merged = merge(base, changed, changed)
    assert (merged.document, merged.conflicts) == (changed, [])


@FEW
@given(packs_alike())
def test_a_disagreement_keeps_mine_and_is_told_with_both(both: tuple[Pack, Pack]) -> None:
    theirs, mine = map(plain_document, both)
    merged = merge({}, theirs, mine)
    for one in merged.conflicts:
        assert one.theirs != one.mine
    if theirs["card"]["licence"] != mine["card"]["licence"]:
        assert merged.document["card"]["licence"] == mine["card"]["licence"]


def test_entries_are_matched_by_their_id_wherever_they_stand() -> None:
    base = pack(tool("a"), tool("b"))
    theirs = pack(tool("b", "Deux"), tool("a"))
    mine = pack(tool("a", "Autre"), tool("b"))
    merged = merge(base, theirs, mine)
    assert merged.conflicts == []
    assert merged.document == pack(tool("a", "Autre"), tool("b", "Deux"))


def test_what_each_added_and_removed_is_kept() -> None:
    base = pack(tool("a"), tool("b"), tool("c"))
    theirs = pack(tool("a"), tool("new"), tool("b"))
    mine = pack(tool("b"), tool("c"), tool("mine"))
    merged = merge(base, theirs, mine)
    assert [one["id"] for one in merged.document["tools"]] == ["new", "b", "mine"]
    assert merged.conflicts == []


def test_a_removed_entry_that_the_other_changed_is_a_conflict() -> None:
    base = pack(tool("a"))
    merged = merge(base, pack(tool("a", "Deux")), pack())
    assert [(one.path, one.theirs, one.mine) for one in merged.conflicts] == [(("tools", "a"), tool("a", "Deux"), None)]
    assert merged.document == pack()


def test_a_text_in_two_languages_is_one_thing() -> None:
    base, other = tool("a"), tool("a")
    other["name"] = {"fr": "Un", "en": "One"}
    mine = tool("a")
    mine["name"] = {"fr": "Le premier", "en": "Un"}
    merged = merge(pack(base), pack(other), pack(mine))
    assert [one.path for one in merged.conflicts] == [("tools", "a", "name")]


def test_lists_without_names_are_one_thing() -> None:
    words = [{"fr": "Ici", "en": "Here"}]
    base = pack(tool("a", contexts=words))
    theirs = pack(tool("a", contexts=[*words, {"fr": "Là", "en": "There"}]))
    mine = pack(tool("a", contexts=[]))
    assert [one.path for one in merge(base, theirs, mine).conflicts] == [("tools", "a", "contexts")]
