"""Excerpts: the part that answers, cut between words, with what answers marked and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from cordee.core.search.excerpt import best_excerpt, excerpt, marked

LONG = " ".join([*["avant"] * 60, "une évaluation menée en confiance", *["après"] * 60])


def shown(pieces: list) -> str:  # type: ignore[type-arg]
    return "".join(piece.text for piece in pieces)


def test_the_words_asked_for_are_marked_as_they_are_written() -> None:
    pieces = marked("L’Évaluation ; deux évaluations.", {"evalu"}, "fr")
    assert [piece.text for piece in pieces if piece.marked] == ["Évaluation", "évaluations"]


def test_the_part_shown_is_the_one_that_answers() -> None:
    pieces = excerpt(LONG, {"evalu", "confianc"}, "fr")
    assert [piece.text for piece in pieces if piece.marked] == ["évaluation", "confiance"]
    assert shown(pieces).startswith("… avant")
    assert shown(pieces).endswith("après …")


def test_a_short_text_is_shown_whole() -> None:
    assert shown(excerpt("Peu de mots.", {"evalu"}, "fr")) == "Peu de mots."


def test_the_text_that_says_what_the_title_does_not_is_preferred() -> None:
    texts = ["Regarder avec méthode.", "Une évaluation."]
    assert shown(best_excerpt(texts, {"evalu"}, "fr", "Évaluation")) == texts[0]
    assert shown(best_excerpt(texts, {"evalu"}, "fr", "Autre")) == texts[1]
    assert shown(best_excerpt([], {"evalu"}, "fr")) == ""


@given(st.text(max_size=400))
def test_marking_loses_nothing(text: str) -> None:
    assert shown(marked(text, {"evalu", "a"}, "fr")) == text


@given(st.text(alphabet=" abcé évalution", max_size=600), st.integers(20, 220))
def test_an_excerpt_is_a_part_of_the_text_and_about_as_long_as_asked(text: str, length: int) -> None:
    part = shown(excerpt(text, {"evalu", "a"}, "fr", length))
    assert len(part) <= max(length, 0) + 4
    assert part.removeprefix("… ").removesuffix(" …") in text
