"""The dates of a tool agree with each other, and none of them is to come."""

from datetime import date

import pytest

from cordee.core.packs.checking import check_folder
from cordee.core.packs.dates import first_day, last_day, precision
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack

TOOL = "tools/needs-diagnosis.yaml"


def with_tool(files: Files, old: str, new: str) -> Files:
    text = files[TOOL].decode()
    assert old in text
    return {**files, TOOL: text.replace(old, new, 1).encode()}


def faults(files: Files, today: date | None = None) -> list[tuple[str, str]]:
    return [(one.id, one.path) for one in check_folder(files, today=today).faults]


@pytest.mark.parametrize("trial", ["1965", "1965-01", "1965-01-01", "1970"])
def test_a_trial_in_the_year_of_the_first_use_is_no_fault(trial: str, sample_files: Files) -> None:
    assert faults(with_tool(sample_files, '"1971-05"', f'"{trial}"')) == []


def test_a_first_use_known_to_the_month_may_fall_in_the_year_of_a_trial(sample_files: Files) -> None:
    # « 1965 » for the trial may be December 1965: nothing proves that it came before June.
    files = with_tool(with_tool(sample_files, 'date: "1965"', 'date: "1965-06"'), '"1971-05"', '"1965"')
    assert faults(files) == []
    assert faults(with_tool(files, 'date: "1965"\n    sources', 'date: "1965-05"\n    sources')) == [
        ("trial-before-first-use", "tools[0].trials[0].date")
    ]


def test_a_source_without_a_date_leaves_room_for_doubt(sample_files: Files) -> None:
    late = with_tool(sample_files, '"1971-05"', '"2017"')
    undated = {**late, "sources.yaml": late["sources.yaml"].replace(b'  published: "2016-02-29"\n', b"")}
    assert faults(late) == [("source-too-early", "tools[0].trials[0].date")]
    assert faults(undated) == []


def test_one_late_source_is_enough_to_attest(sample_files: Files) -> None:
    files = with_tool(sample_files, '"1971-05"\n    sources: [s02]', '"2016-01"\n    sources: [s01, s02]')
    assert faults(files) == []


def test_a_date_to_come_is_a_fault_only_for_who_knows_the_day(sample_files: Files) -> None:
    day = date(1971, 4, 30)
    told = check_folder(sample_files, today=day).faults
    assert [(one.id, one.path, one.file) for one in told] == [("date-to-come", "tools[0].trials[0].date", TOOL)]
    assert told[0].line > 0
    assert "1971-04-30" in told[0].message.fr
    assert "has not come yet (1971-04-30)" in told[0].message.en
    assert faults(sample_files, date(1971, 5, 1)) == []
    assert faults(sample_files) == []


def test_a_first_use_to_come_is_told_too(sample_files: Files) -> None:
    told = faults(sample_files, date(1964, 12, 31))
    assert told == [("date-to-come", "tools[0].first_use.date"), ("date-to-come", "tools[0].trials[0].date")]


def test_a_date_out_of_the_calendar_is_told_once(sample_files: Files) -> None:
    files = with_tool(sample_files, '"1971-05"', '"1971-13"')
    assert faults(files, date(2026, 1, 1)) == [("impossible-date", "tools[0].trials[0].date")]


def test_a_future_date_keeps_a_pack_from_being_published(sample_files: Files) -> None:
    assert check_folder(sample_files, today=date(1960, 1, 1)).release is None
    assert read_pack(sample_files).pack is not None


@pytest.mark.parametrize(
    ("written", "known", "first", "last"),
    [
        ("2015", "year", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", "month", date(2015, 2, 1), date(2015, 2, 28)),
        ("2016-02-29", "day", date(2016, 2, 29), date(2016, 2, 29)),
        ("2015-12", "month", date(2015, 12, 1), date(2015, 12, 31)),
    ],
)
def test_the_days_that_a_date_may_stand_for(written: str, known: str, first: date, last: date) -> None:
    assert (precision(written), first_day(written), last_day(written)) == (known, first, last)


@pytest.mark.parametrize("written", ["2015-13", "2015-00", "2015-02-29", "2015-01-00", "0000"])
def test_a_day_that_does_not_exist_is_refused(written: str) -> None:
    for bound in (first_day, last_day):
        with pytest.raises(ValueError, match=r"."):
            bound(written)
