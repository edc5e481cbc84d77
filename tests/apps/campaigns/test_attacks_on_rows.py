"""An adversary who holds a copy of the database, taken after closing in the aggregate regime, finds no way to a person.

It follows every key, looks for every value that stands in two tables, knows in which order people came and who was
reminded. What it holds besides (a copy from before closing, the letters of the mail server) is out of reach of this
code, and written down in `docs/security-360.md`.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, token_of, url
from tests.apps.campaigns.attacking import outputs, playing
from tests.apps.campaigns.attacking.alliances import Drawn, drawn, seat_everyone, world_of
from tests.apps.campaigns.attacking.playing import Tally

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.operations import closing, cutting
from cordee.apps.campaigns.operations.reminding import remind_now
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import Partner
from cordee.apps.post.models import Letter

Count = Callable[[str], Tally]
OF_SHEETS = (Seat, SeatAnswer, SeatImportance)
PLACES = {Campaign, CampaignCircle, Partner}
"""What a sheet may lead to: where it counts. A circle or an organisation is never that of one person for sure."""


@pytest.fixture
def over(quick_release: PackRelease) -> Alliance360:
    """A campaign in which people came one after the other, some by their link in a browser, some after a reminder."""
    return played(world_of(drawn(SEED), quick_release), drawn(SEED))


SEED = 0


def played(world: Alliance360, alliance: Drawn) -> Alliance360:
    """Invite, let half answer, remind, let the others answer, close."""
    half = len(alliance.places) // 2
    letters.write_invitations(world.campaign)
    seat_everyone(world, alliance, range(half))
    remind_now(world.campaign)
    seat_everyone(world, alliance, range(half, len(alliance.places)))
    client = outputs.browser(world, "invitee")
    for invitee in world.invitees[:3]:
        client.post(url("door", token_of(invitee)))
        client.get(url("topic", token_of(invitee), 1))
    assert closing.close(world.campaign, timezone.now())
    world.campaign.refresh_from_db()
    return world


def test_no_key_leads_from_a_sheet_to_a_person(tally: Count, over: Alliance360) -> None:
    """Every column of the rows of a sheet that names another row names a place, or the sheet itself."""
    count = tally("keys from a sheet")
    for model in OF_SHEETS:
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                led = model._default_manager.exclude(**{field.name: None}).exists()
                place = field.related_model in {*PLACES, Seat}
                count.expect(place or not led, f"{model.__name__}.{field.name}")
    count.found_nothing(5)


def values_of(row: models.Model) -> set[Any]:
    """The values of a row that may say which it is: identifiers, links, hours, texts; not small numbers nor days."""
    found = set()
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, bool | int | float | None | list | dict) or is_midnight(value):
            continue
        if len(str(value)) > 12:
            found.add(str(value))
    return found


def is_midnight(value: Any) -> bool:
    """Whether an hour is but a day."""
    if isinstance(value, datetime):
        return timezone.localtime(value).time() == datetime.min.time()
    return isinstance(value, date)


def test_no_value_of_a_sheet_stands_in_a_row_about_people(tally: Count, over: Alliance360) -> None:
    """Identifiers, hours, hashes of links: what two tables share joins them, letters, jobs and sessions included."""
    count = tally("values shared with another table")
    sheets = {value for model in OF_SHEETS for row in model._default_manager.all() for value in values_of(row)}
    known = set(SeatAnswer.objects.values_list("item", flat=True))
    known |= set(SeatImportance.objects.values_list("topic", flat=True)) | {str(over.campaign.release.version)}
    others = [model for model in apps.get_models() if model not in OF_SHEETS and model.__name__ not in CONTENT]
    for model in others:
        for row in model._default_manager.all()[:500]:
            shared = (values_of(row) & sheets) - known
            count.expect(not shared, f"{model.__name__}: {shared}")
            inside = [value for value in sheets - known if value in texts_of(row)]
            count.expect(not inside, f"{model.__name__} holds {inside}")
    count.found_nothing(100)


CONTENT = {"PackRelease", "Publication", "Commune", "Epci", "Territory"}
"""Public content, and what was published, which other attacks read."""


def texts_of(row: models.Model) -> str:
    """Every text and document of a row, together."""
    values = (getattr(row, field.attname) for field in row._meta.concrete_fields)
    return "\n".join(str(value) for value in values if isinstance(value, str | list | dict))


def test_no_session_of_a_browser_remembers_where_it_answered(tally: Count, quick_release: PackRelease) -> None:
    """The session of a browser that answers holds its key against forgery, and nothing of the link nor of the seat."""
    count = tally("sessions of those who answered")
    world = world_of(drawn(SEED), quick_release)
    for invitee in world.invitees[:5]:
        client = outputs.browser(world, "invitee")
        client.post(url("door", token_of(invitee)))
        client.get(url("topic", token_of(invitee), 1))
        held = [set(session.get_decoded()) for session in Session.objects.all()]
        count.expect(all(names <= {"_csrftoken"} for names in held), f"sessions hold {held}")
        count.expect(set(client.cookies) <= {"cordee_session"}, f"cookies {set(client.cookies)}")
    assert Seat.objects.count() == 5
    count.found_nothing(10)


def test_no_reminder_tells_who_was_late(tally: Count, over: Alliance360) -> None:
    count = tally("letters that tell who was late")
    for letter in Letter.objects.all():
        count.expect("/reminder/" not in letter.key, letter.key)
    assert Letter.objects.filter(key__contains="/invitation/").exists()
    count.found_nothing(5)


def marked(alliance: Drawn) -> Drawn:
    """Sheets that say whose they are, by a word that nobody but this attack can read."""
    sheets = [
        sheet.__class__(sheet.said, ((0, f"Feuille {number:03}", False),))
        for number, sheet in enumerate(alliance.sheets)
    ]
    return alliance.with_sheets([sheet.saying(0, number % 5) for number, sheet in enumerate(sheets)])


def guesses(world: Alliance360, alliance: Drawn) -> tuple[int, int, int, int]:
    """Guess whose each sheet is, in two ways; return tries and hits by order of arrival, then by place."""
    rows = SeatAnswer.objects.filter(seat__campaign=world.campaign, evidence__startswith="Feuille ")
    found = [
        (int(text[-3:]), (circle, home))
        for text, circle, home in rows.order_by("pk").values_list("evidence", "seat__circle__circle", "seat__partner")
    ]
    by_order = sum(place == number for place, (number, _) in enumerate(found))
    people: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, (circle, home) in enumerate(alliance.places):
        people[circle, world.partners[home].pk].append(number)
    alone = {where: numbers[0] for where, numbers in people.items() if len(numbers) == 1}
    by_place = sum(alone.get(where) == number for number, where in found)
    return len(found), by_order, len(alone), by_place


def guessed(release: PackRelease, rounds: int) -> tuple[int, int, int, int]:
    """Guess in a number of alliances."""
    totals = [0, 0, 0, 0]
    for seed in range(500, 500 + 10 * rounds):
        alliance = marked(drawn(seed))
        if len(alliance.places) < 8:
            continue
        with playing.undone():
            world = world_of(alliance, release)
            playing.close(world, alliance)
            totals = [total + more for total, more in zip(totals, guesses(world, alliance), strict=True)]
    return totals[0], totals[1], totals[2], totals[3]


def test_order_and_place_tell_no_more_than_a_lot_would(tally: Count, rounds: int, quick_release: PackRelease) -> None:
    """A lot finds one person in n. Twice or three times that is chance; half of them would be a way."""
    order, place = (
        tally("whose sheet it is, by the order of rows"),
        tally("whose sheet it is, by a place of one person"),
    )
    tries, hits, alone, found = guessed(quick_release, rounds)
    order.attempts, order.disclosures = tries, max(0, hits - tries // 3)
    place.attempts, place.disclosures = alone, max(0, found - alone // 2)
    order.found_nothing(80 * rounds)
    place.found_nothing(15 * rounds)


def test_rows_that_are_only_emptied_are_found(quick_release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
    """What closing did at first: columns emptied, rows left where they were."""

    def only_emptied(campaign: Campaign, *_: Any) -> None:
        Seat.objects.filter(campaign=campaign).update(invitee=None, token_sha256=None, channel="unsaid")

    monkeypatch.setattr(closing, "cut_the_thread", only_emptied)
    tries, hits, alone, found = guessed(quick_release, 1)
    assert hits == tries > 0
    assert found == alone > 0


def test_sheets_that_are_not_dealt_again_are_found(quick_release: PackRelease, monkeypatch: pytest.MonkeyPatch) -> None:
    """New keys in another order do not hide the only person of an organisation in a circle."""

    def kept(former: list[Seat], new: list[Seat], answered: set[int], *_: Any) -> Any:
        return [(one.pk, other.pk) for one, other in zip(former, new, strict=True) if one.pk in answered]

    monkeypatch.setattr(cutting, "_dealt", kept)
    _tries, _hits, alone, found = guessed(quick_release, 1)
    assert found == alone > 0


def test_before_closing_the_same_attack_finds_the_thread(quick_release: PackRelease) -> None:
    world = world_of(drawn(SEED), quick_release)
    seat_everyone(world, drawn(SEED))
    assert Seat.objects.exclude(invitee=None).count() == Invitee.objects.count()
    assert timezone.now() - timedelta(days=1) < Seat.objects.order_by("pk")[0].started_at
