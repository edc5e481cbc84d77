"""The agenda of a session: its minutes, what it takes from a reading, what it says."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.alliance import read, reference_pack, sheet, small

from cordee.core.agenda import Reason, SlotKind, Subject, agenda_of, apportioned, divergences
from cordee.core.agenda_wording import GUIDES, OPENINGS, TITLES, AgendaWording
from cordee.core.reading import Reading
from cordee.core.typography import find_faults
from cordee.core.wording import Wording

FRENCH, ENGLISH = (AgendaWording(Wording(small(), lang)) for lang in ("fr", "en"))


def alliance(*signs: str, form: str = "full") -> Reading:
    """Read people of the steering circle, one an organisation."""
    return read(*(sheet(f"steering/o{n}/r{n}", each, form=form) for n, each in enumerate(signs)), form=form)


ALIKE = ("2" * 21, "2" * 21, "2" * 21, "2" * 21)


def test_an_opposition_comes_first_and_keeps_its_two_camps():
    up, down = "4" + "2" * 20, "0" + "2" * 20
    found = divergences(alliance(up, up, down, down))
    assert [(each.reason, each.topic, each.item) for each in found] == [("opposition", "a.one", "a.one.vision")]
    assert found[0].value == 2


def test_a_topic_comes_once_and_kinds_take_turns():
    camps, spread = ("404" + "2" * 18, "004" + "2" * 18), ("222" + "0" + "2" * 17, "222" + "4" + "2" * 17)
    reading = alliance(camps[0], camps[0], camps[1], camps[1])
    assert [each.topic for each in divergences(reading)].count("a.one") == 1
    scattered = divergences(alliance(spread[0], spread[0], spread[1], spread[1], "2" * 21, "2" * 21))
    assert [(each.reason, each.item) for each in scattered] == [("low_agreement", "a.two.vision")]


def test_gaps_of_perception_are_named_both_ways():
    def person(circle: str, n: int, signs: str):
        return sheet(f"{circle}/x/{circle}{n}", signs)

    mine, theirs = "444 000 222", "000 444 222"
    reading = read(*(person("steering", n, mine) for n in range(4)), *(person("teams", n, theirs) for n in range(4)))
    found = {each.topic: each for each in divergences(reading)}
    kinds = {gap.item: gap.kind for gap in reading.perception}
    assert (kinds["a.one.vision"], kinds["b.four.vision"]) == ("blind_spot", "hidden_strength")
    assert found["a.one"].reason == "opposition"  # circles are two camps as well: the stronger word is kept
    mild = read(
        *(person("steering", n, "332 112 222") for n in range(4)),
        *(person("teams", n, "222 222 222") for n in range(4)),
    )
    named = [(each.reason, each.topic, round(each.value, 1)) for each in divergences(mild)]
    assert named == [("blind_spot", "a.one", 1.0), ("hidden_strength", "b.four", -1.0)]


def test_an_incoherence_is_about_an_axis():
    reading = alliance(*["420 222 222"] * 4, form="short")
    found = divergences(reading)
    assert [(each.reason, each.axis, each.topic, each.value) for each in found] == [("incoherence", "a", None, 4)]
    assert (found[0].pattern, found[0].higher, found[0].lower) == ("unfunded_vision", "vision", "means")


def test_a_gap_that_may_be_nothing_is_not_put_on_the_agenda():
    reading = alliance("402 222 222", "042 222 222", "312 222 222", "422 222 222", form="short")
    axis = reading.overall.axis("a")
    assert axis.patterns
    assert not axis.patterns[0].gap.excludes(0)
    assert not [each for each in divergences(reading) if each.reason == "incoherence"]


def test_nothing_diverges_and_the_session_says_so():
    found = agenda_of(alliance(*["1" * 21] * 4))
    assert not found.diverges
    subjects = [slot.subject for slot in found.slots if slot.kind == "discuss"]
    assert [each.reason for each in subjects] == ["priority"] * 3
    assert FRENCH.summary(found).startswith("Rien ne diverge nettement")
    assert "priorit" in ENGLISH.summary(found)


def test_priorities_fill_up_to_three():
    up, down = "4" + "1" * 20, "0" + "1" * 20
    found = agenda_of(alliance(up, up, down, down))
    assert found.diverges
    reasons = [slot.subject.reason for slot in found.slots if slot.subject]
    assert reasons[0] == "opposition"
    assert len(reasons) == 3


def test_with_nothing_to_say_the_group_chooses():
    found = agenda_of(alliance("?" * 21, "?" * 21))
    assert [slot.kind for slot in found.slots] == ["welcome", "read_alone", "choose", "decide", "act", "close"]
    assert "choisit" in FRENCH.summary(found)
    assert sum(slot.minutes for slot in found.slots) == 90


def opposed_everywhere() -> Reading:
    return alliance("4" * 21, "4" * 21, "0" * 21, "0" * 21)


def test_ninety_minutes():
    found = agenda_of(opposed_everywhere())
    assert [(slot.kind, slot.starts, slot.minutes) for slot in found.slots] == [
        ("welcome", 0, 5),
        ("read_alone", 5, 10),
        *(("discuss", 15 + 9 * n, 9) for n in range(5)),
        ("decide", 60, 10),
        ("act", 70, 15),
        ("close", 85, 5),
    ]
    assert len(found.set_aside) == 2
    assert {each.topic for each in found.set_aside}.isdisjoint(
        slot.subject.topic for slot in found.slots if slot.subject
    )


@pytest.mark.parametrize("minutes", range(45, 181))
def test_minutes_add_up_and_no_talk_is_too_short(minutes):
    found = agenda_of(opposed_everywhere_once(), minutes)
    assert sum(slot.minutes for slot in found.slots) == minutes
    assert [slot.starts for slot in found.slots] == [
        sum(slot.minutes for slot in found.slots[:place]) for place in range(len(found.slots))
    ]
    talks = [slot.minutes for slot in found.slots if slot.kind == "discuss"]
    assert 3 <= len(talks) <= 5
    assert min(talks) >= 7
    assert max(talks) - min(talks) <= 1


READ_ONCE: list[Reading] = []


def opposed_everywhere_once() -> Reading:
    if not READ_ONCE:
        READ_ONCE.append(opposed_everywhere())
    return READ_ONCE[0]


@pytest.mark.parametrize("minutes", [0, 44, 181])
def test_another_length_is_refused(minutes):
    with pytest.raises(ValueError, match="45 to 180"):
        agenda_of(opposed_everywhere_once(), minutes)


def test_the_same_reading_gives_the_same_agenda():
    reading = opposed_everywhere_once()
    assert agenda_of(reading) == agenda_of(replace(reading))


@given(st.integers(0, 1000), st.lists(st.integers(1, 60), min_size=1, max_size=9))
def test_a_whole_is_shared_out_exactly(total, shares):
    parts = apportioned(total, shares)
    assert sum(parts) == total
    for part, share in zip(parts, shares, strict=True):
        assert abs(part - total * share / sum(shares)) < 1


SUBJECTS = [
    Subject("opposition", "a", "a.one", "a.one.vision", "vision", 2.0),
    Subject("low_agreement", "a", "a.one", "a.one.means", "means", 1.2),
    Subject("blind_spot", "a", "a.one", "a.one.action", "action", 1.5),
    Subject("hidden_strength", "a", "a.one", "a.one.action", "action", -1.5),
    Subject("incoherence", "a", None, None, None, 2.0, "unfunded_vision", "vision", "means"),
    Subject("priority", "b", "b.four", None, None, 0.8),
]


def test_every_moment_and_reason_has_words():
    assert set(TITLES) == set(GUIDES) == set(get_args(SlotKind))
    assert set(OPENINGS) == set(get_args(Reason)) == {subject.reason for subject in SUBJECTS}
    for said in (*TITLES.values(), *GUIDES.values(), *OPENINGS.values()):
        assert find_faults(said.fr) == []
        assert said.fr != said.en


@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_says_why_and_how_to_open(words, subject):
    assert words.reason(subject).endswith(".")
    assert "–" not in words.reason(subject)
    assert words.lang == "en" or find_faults(words.reason(subject)) == []
    assert words.opening(subject)


def test_what_is_said():
    assert FRENCH.reason(SUBJECTS[2]) == "Angle mort\u202f: ceux qui pilotent voient 1,5 niveau de plus que les autres."
    assert FRENCH.reason(SUBJECTS[3]).startswith("Force cachée\u202f: ceux qui pilotent voient 1,5 niveau de moins")
    assert ENGLISH.reason(SUBJECTS[4]) == "‘unfunded_vision’: the vision facet stands 2 levels above the means facet."
    assert ENGLISH.subject(SUBJECTS[5]) == "‘Four’"
    assert ENGLISH.subject(SUBJECTS[4]) == "‘A’"
    agenda = agenda_of(opposed_everywhere_once())
    assert FRENCH.summary(agenda) == "90 minutes, 5 sujets, choisis là où vous divergez le plus."
    assert FRENCH.clock(agenda.slots[2]) == "0:15\u202f–\u202f0:24"
    assert FRENCH.title(agenda.slots[0]) == "Accueil et règle du jeu"
    assert ENGLISH.title(agenda.slots[2]).startswith("Vision of")
    assert ENGLISH.guide(agenda.slots[-2]).startswith("Three actions")


def test_a_pattern_opens_with_the_question_of_the_pack():
    pack = reference_pack()
    words = AgendaWording(Wording(pack, "en"))
    subject = Subject("incoherence", "clarity", None, None, None, 2.0, "unfunded_vision", "vision", "means")
    assert words.opening(subject).startswith("What more can each partner bring")
