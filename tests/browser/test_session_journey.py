"""A session in a real browser: prepared, run from the desk, projected, voted on phones, agreed on, told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.meetings import building
from tests.apps.world import World, build_world
from tests.browser.conftest import OpenVisit, Visit

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, Consensus
from cordee.apps.meetings.links import vote_token
from cordee.apps.meetings.models import Ballot, Meeting, Vote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Faults = Callable[[Any], list[str]]


@pytest.fixture
def world(transactional_db: None) -> World:
    return build_world()


@pytest.fixture
def campaign(world: World) -> Campaign:
    return building.closed(world.alliance)


def enter(visit: Visit, account: Account) -> None:
    """Sign an account in, as the door would have."""
    client = Client()
    client.force_login(account)
    cookie = client.cookies["cordee_session"]
    visit.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": visit.origin}])


def to(name: str, *args: object) -> str:
    return reverse(f"meetings:{name}", args=args)


def subject_place(meeting: Meeting, item: str) -> int:
    slots = meeting.agenda["slots"]
    return next(place for place, slot in enumerate(slots) if (slot["subject"] or {}).get("item") == item)


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click()


def test_a_session_from_its_agenda_to_its_minutes(
    visit: OpenVisit, world: World, campaign: Campaign, axe_faults: Faults
) -> None:
    desk = visit(width=1280, height=900)
    enter(desk, world.accounts["facilitator"])

    # An appointment; the agenda is drawn, then a moment is moved down.
    desk.goto(to("sessions", campaign.public))
    desk.page.get_by_label("Jour").fill((timezone.localdate() + timedelta(days=1)).isoformat())
    desk.page.get_by_label("Heure de début").fill("14:30")
    press(desk.page, "Tirer le déroulé")
    meeting = Meeting.objects.get()
    assert axe_faults(desk.page) == []
    press(desk.page, "Descendre")
    meeting.refresh_from_db()
    assert [slot["id"] for slot in meeting.agenda["slots"]][:2] == ["s2", "s1"]
    press(desk.page, "Ouvrir la séance")
    assert desk.path == to("desk", meeting.public)

    # The subject that opposes two camps: the desk opens the vote, five phones take it, three of them in this test.
    meeting.refresh_from_db()
    place = subject_place(meeting, building.SPLIT)
    desk.page.locator(f'button.moment[value="{place}"]').click()
    press(desk.page, "Ouvrir le vote")
    assert axe_faults(desk.page) == []

    screen = visit(width=1920, height=1080)
    enter(screen, world.accounts["facilitator"])
    screen.goto(to("live", meeting.public))
    phones = [visit(width=390, height=844) for _phone in range(3)]
    for phone, level in zip(phones, ("1", "2", "4"), strict=True):
        phone.goto(to("vote", vote_token(meeting)))
        phone.page.locator(f'button.phone-level[value="{level}"]').click()
        assert phone.page.locator('[aria-pressed="true"]').get_attribute("value") == level
    phones[2].page.locator('button.phone-level[value="2"]').click()
    assert axe_faults(phones[0].page) == []
    assert Vote.objects.count() == 3

    # Three votes are too few: how many came, and nothing else; the phones learn it without being touched.
    press(desk.page, "Fermer le vote")
    assert (Ballot.objects.get().cast, Ballot.objects.get().counts) == (3, None)
    for phone in phones:
        phone.page.clock.run_for(3_500)
        phone.page.get_by_text("Trop peu de votes pour les montrer").wait_for()

    # Voted again with two more phones: the result shows everywhere.
    press(desk.page, "Ouvrir le vote")
    phones += [visit(width=390, height=844, java_script_enabled=False) for _phone in range(2)]
    for phone, level in zip(phones, ("2", "2", "2", "1", "3"), strict=True):
        phone.goto(to("vote", vote_token(meeting)))
        phone.page.locator(f'button.phone-level[value="{level}"]').click()
    screen.page.clock.run_for(3_500)
    screen.page.get_by_text("5 votes").wait_for()
    assert axe_faults(screen.page) == []
    press(desk.page, "Fermer le vote")
    desk.page.get_by_text("médiane 2, de 1 à 3").first.wait_for()
    phones[3].page.get_by_role("link", name="Rafraîchir").click()
    assert "médiane 2, de 1 à 3" in phones[3].page.inner_text("main")

    # What they agree on, a voice that does not join, an action.
    desk.page.get_by_label("Niveau sur lequel vous vous accordez").first.select_option("2")
    desk.page.get_by_label("En vos mots").first.fill("À mi-chemin, et nous savons pourquoi")
    press(desk.page, "Écrire l’accord")
    desk.page.get_by_text("Une voix ne s’y joint pas").first.click()
    desk.page.get_by_label("Raison").first.fill("Les équipes n’ont pas été entendues")
    press(desk.page, "Écrire cette voix")
    desk.page.get_by_label("Ce que vous allez faire").fill("Entendre les équipes")
    press(desk.page, "Ajouter une action")
    desk.page.get_by_label("Notes de ce moment").fill("Deux lectures du mot « engagement »")
    press(desk.page, "Enregistrer les notes")
    assert Consensus.objects.get().dissents.count() == 1
    assert axe_faults(desk.page) == []

    # The arrows move the screen; then the session ends, and the minutes say it all.
    screen.goto(to("screen", meeting.public, 0))
    screen.page.keyboard.press("ArrowRight")
    screen.page.wait_for_url(f"**{to('screen', meeting.public, 1)}")
    press(desk.page, "Terminer la séance")
    assert desk.path == to("minutes", meeting.public)
    said = desk.page.inner_text("main")
    for words in (
        "À mi-chemin, et nous savons pourquoi",
        "Les équipes n’ont pas été entendues",
        "Entendre les équipes",
        "Deux lectures du mot",
        "médiane 2, de 1 à 3",
        "Trop peu de votes",
    ):
        assert words in said
    assert axe_faults(desk.page) == []
    phones[0].goto(to("vote", vote_token(meeting)))
    assert "La séance est terminée" in phones[0].page.inner_text("main")
    for one in (desk, screen, *phones):
        assert one.elsewhere == []
        assert one.faults == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_of_a_session_is_accessible_and_fits(
    visit: OpenVisit, world: World, campaign: Campaign, axe_faults: Faults, width: int, scheme: str
) -> None:
    by = world.accounts["facilitator"]
    before, meeting = building.prepared(campaign, by), building.opened(campaign, by)
    seen = visit(width=width, height=800, color_scheme=scheme)
    enter(seen, by)
    urls = [to("sessions", campaign.public), to("arrange", before.public), to("vote", vote_token(meeting))]
    urls += [to(name, meeting.public) for name in ("agenda", "desk", "live", "minutes")]
    for url in urls:
        seen.goto(url)
        assert axe_faults(seen.page) == [], url
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, url


def test_the_agenda_prints_on_two_pages(visit: OpenVisit, world: World, campaign: Campaign) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    meeting = building.prepared(campaign, world.accounts["facilitator"])
    seen = visit(width=1280, height=900)
    enter(seen, world.accounts["member"])
    seen.goto(to("agenda", meeting.public))
    pages = PdfReader(BytesIO(seen.page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert 1 <= len(pages) <= 2
    assert "Deux camps, et personne au milieu" in " ".join(page.extract_text() for page in pages)
