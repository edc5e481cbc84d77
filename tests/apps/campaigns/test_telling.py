"""What a published 360° says: true of its numbers, in both languages, and nothing about who is hidden."""

from dataclasses import replace
from typing import Any

import pytest
from tests.apps.campaigns.reading_together import group, table, teller
from tests.apps.diagnosis.conftest import reference_pack

from cordee.apps.campaigns.example import example_table, example_told
from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.stored_layers import StoredLayers, Voice
from cordee.apps.campaigns.telling.adjusted import adjusted_sentence, adjusted_view
from cordee.apps.campaigns.telling.agreement import agreement_of
from cordee.apps.campaigns.telling.coherence import coherence_figure
from cordee.apps.campaigns.telling.crossed import crossed_views
from cordee.apps.campaigns.telling.detail import axis_details
from cordee.apps.campaigns.telling.inspiring import benchmark_lines
from cordee.apps.campaigns.telling.layers import layers_of
from cordee.apps.campaigns.telling.trends import trend_sentence, trend_view
from cordee.core.benchmark import Benchmark, NotBenchmarked
from cordee.core.change import Change
from cordee.core.circle_effects import Adjusted, AxisAdjustment, NotAdjusted, circle_effects
from cordee.core.comparability import NotComparable
from cordee.core.disclosure import PublishedWord
from cordee.core.scoring import layout_of
from cordee.core.trend import AxisChange, ScopeChange, Trend
from cordee.core.voices import voice_of

STEERING_HIGH = {**group("steering", 5, (4, 4, 3)), **group("teams", 6, (2, 2, 1), "club")}
ALIKE = {**group("steering", 5, (3, 3, 3)), **group("teams", 6, (3, 3, 3), "club")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_example_tells_every_section(lang: Any) -> None:
    from django.utils import translation

    with translation.override(lang):
        told = example_told(reference_pack(), lang)
    assert told.heading.respondents == len(example_table(reference_pack()).respondents) == 25
    assert told.headline
    assert told.standing
    assert not told.nothing
    assert len(told.steps) == 3
    assert all(step.answers for step in told.steps)
    assert len(told.axes) == 7
    assert all(axis.topics for axis in told.axes)
    assert told.crossed.blind_spots
    assert told.crossed.figure is not None
    assert told.agreement.divided[0].two_camps
    assert len(told.notices) == 3
    assert told.trend is None
    assert told.layers.consensus_note


def test_the_example_names_no_organisation_and_no_person() -> None:
    written = repr(example_told(reference_pack(), "en"))
    assert not any(f"'{name}'" in written for name in ("town", "insertion", "youth", "transport", "beneficiaries"))


def test_a_circle_that_sees_itself_higher_is_a_blind_spot_with_both_sides() -> None:
    told = crossed_views(teller(table(STEERING_HIGH)))
    assert told.refusal == ""
    assert len(told.blind_spots) == 21
    assert not told.hidden_strengths
    spot = told.blind_spots[0]
    assert (spot.own, spot.others, spot.gap) == ("4.0", "2.0", "+2.0 [+2.0 to +2.0]")
    assert told.sentence == "Between ‘Steering’ and the other circles: 21 blind spots"
    assert told.figure is not None
    assert len(told.figure.rows) == 12
    assert told.figure.note == "The 12 widest gaps out of 21."


def test_circles_that_agree_have_a_neutral_sentence_and_nothing_stands_out() -> None:
    told = crossed_views(teller(table(ALIKE)))
    assert told.sentence == "No gap between ‘Steering’ and the other circles is both wide and certain."
    assert not told.blind_spots
    assert [one.sentence for one in told.against] == ["Against ‘Teams’, no gap is both wide and certain."]
    assert not any(gap.stands_out for gap in told.against[0].gaps)


def test_each_circle_is_compared_facet_by_facet() -> None:
    against = crossed_views(teller(table(STEERING_HIGH))).against
    assert [one.circle for one in against] == ["Teams"]
    assert len(against[0].gaps) == 21
    assert all(gap.stands_out for gap in against[0].gaps)


@pytest.mark.parametrize(
    ("people", "why"),
    [
        ({**group("steering", 2, (3, 3, 3)), **group("teams", 6, (3, 3, 3), "club")}, "is read with others"),
        (group("teams", 6, (3, 3, 3), "club"), "did not answer"),
        (group("steering", 6, (3, 3, 3), "club"), "Only one circle"),
    ],
)
def test_no_view_is_crossed_without_two_sides(people: dict[str, Any], why: str) -> None:
    told = crossed_views(teller(table(people)))
    assert why in told.refusal
    assert told.figure is None
    assert not told.blind_spots
    assert not told.against


def test_a_split_never_reads_as_a_calm_middle() -> None:
    people = {**group("steering", 6, (3, 3, 3)), **group("teams", 6, (3, 3, 3), "club")}
    split = {person: 4 if place % 2 else 0 for place, person in enumerate(people)}
    told = agreement_of(teller(table(people, meaning__commitment__vision=split)))
    assert told.sentence == "Agreement on 20 questions, out of 21. 1 question sets two camps against each other."
    (divided,) = told.divided
    assert divided.item == "meaning.commitment.vision"
    assert divided.two_camps
    assert divided.why == "Two camps: 6 under 2.0, 6 above; nobody chose this middle."
    assert told.figure is not None
    assert [row.counts for row in told.figure.rows] == [(6, 0, 0, 0, 6)]
    assert len(told.items) == 21
    assert len(told.axes) == 7


def test_agreement_is_not_claimed_under_three_people() -> None:
    people = {**group("steering", 1, (3, 3, 3)), **group("teams", 1, (3, 3, 3), "club")}
    told = agreement_of(teller(table(people), signed=True))
    assert told.sentence == "Too few people answered the same questions to say whether they agree."
    assert told.divided == ()
    assert told.figure is None


def test_the_figure_of_coherence_draws_intervals_and_says_of_what() -> None:
    people = {**STEERING_HIGH, "teams/club/5": (1, 1, 1)}
    figure = coherence_figure(teller(table(people)))
    assert len(figure.rows) == 7
    assert figure.note == "Lines: 95% interval, from 11 answers by 2 organisations."
    assert all(reading.has_interval for row in figure.rows for _, reading in row.readings)  # type: ignore[union-attr]


def test_layers_stay_apart_and_say_why_they_are_empty() -> None:
    speaker = teller(table(STEERING_HIGH), organisations={"o-1": "The town"})
    axes = voice_of(speaker.reading.overall.axes)
    stored = StoredLayers(organisations=(Voice("o-1", axes),), individuals=(Voice("o-1", axes, "Ana", "teams"),))
    told = layers_of(speaker, stored, (), Regime.ATTRIBUTED)
    assert [line.who for line in told.axes[0].organisations] == ["The town"]
    assert [line.who for line in told.axes[0].individuals] == ["Ana (The town, Teams)"]
    assert [line.who for line in told.axes[0].circles] == ["Steering", "Teams"]
    assert told.individuals_note == told.organisations_note == ""
    empty = layers_of(speaker, StoredLayers(), (), Regime.AGGREGATE)
    assert "Nobody" in empty.individuals_note
    assert "one by one" in empty.organisations_note
    assert "facilitator" in layers_of(speaker, StoredLayers(), (), Regime.FACILITATOR).individuals_note


def test_what_is_stored_is_read_back() -> None:
    pack = reference_pack()
    read = table(STEERING_HIGH)
    adjusted = circle_effects(read, layout_of(pack.instrument, "express"), pack.scoring)
    stored = StoredLayers(
        organisations=(Voice("o-1", voice_of(teller(read).reading.overall.axes)),),
        verbatims=(PublishedWord("teams", "clarity.roles.vision", "a word"),),
        adjusted=adjusted,
    )
    import json

    assert StoredLayers.from_json(json.loads(json.dumps(stored.to_json()))) == stored
    assert StoredLayers.from_json({}) == StoredLayers()


def adjustment(plain: float, moved_to: float, **changed: Any) -> AxisAdjustment:
    mean = Adjusted(moved_to, 0.2, moved_to - 0.4, moved_to + 0.4)
    return replace(AxisAdjustment("clarity", 9, 2, 6, plain, mean, (), ()), **changed)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(2.0, 2.4)], "moves no mean by half a level"),
        ([(2.0, 2.5)], "moves 1 mean by half a level or more"),
        ([(2.0, 1.4), (1.0, 1.6)], "moves 2 means"),
        ([], ""),
    ],
)
def test_the_adjusted_view_says_whether_circles_weigh(pairs: list[tuple[float, float]], said: str) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert said in adjusted_sentence(adjustment(*pair) for pair in pairs)


def test_an_adjustment_that_is_refused_gives_its_reason_once() -> None:
    refused = adjustment(2.0, 2.0, adjusted=None, refused=NotAdjusted.ONE_CIRCLE)
    told = adjusted_view(teller(table(STEERING_HIGH)), [refused, refused])
    assert told.figure is None
    assert told.lines == ()
    assert told.notes == ("Only one circle answered: there is no other view to compare it with.",)


def test_organisations_read_together_are_the_reason_given_for_circles_not_linked() -> None:
    people = {
        **group("steering", 2, (3, 3, 3), "town"),
        **group("steering", 3, (3, 3, 3), "club"),
        **{f"teams/{name}/0": (2, 2, 2) for name in ("town", "club", "school", "shop", "firm")},
    }
    speaker = teller(table(dict(people.items())))
    refused = adjustment(2.0, 2.0, adjusted=None, refused=NotAdjusted.NOT_LINKED)
    assert "read together" in adjusted_view(speaker, [refused]).notes[0]


def changed(verdict: str | None, **parts: Any) -> AxisChange:
    change = Change(1.0, 2.0, 1.0, 0.2, 9.0, 0.6, 1.4, verdict, **parts)  # type: ignore[arg-type]
    return AxisChange("clarity", change, change, {}, (), recomputed=False)


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["not_distinguished", None], "No change in maturity can yet be told from chance."),
        (["rise", "rise", "fall"], "2 approaches rose, 1 fell."),
        (["fall"], "1 fell."),
    ],
)
def test_a_trend_counts_only_what_can_be_told(verdicts: list[str | None], said: str) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert trend_sentence(changed(verdict) for verdict in verdicts) == said


def test_a_trend_draws_what_is_known_and_says_what_is_not() -> None:
    nothing = Change(None, None, refused=NotComparable.ITEMS_DIFFER)
    refused = AxisChange("meaning", nothing, nothing, {}, ("meaning.commitment.vision",), recomputed=True)
    trend = Trend("1.0.0", "1.1.0", ScopeChange(None, (changed("rise"), refused), ()), (), ())
    told = trend_view(teller(table(ALIKE)), trend, "June 2025")
    assert told is not None
    assert told.figure is not None
    assert next(line.change for line in told.axes) == "rose: +1.0 [+0.6 to +1.4]"
    assert told.axes[1].differ
    assert "did not ask the same questions" in told.axes[1].change
    assert len(told.notes) == 1
    assert trend_view(teller(table(ALIKE)), None, "") is None


def test_words_are_shown_where_they_were_said_and_never_by_whom() -> None:
    words = [
        PublishedWord("teams", "clarity.roles.vision", "We wrote it down."),
        PublishedWord(None, "clarity.roles.means", "Nobody has time."),
    ]
    details = axis_details(teller(table(STEERING_HIGH)), words)
    quotes = [quote for axis in details for topic in axis.topics for quote in topic.quotes]
    assert [(quote.where, quote.text) for quote in quotes] == [
        ("Vision, Teams", "We wrote it down."),
        ("Means, a circle too small to be named", "Nobody has time."),
    ]


def test_a_benchmark_says_where_never_which_rank() -> None:
    speaker = teller(table(STEERING_HIGH))
    benchmarks = {
        "clarity": Benchmark(11, 1.2, 1.9, 2.6, "above"),
        "meaning": Benchmark(4, None, None, None, None, NotBenchmarked.TOO_FEW_ORGANISATIONS),
    }
    lines = {line.axis: line for line in benchmark_lines(speaker, benchmarks)}
    assert lines["Clarity"].quartiles == "1.2 · 1.9 · 2.6"
    assert lines["Clarity"].count == "11 comparable alliances"
    assert lines["Clarity"].standing == "You are above the median."
    assert lines["Meaning"].quartiles == ""
    assert "Fewer than 10" in lines["Meaning"].standing


@pytest.fixture(autouse=True)
def in_english() -> None:
    from django.utils import translation

    translation.activate("en")
