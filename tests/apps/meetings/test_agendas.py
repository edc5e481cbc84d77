"""The kept agenda: whatever is done to it, no moment and no subject is lost, and the hours follow."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.diagnosis.conftest import reference_pack

from cordee.apps.campaigns.example import FORM, example_table
from cordee.apps.meetings.agendas import KeptAgenda
from cordee.core import disclosure
from cordee.core.agenda import agenda_of


def example_agenda(minutes: int = 90) -> KeptAgenda:
    pack, rule = reference_pack(), disclosure.DisclosureRule()
    table = example_table(pack)
    plan = disclosure.plan_of(table, rule, pack.instrument.own_circle)
    return KeptAgenda.of(agenda_of(disclosure.published_reading(pack, FORM, table, plan, rule), minutes))


AGENDA = example_agenda()


def subjects(agenda: KeptAgenda) -> list[str]:
    return sorted(map(str, [*(slot.subject for slot in agenda.slots if slot.subject), *agenda.set_aside]))


def test_an_agenda_is_read_back_as_it_was_kept() -> None:
    assert KeptAgenda.from_json(AGENDA.to_json()) == AGENDA


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_what_was_drawn_lasts_what_was_asked(minutes: int) -> None:
    assert example_agenda(minutes).minutes == minutes


@given(st.lists(st.tuples(st.sampled_from(["up", "down", "remove", "take"]), st.integers(0, 8))))
def test_arranging_loses_no_subject_and_keeps_names_apart(changes: list[tuple[str, int]]) -> None:
    agenda = AGENDA
    for verb, place in changes:
        slot = agenda.slots[place % len(agenda.slots)].id
        if verb == "remove":
            agenda = agenda.without(slot)
        elif verb == "take" and agenda.set_aside:
            agenda = agenda.taken_back(place % len(agenda.set_aside), 7)
        elif verb in ("up", "down"):
            agenda = agenda.moved(slot, -1 if verb == "up" else 1)
    assert subjects(agenda) == subjects(AGENDA)
    assert len({slot.id for slot in agenda.slots}) == len(agenda.slots) >= 1


@given(st.integers(0, 6), st.integers(-9, 9))
def test_moving_changes_the_place_only_and_hours_follow_one_another(place: int, by: int) -> None:
    slot = AGENDA.slots[place]
    moved = AGENDA.moved(slot.id, by)
    assert moved.place_of(slot.id) == min(max(place + by, 0), len(AGENDA.slots) - 1)
    assert moved.minutes == AGENDA.minutes
    timed = moved.timed()
    assert timed[0].starts == 0
    assert all(one.starts + one.minutes == after.starts for one, after in pairwise(timed))


def test_a_word_and_a_length_are_kept_on_their_moment() -> None:
    slot = AGENDA.slots[2]
    changed = AGENDA.annotated(slot.id, 20, "Laisser parler les équipes")
    assert (changed.slots[2].minutes, changed.slots[2].note) == (20, "Laisser parler les équipes")
    assert changed.minutes == AGENDA.minutes - slot.minutes + 20
    assert changed.slots[:2] == AGENDA.slots[:2]


def test_a_moment_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        AGENDA.moved("s99", 1)
    with pytest.raises(IndexError):
        AGENDA.taken_back(99, 7)


def test_the_last_moment_stays() -> None:
    agenda = AGENDA
    for slot in AGENDA.slots:
        agenda = agenda.without(slot.id)
    assert len(agenda.slots) == 1
