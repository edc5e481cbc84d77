"""The one sentence above a reading is true of its numbers."""

import pytest
from tests.core.alliance import read, sheet, small

from cordee.core.headline import is_too_early, overall_stage

LEVEL = "222"


def headline(*sheets):
    return read(*sheets).headline


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("???" * 3, "too_early"),
        ("222 ??? ???", "too_early"),  # one of three
        ("222 222 ???", "aligned"),  # two of three
        ("222 22? 22?", "too_early"),  # a facet is missing on two of them
        ("222 222 222", "aligned"),
        ("311 311 311", "vision_over_action"),  # over means as well, but named first
        ("321 321 321", "vision_over_means"),
        ("131 131 131", "action_over_vision"),
        ("231 231 231", "action_over_means"),
        ("123 123 123", "means_over_vision"),
        ("213 213 213", "means_over_action"),
        ("311 222 222", "one_axis_apart"),  # 2/3 over the three axes
        ("321 222 232", "several_axes_apart"),
        ("123 222 222", "one_axis_apart"),  # means over vision: no pattern has that name, a gap it is
        ("311 133 222", "several_axes_apart"),  # they cancel out over the axes
        ("321 132 213", "several_axes_apart"),
    ],
)
def test_one_person(given, expected):
    assert headline(sheet("steering/o/r", given)).id == expected


def test_nobody_at_all():
    assert headline().id == "too_early"


def test_a_gap_of_exactly_one_over_the_axes_is_spoken_of():
    # 5/3 on « a », 1 on « b », 1/3 on « c »: one level, from thirds
    people = [sheet(f"steering/o{n}/{n}", each) for n, each in enumerate(("220 221 221", "220 221 222", "221 221 222"))]
    found = read(*people)
    assert found.overall.profile_gaps["vision_over_means"].value == pytest.approx(1)
    assert found.headline.id == "vision_over_means"


def test_it_names_the_one_axis_that_is_apart():
    found = headline(sheet("steering/o/r", "222 311 222"))
    assert (found.id, found.axis, found.gap.value) == ("one_axis_apart", "b", 2)


def test_it_names_none_of_several_and_keeps_the_widest_gap():
    found = headline(sheet("steering/o/r", "332 411 133"))
    assert (found.id, found.axis, found.gap.value) == ("several_axes_apart", None, 3)


def test_it_names_the_stage_when_all_stand_together():
    assert headline(sheet("steering/o/r", "333 333 222")).stage == "structured"
    assert headline(sheet("steering/o/r", "4")).stage == "driving"
    assert headline(sheet("steering/o/r", "0")).stage == "absent"


def test_a_gap_that_may_be_nothing_is_not_spoken_of():
    # over the axes vision stands at 2 and means at 0.67, but one voice of three makes it all
    people = [sheet(f"steering/o{n}/{n}", each) for n, each in enumerate(("4" * 9, "402 402 402", "102 102 102"))]
    gaps = read(*people).overall.profile_gaps
    assert gaps["vision_over_action"].value > 1
    assert not gaps["vision_over_action"].excludes(0)
    assert headline(*people).id == "aligned"


def test_nor_is_one_on_a_single_axis():
    split = [sheet(f"steering/o{n}/{n}", each + "222222") for n, each in enumerate(("444", "402", "102"))]
    found = read(*split)
    assert found.overall.axis("a").patterns[0].gap.value > 1
    assert found.headline.id == "aligned"


def test_the_axes_that_cannot_be_read_are_left_out_of_the_profile():
    found = read(sheet("steering/o/r", "311 311 0??"))
    assert found.overall.profile["vision"].value == 3
    assert found.headline.id == "vision_over_action"


@pytest.mark.parametrize(
    ("given", "stage"),
    [("000 000 000", "absent"), ("222 222 222", "structured"), ("444 444 444", "driving"), ("440 440 440", "emerging")],
)
def test_the_stage_of_the_whole_is_that_of_its_three_facets(given, stage):
    reading = read(sheet("steering/o/r", given))
    assert not is_too_early(reading.overall)
    assert overall_stage(reading.overall, small().scoring) == stage


def test_there_is_no_stage_of_what_cannot_be_read():
    assert is_too_early(read(sheet("steering/o/r", "222 ??? ???")).overall)
