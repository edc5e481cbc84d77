"""What two releases let two waves be compared on."""

from typing import Any

import pytest
from tests.core.alliance import small

from cordee.core.comparability import NotComparable, common_ground
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document

ITEM = "a.one.vision"


def document() -> dict[str, Any]:
    return plain_document(small())


def item_of(pack: dict[str, Any], axis: int = 0, topic: int = 0, item: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = pack["instrument"]["axes"][axis]["topics"][topic]["items"][item]
    return found


def reworded(pack: dict[str, Any]) -> None:
    item_of(pack)["question"]["fr"] = "La même chose, mieux dite"
    item_of(pack)["levels"][2]["en"] = "the same, better said"


def levels_exchanged(pack: dict[str, Any]) -> None:
    levels = item_of(pack)["levels"]
    levels[0], levels[1] = levels[1], levels[0]


def facets_exchanged(pack: dict[str, Any]) -> None:
    item_of(pack)["facet"], item_of(pack, item=1)["facet"] = "action", "vision"


def common(change: Any = None, before: str = "short", after: str = "short"):
    changed = document()
    if change:
        change(changed)
    return common_ground(small(), before, Pack.model_validate(changed), after)


def test_the_same_release_shares_everything():
    found = common()
    assert (found.why_not, found.rules_changed) == ({}, False)
    assert found.topics == ("a.one", "b.four", "c.seven")


def test_better_words_break_nothing():
    assert common(reworded).why_not == {}


@pytest.mark.parametrize(("change", "items"), [(levels_exchanged, {ITEM}), (facets_exchanged, {ITEM, "a.one.action"})])
def test_another_question_under_the_same_name_is_not_compared(change, items):
    found = common(change)
    assert found.why_not == dict.fromkeys(sorted(items), NotComparable.MEANING_CHANGED)
    assert found.topics == ("b.four", "c.seven")


def test_a_question_that_one_form_does_not_ask():
    found = common(after="pair")
    assert found.why_not == {f"a.two.{facet}": NotComparable.NOT_ASKED for facet in ("vision", "action", "means")}
    assert found.topics == ("a.one", "b.four", "c.seven")
    assert common(before="pair").why_not == found.why_not


def test_an_item_that_moved_to_another_topic_is_another_question():
    def move(pack: dict[str, Any]) -> None:
        axes = pack["instrument"]["axes"]
        axes[1]["topics"].append(axes[0]["topics"].pop(0))

    assert {common(move).why_not[f"a.one.{facet}"] for facet in ("vision", "action", "means")} == {
        NotComparable.MEANING_CHANGED
    }


def test_another_scale_changes_every_item():
    def turn(pack: dict[str, Any]) -> None:
        pack["instrument"]["facets"][0]["levels"].reverse()

    found = common(turn)
    assert set(found.why_not.values()) == {NotComparable.MEANING_CHANGED}
    assert (len(found.why_not), found.topics) == (9, ())


def test_another_instrument_shares_nothing():
    def rename(pack: dict[str, Any]) -> None:
        pack["instrument"]["id"] = "other"

    assert set(common(rename).why_not.values()) == {NotComparable.OTHER_INSTRUMENT}


def test_only_the_rules_that_score_change_what_axes_mean():
    def margin(pack: dict[str, Any]) -> None:
        pack["scoring"]["weakest_facet_margin"] = "0.75"

    def target(pack: dict[str, Any]) -> None:
        pack["scoring"]["target"] = "3.5"

    assert common(margin).rules_changed
    assert not common(target).rules_changed
