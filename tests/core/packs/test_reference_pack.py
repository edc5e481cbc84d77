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


PROMISED = {
    "words-of-evaluation",
    "evaluating-a-partnership",
    "making-alliance",
    "reading-a-survey-figure",
    "facilitating-a-360-session",
}
LEAST_WORDS, MOST_WORDS = 330, 700


def test_its_courses_are_what_the_library_promises(pack: Pack) -> None:
    assert {course.id for course in pack.courses} >= PROMISED
    for course in pack.courses:
        kinds = [step.kind for step in course.steps]
        assert 4 <= len(kinds) <= 6, course.id
        assert {"read", "quiz", "practise", "workshop"} <= set(kinds), course.id
        assert course.needs, course.id
        assert course.formats, course.id
        assert len(course.outcomes) == 3, course.id
        assert all(10 <= step.minutes <= 20 for step in course.steps), course.id


def test_its_readings_are_worth_their_minutes_and_say_where_facts_come_from(pack: Pack) -> None:
    for step in (step for course in pack.courses for step in course.steps if step.kind == "read"):
        assert step.body is not None
        assert step.sources, step.id
        for words in (step.body.fr, step.body.en):
            assert LEAST_WORDS <= len(words.split()) <= MOST_WORDS, (step.id, len(words.split()))


def test_its_quizzes_ask_four_to_six_questions_of_three_choices(pack: Pack) -> None:
    for step in (step for course in pack.courses for step in course.steps if step.kind == "quiz"):
        assert 4 <= len(step.questions) <= 6, step.id
        assert all(len(question.choices) == 3 for question in step.questions), step.id
        places = {next(n for n, one in enumerate(question.choices) if one.right) for question in step.questions}
        assert len(places) > 1, f"{step.id}: the right choice is always at the same place"


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
