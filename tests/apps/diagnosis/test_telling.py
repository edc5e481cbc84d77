"""What is told of a reading: the sentences are true of the numbers, in both languages, and nothing is invented."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.apps.diagnosis.account import FIRST_SCREEN, Result
from cordee.apps.diagnosis.bridge import read_one
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.result import tell
from cordee.apps.diagnosis.sentences import Sentences, span_of
from cordee.apps.diagnosis.supports import duration, first_use, supports_of
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate, Missing
from cordee.core.packs.library import FirstUse, Trial
from cordee.core.packs.pack import Pack
from cordee.core.seven_years import ripeness

from .conftest import reference_pack

DAY = date(2026, 6, 30)
CHOICES = ["", "0", "1", "2", "3", "4", "dont_know", "not_applicable"]


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    with translation.override("fr"):
        yield


def told(
    pack: Pack, lang: Lang = "fr", form: str = "express", context: dict[str, str] | None = None, **choices: str
) -> Result:
    """Tell a form answered alike everywhere, but for the topics named (dots written as two underscores)."""
    facets = {facet: choices.pop(facet, "2") for facet in ("vision", "action", "means")}
    topics = {name.replace("__", "."): levels.split() for name, levels in choices.items()}
    answers = {}
    for topic in pack.instrument.topics_of(form):
        chosen = topics.get(topic.id, list(facets.values()))
        for item, choice in zip(topic.items, chosen, strict=True):
            answers[item.id] = GivenAnswer.from_choice("" if choice == "-" else choice)
    what = Given(answers, context=context or {})
    with translation.override(lang):
        return tell(pack, read_one(pack, form, what), what, lang, engine="0", day=DAY)


class TestFigure:
    def test_the_title_names_where_the_gap_is_widest(self, pack: Pack) -> None:
        assert "«\u202fClarté\u202f»\u202f: 3 niveaux" in told(pack, clarity__roles="4 2 1").figure.title
        both = told(pack, clarity__roles="4 2 1", meaning__commitment="0 3 3").figure.title
        assert "«\u202fClarté\u202f» et «\u202fSens\u202f»" in both
        assert told(pack, vision="3", action="2", means="1").figure.title.startswith("7 approches partagent")

    def test_the_title_is_neutral_when_nothing_differs(self, pack: Pack) -> None:
        assert told(pack).figure.title == "Partout, vision, action et moyens se tiennent à moins d’un niveau"
        assert "Pas encore assez" in told(pack, vision="-").figure.title

    def test_a_facet_without_level_says_what_was_answered_instead(self, pack: Pack) -> None:
        result = told(
            pack,
            clarity__roles="4 dont_know 1",
            meaning__commitment="4 2 not_applicable",
            efficiency__cost="- 2 2",
        )
        rows = {row.label: row for row in result.figure.rows}
        assert rows["Clarté"].action == Missing("«\u202fJe ne sais pas\u202f»")
        assert rows["Sens"].means == Missing("«\u202fNe me concerne pas\u202f»")
        assert rows["Efficience"].vision == Missing("sans réponse")
        assert rows["Clarté"].vision == Estimate(4.0)

    def test_an_axis_mostly_left_says_so(self, pack: Pack) -> None:
        rows = {row.label: row for row in told(pack, clarity__roles="4 - -").figure.rows}
        assert rows["Clarté"].vision == Missing("moins de la moitié des questions ont un niveau")


class TestStanding:
    def test_stages_are_counted_from_the_highest(self, pack: Pack) -> None:
        result = told(pack, clarity__roles="4 4 4", meaning__commitment="0 0 0", efficiency__cost="- - -")
        assert result.standing == (
            "6 approches lues sur 7\u202f: 1 au stade moteur, 4 au stade structuré et 1 au stade absent."
        )
        assert "1 approche lue sur 7" in told(pack, vision="-", clarity__roles="2 2 2").standing

    def test_it_is_said_in_english(self, pack: Pack) -> None:
        result = told(pack, "en", clarity__roles="4 4 4")
        assert result.standing == "7 approaches read out of 7: 1 at the driving stage and 6 at the structured stage."


class TestStrengths:
    def test_axes_at_the_target_come_first_the_highest_first(self, pack: Pack) -> None:
        result = told(pack, clarity__roles="3 3 3", meaning__commitment="4 4 4")
        assert [strength.name for strength in result.strengths] == ["Sens", "Clarté"]
        assert result.strengths[0].text == "stade moteur, 4 sur 4"

    def test_failing_that_the_highest_answers(self, pack: Pack) -> None:
        (strength,) = told(pack, clarity__roles="2 3 2").strengths
        assert strength.name == "Clarté, action"
        assert strength.text == pack.instrument.topic("clarity.roles").items[1].levels[3].fr

    def test_none_is_invented(self, pack: Pack) -> None:
        assert told(pack, vision="1", action="0", means="2").strengths == ()


class TestConversations:
    def test_one_an_axis_the_widest_first_the_others_named(self, pack: Pack) -> None:
        result = told(pack, clarity__roles="4 2 1", meaning__commitment="3 3 2")
        first, second = result.conversations
        assert (first.axis, first.higher, first.lower) == ("Clarté", "vision", "means")
        assert "la vision est à 4 et les moyens à 1" in first.reading
        assert first.also == ("la vision devance l’action", "l’action dépasse les moyens")
        assert first.to_discuss.endswith("?")
        assert second.axis == "Sens"

    def test_the_first_screen_holds_three(self, pack: Pack) -> None:
        result = told(pack, vision="3", action="2", means="1")
        assert len(result.first_conversations) == FIRST_SCREEN
        assert len(result.first_conversations) + len(result.other_conversations) == len(result.conversations) == 7

    def test_none_where_a_facet_is_missing(self, pack: Pack) -> None:
        assert told(pack, clarity__roles="4 dont_know 0").conversations == ()


class TestSteps:
    def test_the_level_that_removes_an_advice_is_named_with_its_words(self, pack: Pack) -> None:
        result = told(pack, "fr", efficiency__cost="1 1 0")
        step = next(step for step in result.steps if step.topic.startswith("Connaître"))
        item = pack.instrument.topic("efficiency.cost").items[0]
        wanted = item.levels[2].fr.rstrip(".")
        assert any(f"montait à 2\u202f: «\u202f{wanted}\u202f»" in removal for removal in step.removals)

    def test_raising_the_answers_named_does_remove_it(self, pack: Pack) -> None:
        before = told(pack, efficiency__cost="1 1 0")
        after = told(pack, efficiency__cost="2 1 0")
        removed = {step.id for step in before.steps} - {step.id for step in after.steps}
        assert any("cost" in step for step in removed)

    def test_the_answers_at_work_are_those_of_the_causes(self, pack: Pack) -> None:
        for step in told(pack, vision="3", action="2", means="1").steps:
            assert step.answers
            assert {answer.choice[0] for answer in step.answers} <= set("321")
            assert "{" not in step.why
            assert "–" not in step.why

    def test_three_topics_come_before_any_second_step_of_one(self, pack: Pack) -> None:
        steps = told(pack, vision="1", action="0", means="0").steps
        assert len({step.topic for step in steps}) == len(steps) == FIRST_SCREEN

    def test_an_axis_of_several_topics_speaks_of_the_axis(self, pack: Pack) -> None:
        result = told(pack, form="full", vision="4", action="2", means="1")
        assert all("{" not in step.why for step in result.steps)


class TestStories:
    def test_what_is_shared_with_the_person_is_said(self, pack: Pack) -> None:
        story = next(story for story in pack.stories if story.traits)
        question, choices = next(iter(story.traits.items()))
        result = told(pack, context={question: choices[0]}, vision="3", action="1", means="0")
        shared = [one for one in result.stories if one.shared]
        assert all(len(one.shared) == 1 for one in shared)
        assert [bool(one.shared) for one in result.stories] == sorted(
            (bool(one.shared) for one in result.stories), reverse=True
        )

    def test_nothing_is_shared_by_someone_who_said_nothing(self, pack: Pack) -> None:
        assert all(one.shared == () for one in told(pack, vision="3", action="1", means="0").stories)


class TestSupports:
    def test_a_tool_says_its_age_or_that_nobody_knows(self, pack: Pack) -> None:
        sentences = Sentences(pack, "fr", DAY)
        for tool in pack.tools:
            said = first_use(sentences, tool)
            assert (tool.first_use.date[:4] in said) if tool.first_use.date else ("inconnue" in said)

    def test_every_entry_of_the_pack_makes_a_card_in_both_languages(self, pack: Pack) -> None:
        langs: tuple[Lang, ...] = ("fr", "en")
        for lang in langs:
            with translation.override(lang):
                cards = supports_of(
                    Sentences(pack, lang, DAY),
                    [tool.id for tool in pack.tools],
                    [story.id for story in pack.stories],
                    [course.id for course in pack.courses],
                )
            assert len(cards) == len(pack.tools) + len(pack.stories) + len(pack.courses)
            assert all(card.status and card.lines for card in cards)

    def test_a_tool_has_the_age_of_the_day_of_the_reading(self, pack: Pack) -> None:
        source = pack.tools[0].sources[0]
        use = FirstUse(date="2019-03-01", sources=(source,))
        trial = Trial(where=pack.tools[0].purpose, by="Quelqu’un d’autre", sources=(source,))
        tool = pack.tools[0].model_copy(update={"first_use": use, "trials": (trial,)})
        aged = pack.model_copy(update={"tools": (tool,)})
        before, after = (
            supports_of(Sentences(aged, "fr", day), [tool.id], [], [])[0]
            for day in (date(2026, 2, 28), date(2026, 3, 1))
        )
        assert (before.state, before.caution) == ("young", "en expérimentation (6 ans)")
        assert before.status.startswith("En expérimentation (6 ans). Première utilisation documentée\u202f: 2019.")
        assert before.status.endswith("Il pourra être partagé le 1er mars 2026.")
        assert before.named_with_care == f"{tool.name.fr}, en expérimentation (6 ans)"
        assert (after.state, after.caution, after.named_with_care) == ("shared", "", tool.name.fr)
        assert after.status.startswith("Partagé. ")

    def test_no_tool_is_proposed_unripe_without_saying_so(self, pack: Pack) -> None:
        cards = supports_of(Sentences(pack, "fr", DAY), [tool.id for tool in pack.tools], [], [])
        states = {tool.id: ripeness(tool, DAY).is_shared for tool in pack.tools}
        assert {card.id: not card.caution for card in cards} == states
        assert all("en expérimentation" in card.status.lower() for card in cards if card.caution)

    def test_an_unknown_entry_is_left_out(self, pack: Pack) -> None:
        assert supports_of(Sentences(pack, "fr", DAY), ["no-such-tool"], [], []) == ()

    @pytest.mark.parametrize(("minutes", "text"), [(45, "45 min"), (60, "1 h"), (70, "1 h 10"), (125, "2 h 05")])
    def test_durations(self, minutes: int, text: str) -> None:
        assert duration(minutes) == text


class TestDetail:
    def test_the_sum_is_written_when_maturity_is_the_mean(self, pack: Pack) -> None:
        axis = next(axis for axis in told(pack, clarity__roles="3 2 1").axes if axis.id == "clarity")
        assert axis.explanation == "La moyenne des trois facettes\u202f: (3 + 2 + 1) / 3 = 2."
        assert axis.lift == "Il manque 1 niveau pour le stade partagé. La facette à faire monter d’abord\u202f: moyens."

    def test_the_ceiling_is_explained_when_it_holds_back(self, pack: Pack) -> None:
        axis = next(axis for axis in told(pack, clarity__roles="4 4 0").axes if axis.id == "clarity")
        assert (axis.maturity, axis.stage, axis.stage_rank) == ("1", "émergent", 1)
        assert "facette la plus faible" in axis.explanation

    def test_the_last_stage_is_said(self, pack: Pack) -> None:
        axis = next(axis for axis in told(pack, clarity__roles="4 4 4").axes if axis.id == "clarity")
        assert axis.lift == "Le dernier stade est atteint."

    def test_counts_of_answers(self, pack: Pack) -> None:
        result = told(pack, clarity__roles="4 - -", meaning__commitment="dont_know 2 2")
        assert (result.given, result.asked, result.unanswered_count) == (19, 21, 2)
        assert [topic.id for topic in result.unanswered] == ["clarity.roles"]

    def test_answers_not_asked_are_listed(self, pack: Pack) -> None:
        what = Given({"gone.topic.vision": GivenAnswer.from_choice("4"), "gone.topic.action": GivenAnswer()})
        result = tell(pack, read_one(pack, "express", what), what, "fr", engine="0", day=DAY)
        assert result.unscored == ("gone.topic.vision",)
        assert result.is_empty


def strings_in(value: object) -> Iterator[str]:
    """Find every text of a told reading."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from strings_in(getattr(value, part.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings_in(one)


@settings(max_examples=30, deadline=None)
@given(choices=st.lists(st.sampled_from(CHOICES), min_size=21, max_size=21), lang=st.sampled_from(["fr", "en"]))
def test_any_answers_are_told_whole_in_either_language(choices: list[str], lang: Lang) -> None:
    pack = reference_pack()
    items = [item.id for item in pack.instrument.items_of("express")]
    what = Given({item: GivenAnswer.from_choice(choice) for item, choice in zip(items, choices, strict=True)})
    reading = read_one(pack, "express", what)
    with translation.override(lang):
        result = tell(pack, reading, what, lang, engine="0", day=DAY)
    assert not [text for text in strings_in(result) if re.search(r"\{\w*\}|\bNone\b(?! of)|\bnan\b", text)]
    assert len(result.steps) <= FIRST_SCREEN
    for axis, row in zip(reading.overall.axes, result.figure.rows, strict=True):
        span = span_of(axis)
        assert span is None or span == pytest.approx(row.span)
