"""Words of evidence: those of ten people or more, or released by their author; in an order that tells nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.partners import ITEMS, RULE, people

from cordee.core.disclosure import PublishedWord, Word, open_plan, plan_of, published_verbatims

ONE, TWO = ITEMS[:2]
WHERE = {"steering/a": 5, "teams/a": 6, "teams/b": 4}
TEN_BUT_ONE = ["2" * 9] * 14 + ["2?" + "2" * 7]


def shown(words, answers=None, own="steering"):
    answers = answers or people(WHERE, TEN_BUT_ONE)
    return published_verbatims(words, answers, plan_of(answers, RULE, own), RULE)


def test_words_appear_from_ten_answers_to_the_item_on():
    words = [Word("teams", ONE, "ten"), Word("teams", TWO, "nine"), Word("steering", ONE, "five")]
    assert shown(words) == (PublishedWord("teams", ONE, "ten"),)


def test_their_author_may_release_them():
    words = [Word("teams", TWO, "nine", released=True), Word("steering", ONE, "five", released=True)]
    assert [(word.group, word.text) for word in shown(words)] == [("steering", "five"), ("teams", "nine")]


def test_circles_read_together_count_together():
    answers = people({"steering/a": 10, "teams/a": 4, "partners/a": 6})
    plan = plan_of(answers, RULE, "steering")
    assert [group.label for group in plan.groups] == ["steering", "teams+partners"] or len(plan.groups) == 2
    words = [Word("teams", ONE, "from a small circle")]
    assert shown(words, answers) == (PublishedWord("teams+partners", ONE, "from a small circle"),)


def test_the_organisation_never_comes_with_them():
    assert shown([Word("teams", ONE, "words", organisation="a")])[0].organisation is None


def test_an_open_plan_shows_all_with_their_organisation():
    answers = people({"teams/a": 1})
    found = published_verbatims([Word("teams", ONE, "mine", organisation="a")], answers, open_plan(answers), RULE)
    assert found == (PublishedWord("teams", ONE, "mine", "a"),)


def test_released_words_of_a_circle_that_does_not_appear_stand_under_no_group():
    answers = people({"teams/a": 2})
    words = [Word("teams", ONE, "released", released=True), Word("teams", ONE, "kept")]
    assert shown(words, answers) == (PublishedWord(None, ONE, "released"),)


def test_words_on_another_form_are_left_out():
    assert shown([Word("teams", "a.two.vision", "elsewhere", released=True)]) == ()


@given(st.lists(st.text(max_size=6), min_size=1, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_tells_neither_who_nor_when(texts, chance):
    words = [Word("teams", ONE, text, organisation="ab"[place % 2]) for place, text in enumerate(texts)]
    mixed = list(words)
    chance.shuffle(mixed)
    assert shown(mixed) == shown(words)
    assert sorted(word.text for word in shown(words)) == sorted(texts)


def test_the_order_is_not_that_of_the_alphabet():
    texts = [f"{letter} said" for letter in "abcdefghij"]
    assert [word.text for word in shown([Word("teams", ONE, text) for text in texts])] != texts
