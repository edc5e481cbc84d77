"""What the rule does not protect from, as docs/measures says: kept here so that nobody believes more than is true."""

import numpy as np
from tests.core.adversary import published
from tests.core.partners import people


def test_a_unanimous_group_tells_what_everyone_answered():
    alike, (reading, *_rest) = people({"teams/a": 5}, "3"), published(people({"teams/a": 5}, "3"))
    assert reading.circles[0].items[0].distribution.counts == (0, 0, 0, len(alike.respondents), 0)


def test_people_who_put_their_answers_together_find_the_one_who_is_left():
    reading = published(people({"teams/a": 5}, ["1", "2", "2", "4", "3"]))[0]
    counts = np.array(reading.circles[0].items[0].distribution.counts)
    assert (counts - np.bincount([1, 2, 2, 4], minlength=5)).tolist() == [0, 0, 0, 1, 0]


def test_two_waves_of_the_same_answers_with_one_person_fewer_tell_what_that_one_had_said():
    first, second = people({"teams/a": 6}, ["1", "2", "2", "4", "3", "0"]), people({"teams/a": 5}, list("12243"))
    counts = [np.array(published(wave)[0].circles[0].items[0].distribution.counts) for wave in (first, second)]
    assert (counts[0] - counts[1]).tolist() == [1, 0, 0, 0, 0]
