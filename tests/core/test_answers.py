"""Answers become arrays whatever the order they come in, and contradictions are refused."""

import numpy as np
import pytest
from tests.core.alliance import answer, sheet, table

from cordee.core.answers import Answer, AnswersRefused, Mark, table_of

ITEMS = ["a.t.vision", "a.t.action"]


def arranged(*answers: Answer):
    return table_of(answers, ITEMS, ["a.t"], ["steering", "teams"])


def test_levels_and_marks_stand_in_the_order_of_the_form():
    made = arranged(
        answer("zoe", "o2", "steering", "a.t.action", 3),
        answer("zoe", "o2", "steering", "a.t.vision", "?"),
        answer("ann", "o1", "teams", "a.t.vision", 0),
        answer("ann", "o1", "teams", "a.t.action", "x"),
    )
    assert made.respondents == ("zoe", "ann")
    assert made.organisations == ("o1", "o2")
    assert made.circles == ("steering", "teams")
    np.testing.assert_array_equal(made.scores, [[np.nan, 3], [0, np.nan]])
    np.testing.assert_array_equal(made.marks, [[Mark.DONT_KNOW, Mark.ANSWERED], [Mark.ANSWERED, Mark.NOT_APPLICABLE]])


def test_a_zero_is_an_answer_and_a_silence_is_not():
    made = arranged(answer("zoe", "o", "steering", "a.t.vision", 0))
    assert made.answered.tolist() == [[True, False]]
    assert made.marks[0, 1] == Mark.UNANSWERED


def test_circles_nobody_stands_in_are_left_out():
    assert arranged(answer("ann", "o", "teams", "a.t.vision", 1)).circles == ("teams",)


def test_importance_stands_apart_from_the_answers():
    made = arranged(answer("zoe", "o", "steering", "a.t.importance", 4))
    assert made.importance.tolist() == [[4.0]]
    assert not made.answered.any()


def test_nobody_gives_an_empty_table():
    made = arranged()
    assert made.scores.shape == (0, 2)
    assert made.circles == ()


@pytest.mark.parametrize(
    ("again", "told"),
    [
        (answer("zoe", "o", "steering", "a.t.vision", 2), "twice"),
        (answer("zoe", "o", "teams", "a.t.action", 2), "two circles"),
        (answer("zoe", "p", "steering", "a.t.action", 2), "two organisations"),
        (Answer("zoe", "o", "steering", "a.t.action", 7), "level 7"),
        (Answer("zoe", "o", "steering", "a.t.action", None), "level None"),
        (Answer("zoe", "o", "steering", "a.t.action", 3, Mark.DONT_KNOW), "DONT_KNOW"),
    ],
)
def test_contradictions_are_refused_by_name(again, told):
    with pytest.raises(AnswersRefused, match=told):
        arranged(answer("zoe", "o", "steering", "a.t.vision", 1), again)


def test_an_item_of_another_form_is_not_taken():
    with pytest.raises(KeyError, match="elsewhere"):
        arranged(answer("zoe", "o", "steering", "elsewhere", 1))


def test_the_order_of_the_file_changes_nothing():
    sheets = [sheet("steering/o1/zoe", "012340123"), sheet("teams/o2/ann", "4"), sheet("teams/o1/bob", "?")]
    forward, backward = table(*sheets), table(*(each[::-1] for each in sheets[::-1]))
    assert forward.respondents == backward.respondents == ("zoe", "bob", "ann")
    np.testing.assert_array_equal(forward.scores, backward.scores)
    np.testing.assert_array_equal(forward.organisation_of, backward.organisation_of)
