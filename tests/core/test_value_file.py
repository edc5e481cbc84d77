"""A table of figures: every row is kept, already there, or refused with its line, column and remedy; nothing raises."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cordee.core.value_file import MOST_ROWS, KnownIndicator, Row, read_values

TODAY = date(2026, 7, 1)
KNOWN = (KnownIndicator("i1", "Trajets", "km", ("femmes",)), KnownIndicator("i2", "Jours", "jours"))


@given(st.lists(st.lists(st.sampled_from(["Trajets", "i2", "2026-01-01", "3 km", "4,5", "femmes", "x", ""]))))
def test_every_row_is_found_once(cells: list[list[str]]) -> None:
    read = read_values([Row(line, tuple(row)) for line, row in enumerate(cells, 1)], KNOWN, {}, TODAY, "fr")
    lines = [one.line for one in read.values] + read.already + [one.line for one in read.faults]
    assert sorted(lines) == list(range(1, len(cells) + 1))


def test_what_is_kept_is_never_replaced_unseen() -> None:
    kept = {("i1", date(2026, 1, 1), ""): 3.0, ("i1", date(2026, 1, 2), ""): 3.0}
    rows = [Row(1, ("Trajets", "2026-01-01", "3")), Row(2, ("Trajets", "02/01/2026", "4"))]
    read = read_values(rows, KNOWN, kept, TODAY, "fr")
    assert (read.already, read.values, [one.id for one in read.faults]) == ([1], [], ["kept"])


def test_two_indicators_of_one_name_are_named_by_their_identifier() -> None:
    known = (*KNOWN, KnownIndicator("i3", "trajets", "km"))
    rows = [Row(1, ("Trajets", "2026-01-01", "3")), Row(2, ("i3", "2026-01-01", "3"))]
    read = read_values(rows, known, {}, TODAY, "fr")
    assert ([one.id for one in read.faults], [one.indicator for one in read.values]) == (["same-name"], ["i3"])


def test_rows_beyond_the_most_are_told() -> None:
    rows = [Row(line, ("x",)) for line in range(1, MOST_ROWS + 2)]
    last = read_values(rows, KNOWN, {}, TODAY, "fr").faults[-1]
    assert (last.id, last.line) == ("too-many", MOST_ROWS + 1)
