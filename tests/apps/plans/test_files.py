"""The calendar is read back as Outlook, Google and Apple do; the table starts no formula."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.apps.party import Party

from cordee.apps.plans import operations
from cordee.apps.plans.models import Action
from cordee.apps.plans.table_file import FORMULA, safe

pytestmark = pytest.mark.django_db
Add = Callable[..., Action]
TRAP = 'Signer; "vite", d’accord\\n\nBEGIN:VALARM\r\nX:é€🪢'


def calendar(party: Party, action: Action | None = None, who: str = "member") -> Any:
    more = [action.public] if action else []
    address = reverse("plans:action-calendar" if action else "plans:calendar", args=[party.alliance.public, *more])
    answer = party.client(who).get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Disposition"].endswith('.ics"')
    return Calendar.from_ical(answer.content)


def events(found: Any) -> list[Any]:
    return list(found.walk("VEVENT"))


class TestCalendar:
    def test_an_action_is_an_all_day_event_with_an_alarm_the_day_before(self, action: Action, party: Party) -> None:
        found = calendar(party, action)
        (event,) = events(found)
        assert (found["VERSION"], found["METHOD"]) == ("2.0", "PUBLISH")
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert (event["SUMMARY"], event["TRANSP"], event["STATUS"]) == (
            "Écrire la convention",
            "TRANSPARENT",
            "CONFIRMED",
        )
        assert "Portée par\u202f: Ada, La Ruche" in event["DESCRIPTION"]
        assert (
            event["URL"]
            == f"http://127.0.0.1:8000{reverse('plans:action', args=[party.alliance.public, action.public])}"
        )
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=-15))

    def test_its_identifier_lasts_and_its_number_grows(self, action: Action, party: Party) -> None:
        (before,) = events(calendar(party, action))
        operations.change_action(action, party.member, version=1, due_on=date(2027, 1, 2))
        (after,) = events(calendar(party))
        assert before["UID"] == after["UID"] == f"{action.public}@127.0.0.1"
        assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
        assert after["DTSTAMP"].dt >= before["DTSTAMP"].dt

    def test_the_plan_holds_every_dated_action(self, add: Add, party: Party) -> None:
        for day in (1, 2, 3):
            add(f"Action {day}", due_on=date(2027, 1, day))
        add("Sans date")
        found = calendar(party, who="observer")
        assert found["X-WR-CALNAME"] == "Plan d’action de Les semeurs"
        assert [event["SUMMARY"] for event in events(found)] == ["Action 1", "Action 2", "Action 3"]

    @pytest.mark.parametrize(
        ("status", "summary", "state"),
        [("done", "Fait\u202f: Écrire", "CONFIRMED"), ("dropped", "Abandonné\u202f: Écrire", "CANCELLED")],
    )
    def test_what_is_over_says_so_and_rings_no_more(
        self, action: Action, party: Party, status: str, summary: str, state: str
    ) -> None:
        operations.set_status(action, party.member, status)
        (event,) = events(calendar(party))
        assert event["SUMMARY"].startswith(summary)
        assert event["STATUS"] == state
        assert event.walk("VALARM") == []

    def test_no_text_breaks_out_of_its_line(self, add: Add, party: Party) -> None:
        action = add(TRAP, details=TRAP, due_on=date(2027, 1, 1))
        address = reverse("plans:action-calendar", args=[party.alliance.public, action.public])
        content = party.client("member").get(address).content
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert content.count(b"BEGIN:VALARM\r\n") == 1
        (event,) = events(Calendar.from_ical(content))
        assert event["SUMMARY"].replace("\r\n", "\n") == TRAP.replace("\r\n", "\n")
        assert len(event.walk("VALARM")) == 1

    def test_an_action_without_a_day_gives_a_calendar_without_event(self, add: Add, party: Party) -> None:
        assert events(calendar(party, add("Sans date"))) == []


class TestTable:
    def rows(self, party: Party, who: str = "member", prefix: str = "") -> list[list[str]]:
        answer = party.client(who).get(prefix + reverse("plans:table", args=[party.alliance.public]))
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.content.startswith(b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))

    def test_every_action_is_there_with_or_without_a_day(self, action: Action, add: Add, party: Party) -> None:
        add("Sans date")
        headers, first, second = self.rows(party)
        assert headers[:2] == ["Action", "Précisions"]
        assert first[:9] == [
            *("Écrire la convention", "Avec les deux directions.", "À faire", "", "2026-11-30"),
            *("La Ruche", "Ada", "ada@example.org", "Quelques jours"),
        ]
        assert second[4] == ""
        assert len(headers) == len(first) == len(second) == 12

    def test_the_address_is_not_for_those_who_observe(self, action: Action, party: Party) -> None:
        headers, row = self.rows(party, "observer")
        assert len(headers) == len(row) == 11
        assert "Adresse e-mail" not in headers

    def test_it_is_in_english_too(self, action: Action, party: Party) -> None:
        assert self.rows(party, prefix="/en")[0][:3] == ["Action", "Details", "Status"]

    def test_no_cell_is_a_formula(self, add: Add, party: Party) -> None:
        add('=HYPERLINK("http://a.example";"x")', details="+1", owner_name="@SUM(1)")
        cells = self.rows(party)[1]
        assert cells[0] == '\'=HYPERLINK("http://a.example";"x")'
        assert not any(cell.startswith(FORMULA) for cell in cells)


@given(st.text())
def test_a_safe_cell_never_begins_a_formula_and_keeps_its_text(text: str) -> None:
    assert not safe(text).lstrip(" ").startswith(("=", "+", "-", "@"))
    assert safe(text).removeprefix("'") in (text, text.removeprefix("'"))
