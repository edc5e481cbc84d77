"""The seven-year rule: shared on the seventh anniversary, with two independent contexts, not before, then for ever."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.packs.dates import last_day
from cordee.core.packs.library import FirstUse, Tool, Trial
from cordee.core.packs.text import Text
from cordee.core.seven_years import (
    Experiment,
    full_years,
    independent,
    names_in,
    ripeness,
    years_after,
)

WORD = Text(fr="mot", en="word")
MANY = 400


def trial(by: str, when: str | None = None) -> Trial:
    return Trial(where=Text(fr=f"Chez {by}", en=f"At {by}"), by=by, date=when, sources=("s01",))


def tool(first: str | None, *trials: Trial, author: str = "Le RAMEAU", sources: tuple[str, ...] = ("s01",)) -> Tool:
    return Tool(
        id="a-tool",
        name=WORD,
        author=author,
        medoc="tool",
        purpose=WORD,
        how=WORD,
        first_use=FirstUse(date=first, place=WORD, sources=sources),
        trials=trials,
        people=WORD,
        difficulty="easy",
        limits=WORD,
        sources=("s01",),
    )


TWO = (trial("La Poste"),)


def test_shared_on_the_seventh_anniversary_and_not_the_day_before() -> None:
    made = tool("2018-06-15", *TWO)
    before, on = ripeness(made, date(2025, 6, 14)), ripeness(made, date(2025, 6, 15))
    assert (before.state, before.age, before.missing) == ("young", 6, ("years",))
    assert (on.state, on.age, on.missing, on.is_shared) == ("shared", 7, (), True)
    assert before.shared_from == on.shared_from == date(2025, 6, 15)


@pytest.mark.parametrize(
    ("written", "anniversary"),
    [("2018", date(2025, 12, 31)), ("2018-02", date(2025, 2, 28)), ("2016-02", date(2023, 3, 1))],
)
def test_a_date_known_by_its_year_or_month_counts_from_its_last_day(written: str, anniversary: date) -> None:
    made = tool(written, *TWO)
    assert ripeness(made, anniversary - timedelta(1)).state == "young"
    assert ripeness(made, anniversary).state == "shared"
    start = ripeness(made, anniversary).start
    assert start is not None
    assert (start.written, start.day) == (written, last_day(written))


def test_the_anniversary_of_a_29_february_is_a_1_march() -> None:
    made = tool("2016-02-29", *TWO)
    assert ripeness(made, date(2023, 2, 28)).age == 6
    assert ripeness(made, date(2023, 2, 28)).state == "young"
    assert ripeness(made, date(2023, 3, 1)).state == "shared"


def test_one_context_is_not_enough_whatever_the_age() -> None:
    alone = ripeness(tool("1990"), date(2026, 1, 1))
    assert (alone.state, alone.missing, alone.shared_from) == ("one_context", ("context",), None)
    assert alone.seven_years_on == date(1997, 12, 31)
    same = ripeness(tool("1990", trial("LE RAMEAU (Paris)")), date(2026, 1, 1))
    assert same.state == "one_context"


def test_what_is_missing_is_told_whole() -> None:
    made = ripeness(tool("2024"), date(2026, 1, 1))
    assert (made.state, made.missing) == ("young", ("years", "context"))
    unknown = ripeness(tool(None, sources=()), date(2026, 1, 1))
    assert (unknown.state, unknown.missing, unknown.age) == ("unknown_start", ("start", "context"), None)
    assert unknown.seven_years_on is unknown.shared_from is unknown.other.since is None


def test_a_start_that_no_source_attests_is_unknown() -> None:
    made = ripeness(tool("1990", trial("A"), trial("B"), sources=()), date(2026, 1, 1))
    assert (made.state, made.missing, made.start) == ("unknown_start", ("start",), None)
    assert [one.by for one in made.experiments] == ["A", "B"]
    assert not made.other.is_shared


def test_a_trial_dated_later_counts_from_its_day() -> None:
    made = tool("2010", trial("La Poste", "2020-05"))
    assert ripeness(made, date(2020, 5, 30)).state == "one_context"
    assert ripeness(made, date(2020, 5, 31)).state == "shared"
    assert ripeness(made, date(2019, 1, 1)).shared_from == date(2020, 5, 31)


def test_the_other_reading_counts_calendar_years() -> None:
    made = ripeness(tool("2019-11-30", *TWO), date(2026, 1, 1))
    assert (made.state, made.seven_years_on) == ("young", date(2026, 11, 30))
    assert (made.other.since, made.other.is_shared) == (date(2026, 1, 1), True)
    alone = ripeness(tool("2019-11-30"), date(2026, 1, 1))
    assert (alone.other.since, alone.other.is_shared) == (date(2026, 1, 1), False)


def test_proof_is_the_first_two_that_share_nobody() -> None:
    made = tool("2010", trial("RATP, Louvre-Lens"), trial("Louvre-Lens"), trial("Le RAMEAU & RATP"), author="RATP")
    found = ripeness(made, date(2026, 1, 1))
    assert [one.by for one in found.proof] == ["RATP", "Louvre-Lens"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Rick Davies, Jess Dart", {"rick davie", "jess dart"}),
        ("Wimoov et Renault", {"wimoov", "renault"}),
        ("Emmaüs & ENGIE (2012)", {"emmau", "engie"}),
        ("(anonyme)", set()),
    ],
)
def test_names_in_a_line(line: str, names: set[str]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("BP, described by Chris Collison", "BP exploration team", False),
        ("Strive Partnership", "Strive", False),
        ("CARE Malawi", "World Bank", True),
        ("Emmaüs", "ENGIE", True),
        ("INSEE", "Inséec", True),
        ("Le RAMEAU", "le rameau (2015)", False),
    ],
)
def test_a_name_inside_a_longer_one_is_the_same_people(one: str, other: str, apart: bool) -> None:
    here, there = Experiment(one, None, None), Experiment(other, None, None)
    assert independent(here, there) is independent(there, here) is apart


def test_an_experiment_that_names_nobody_is_independent_of_none() -> None:
    nobody, somebody = Experiment("(…)", None, None), Experiment("RATP", None, None)
    assert not independent(nobody, somebody)
    assert not independent(somebody, somebody)


def test_the_end_of_the_calendar_is_never_passed() -> None:
    made = tool("9998", *TWO)
    assert ripeness(made, date(2026, 1, 1)).seven_years_on == date.max
    assert ripeness(made, date(2026, 1, 1)).age == 0
    assert ripeness(tool("0001", *TWO), date(2026, 1, 1)).state == "shared"


DAYS = st.dates(date(1960, 1, 1), date(2060, 12, 31))
LEAPS = st.sampled_from([date(year, 2, 29) for year in range(1960, 2061, 4)])
STARTS = st.one_of(DAYS, LEAPS, DAYS.map(lambda day: day.replace(month=2, day=28)))
WRITTEN = st.tuples(STARTS, st.sampled_from([4, 7, 10])).map(lambda drawn: drawn[0].isoformat()[: drawn[1]])
PEOPLE = st.sampled_from(["Le RAMEAU", "La Poste", "RATP et Louvre", "Louvre", "A, B", "B", "(nobody)"])
TRIALS = st.lists(st.builds(trial, PEOPLE, st.one_of(st.none(), WRITTEN)), max_size=4)
TOOLS = st.builds(
    lambda first, trials, author, attested: tool(first, *trials, author=author, sources=("s01",) if attested else ()),
    st.one_of(st.none(), WRITTEN),
    TRIALS,
    PEOPLE,
    st.booleans(),
)


def seventh_birthday(start: date) -> date:
    """Walk through the calendar and count the days on which a year more is complete: another way to the same day."""
    day, passed = start, 0
    while passed < 7:
        day += timedelta(1)
        reached = (day.month, day.day) == (start.month, start.day)
        # In a year without a 29 February, the day that follows the 28th completes the year.
        skipped = (start.month, start.day) == (2, 29) and (day.month, day.day) == (3, 1) and day.year % 4 != 0
        passed += reached or skipped
    return day


@given(STARTS)
def test_the_anniversary_agrees_with_a_walk_through_the_calendar(start: date) -> None:
    assert years_after(start, 7) == seventh_birthday(start)
    assert full_years(start, seventh_birthday(start)) == 7
    assert full_years(start, seventh_birthday(start) - timedelta(1)) == 6


@given(TOOLS, DAYS, st.integers(0, MANY * 20))
def test_once_shared_for_ever(made: Tool, day: date, later: int) -> None:
    if ripeness(made, day).is_shared:
        assert ripeness(made, day + timedelta(later)).is_shared


@given(TOOLS, DAYS)
def test_shared_exactly_from_the_day_it_gives(made: Tool, day: date) -> None:
    found = ripeness(made, day)
    assert found.is_shared == (found.shared_from is not None and day >= found.shared_from)
    assert found.is_shared == (not found.missing)
    if found.shared_from is not None:
        assert ripeness(made, found.shared_from).is_shared
        assert not ripeness(made, found.shared_from - timedelta(1)).is_shared


@given(TOOLS, DAYS)
def test_never_shared_before_seven_full_years_nor_without_two_contexts(made: Tool, day: date) -> None:
    found = ripeness(made, day)
    if found.is_shared:
        assert found.start is not None
        assert seventh_birthday(found.start.day) <= day
        assert found.age is not None
        assert found.age >= 7
        one, other = found.proof
        assert independent(one, other)
        assert not names_in(one.by) & names_in(other.by)
    else:
        assert found.state == {"start": "unknown_start", "years": "young", "context": "one_context"}[found.missing[0]]


@given(TOOLS, DAYS)
def test_the_other_reading_is_never_stricter(made: Tool, day: date) -> None:
    found = ripeness(made, day)
    assert found.other.is_shared >= found.is_shared
    if found.seven_years_on is not None and found.other.since is not None:
        assert timedelta(0) <= found.seven_years_on - found.other.since <= timedelta(366)


@given(TOOLS, DAYS, st.builds(trial, PEOPLE))
def test_one_more_trial_never_takes_away(made: Tool, day: date, more: Trial) -> None:
    richer = made.model_copy(update={"trials": (*made.trials, more)})
    assert ripeness(richer, day).is_shared >= ripeness(made, day).is_shared


@given(WRITTEN, DAYS)
def test_a_vaguer_date_never_shares_sooner(written: str, day: date) -> None:
    exact, vague = ripeness(tool(written, *TWO), day), ripeness(tool(written[:4], *TWO), day)
    assert exact.is_shared >= vague.is_shared
