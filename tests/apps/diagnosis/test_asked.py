"""What one person is asked: a whole form, or the topics that concern them, with their share of the minutes."""

from dataclasses import asdict
from enum import Enum
from typing import Any

import pytest

from cordee.apps.diagnosis.asked import asked_by
from cordee.apps.diagnosis.bridge import read_one, reading_as_json
from cordee.apps.diagnosis.example import FORM, example_given
from cordee.apps.diagnosis.forms import TopicForm
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.screens import first_open_topic, progress_of, topic_screen
from cordee.core.packs.pack import Pack

ITEM = "relevance.needs.vision"


def test_a_form_asks_its_topics_in_its_order_and_minutes(pack: Pack) -> None:
    asked = asked_by(pack.instrument, "express")
    assert (len(asked.topics), len(asked.items), asked.minutes) == (7, 21, 12)
    assert asked.items == [item.id for item in pack.instrument.items_of("express")]


def test_some_topics_keep_the_order_of_the_form_and_take_their_share(pack: Pack) -> None:
    asked = asked_by(pack.instrument, "express", ["clarity.roles", "relevance.needs"])
    assert [topic.id for topic in asked.topics] == ["relevance.needs", "clarity.roles"]
    assert asked.minutes == 4
    assert progress_of(asked, 2, Given()).label == "2 sur 2"
    answers = {f"relevance.needs.{facet}": GivenAnswer.from_choice("1") for facet in ("vision", "action", "means")}
    assert first_open_topic(asked, Given(answers)) == 2
    assert progress_of(asked, 2, Given(answers)).minutes_left == 2


def test_only_those_who_are_read_by_others_are_asked_to_release_a_word(pack: Pack) -> None:
    asked, given = asked_by(pack.instrument, "express"), Given({ITEM: GivenAnswer("answered", 2, "Charte", True)})
    alone = topic_screen(pack, asked, 1, given, "fr").facets[0]
    shared = topic_screen(pack, asked, 1, given, "fr", asks_release=True).facets[0]
    assert (alone.asks_release, shared.asks_release) == (False, True)
    assert shared.released


@pytest.mark.parametrize(
    ("sent", "evidence", "released"),
    [
        ({"vision": "3"}, "Charte", True),
        ({"vision": "3", "vision_evidence": "", "vision_touched": "no"}, "Charte", True),
        ({"vision": "3", "vision_evidence": "", "vision_touched": "no", "vision_released": "no"}, "Charte", True),
        ({"vision": "3", "vision_evidence": "", "vision_touched": "yes"}, "", True),
        ({"vision": "3", "vision_evidence": ""}, "", True),
        ({"vision": "3", "vision_evidence": "Autre", "vision_released": "no"}, "Autre", False),
        ({"vision_released": "no"}, "Charte", False),
    ],
)
def test_a_word_is_kept_unless_this_page_took_it_back(
    pack: Pack, sent: dict[str, str], evidence: str, released: bool
) -> None:
    before = Given({ITEM: GivenAnswer("answered", 1, "Charte", True)})
    form = TopicForm(pack.instrument.topic("relevance.needs"), sent)
    assert form.is_valid()
    answer = form.answers(before)[ITEM]
    assert (answer.level, answer.evidence, answer.released) == (3 if "vision" in sent else 1, evidence, released)


def test_a_reading_is_written_as_the_library_would(pack: Pack) -> None:
    def plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {name: value.value if isinstance(value, Enum) else value for name, value in pairs}

    reading = read_one(pack, FORM, example_given())
    assert reading_as_json(reading) == asdict(reading, dict_factory=plain)
