"""Joining two progresses loses nothing, in whatever order and however often; a course knows what is left of it."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.learning.conftest import words_of_evaluation

from cordee.apps.learning.progress import Done, Key, Progress, Score, best, joined, standing

START = datetime(2026, 1, 1, tzinfo=UTC)
KEYS: list[Key] = [("words", "read"), ("words", "quiz"), ("alliance", "read")]

# The first draw of all loads the calendar: on a busy machine that alone looks slow.
unhurried = settings(suppress_health_check=[HealthCheck.too_slow])
scores = st.none() | st.tuples(st.integers(0, 5), st.integers(5, 6)).map(lambda pair: Score(*pair))
moments = st.integers(0, 1000).map(lambda hours: START + timedelta(hours=hours))
progresses = st.dictionaries(st.sampled_from(KEYS), st.builds(Done, moments, scores))


@unhurried
@given(progresses, progresses)
def test_either_may_come_first(one: Progress, other: Progress) -> None:
    assert joined(one, other) == joined(other, one)


@unhurried
@given(progresses, progresses, progresses)
def test_three_devices_join_in_any_grouping(one: Progress, other: Progress, third: Progress) -> None:
    assert joined(joined(one, other), third) == joined(one, joined(other, third))


@unhurried
@given(progresses, progresses)
def test_joining_again_changes_nothing_and_loses_nothing(one: Progress, other: Progress) -> None:
    both = joined(one, other)
    assert joined(both, other) == both
    assert set(both) == set(one) | set(other)
    assert all(both[key].at <= done.at for key, done in one.items())


def test_the_better_score_is_the_higher_share_then_the_longer_quiz() -> None:
    assert best(Score(3, 4), Score(4, 6)) == Score(3, 4)
    assert best(Score(2, 4), Score(3, 6)) == Score(3, 6)
    assert best(None, None) is None


def test_a_course_counts_only_the_steps_that_it_has() -> None:
    course = words_of_evaluation()
    first = course.steps[0]
    progress = {
        (course.id, first.id): Done(START),
        (course.id, "a-step-of-another-release"): Done(START),
        ("another-course", first.id): Done(START),
    }
    where = standing(course, progress)
    assert (where.count, where.is_complete, where.last_at) == (1, False, START)
    assert where.minutes_left == course.minutes - first.minutes
    assert where.remaining[0] == course.steps[1]
