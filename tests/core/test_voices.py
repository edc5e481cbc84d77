"""What one person says of an axis is what a reading of that person alone would say."""

import pytest
from tests.core.alliance import read, sheet, small, table

from cordee.core.estimates import Refusal
from cordee.core.scoring import layout_of
from cordee.core.voices import AxisVoice, voice_of, voices_of_people

SHEETS = {
    "whole": "321 430 222",
    "one facet missing": "3?1 430 222",
    "nothing": "---",
    "levels at the ends": "400 040 004",
}


def voices(*signs: str) -> list[tuple[AxisVoice, ...]]:
    people = [sheet(f"teams/town/{place}", sign) for place, sign in enumerate(signs)]
    return list(voices_of_people(table(*people), layout_of(small().instrument, "short"), small().scoring))


@pytest.mark.parametrize("sign", SHEETS.values(), ids=SHEETS.keys())
def test_a_person_is_read_as_a_group_of_one(sign: str) -> None:
    (said,) = voices(sign)
    alone = voice_of(read(sheet("teams/town/0", sign)).overall.axes)
    assert [(one.axis, one.maturity.value) for one in said] == [(one.axis, one.maturity.value) for one in alone]
    for mine, theirs in zip(said, alone, strict=True):
        assert {facet: each.value for facet, each in mine.facets.items()} == {
            facet: each.value for facet, each in theirs.facets.items()
        }


def test_people_come_in_the_order_of_the_table_and_do_not_mix() -> None:
    first, second = voices("0", "4")
    assert {axis.maturity.value for axis in first} == {0.0}
    assert {axis.maturity.value for axis in second} == {4.0}


def test_one_person_never_has_an_interval() -> None:
    (said,) = voices("3")
    assert all(axis.maturity.interval_refused is Refusal.TOO_FEW_RESPONDENTS for axis in said)
    assert all(axis.maturity.lower is None for axis in said)


def test_what_is_missing_says_why() -> None:
    (said,) = voices("3?1 430 222")
    assert said[0].maturity.refused is Refusal.FACET_MISSING
    assert said[0].facets["action"].refused is Refusal.NO_ANSWER
    (nothing,) = voices("---")
    assert {axis.maturity.refused for axis in nothing} == {Refusal.UNDER_HALF}
