"""Every screen of the facilitator in a real browser: no accessibility fault, nothing too wide, nothing too small."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import expect
from tests.apps.campaigns.preparing.conftest import House, circle, in_state, moved, seat

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations import inviting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, label, input, select')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .skip-link'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && e.closest('label')))
  .filter(e => !(e.tagName === 'LABEL' && e.htmlFor && !e.querySelector('input')))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""

DRAFTED = (
    "campaigns", "campaign", "title", "circles", "topics", "people", "person", "regime", "days", "words",
    "letter", "question", "launch", "discard", "links", "sheet", "paper",
)  # fmt: skip
UNDER_WAY = ("campaigns", "campaign", "people", "last_day", "cancel")
REFUSED = {
    "people": {"people": "Nom;e-mail;organisation;cercle\nZoé;zoe@;La Cordée;Équipes\nIda;ida@x.org;Inconnue;Équipes"},
    "days": {"last_day": "2020-01-01"},
    "circles": {"own_fr": "Voisins"},
    "launch": {},
}  # fmt: skip


@pytest.fixture
def show(browser: Any, live_server: Any, house: House) -> Iterator[Callable[..., Any]]:
    """Bring a screen before the eyes of someone who has signed in."""
    contexts = []

    def shown(url: str, *, width: int = 1280, who: str = "facilitator", **options: Any) -> Any:
        client = Client()
        client.force_login(house.account(who))
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.goto(f"{live_server.url}{url}")
        return page

    yield shown
    for context in contexts:
        context.close()


def address(campaign: Campaign, name: str, lang: str = "fr") -> str:
    """Return where a screen is, in a language."""
    args: dict[str, list[object]] = {
        "campaigns": [campaign.alliance.public],
        "question": [campaign.public, 2],
        "sheet": [campaign.public, circle(campaign, "funders").public],
        "paper": [campaign.public, circle(campaign, "funders").public],
    }
    with translation.override(lang):
        return reverse(f"campaigns:{name}", args=args.get(name, [campaign.public]))


def faults_of(page: Any, axe_faults: Callable[[Any], list[str]]) -> list[str]:
    """Return everything that is wrong with a screen, folded parts opened."""
    page.evaluate(OPEN_ALL)
    too_wide = page.evaluate(OVERFLOW)
    wide = [f"{too_wide}px too wide"] if too_wide > 0 else []
    return [*axe_faults(page), *wide, *page.evaluate(SMALL_TARGETS)]


@pytest.fixture
def drafted(ready: Campaign) -> Campaign:
    """A draft that lacks nothing, with the link of a circle."""
    inviting.set_circle_link(circle(ready, "funders"), is_open=True)
    return ready


@pytest.mark.parametrize(("width", "lang", "scheme"), [(390, "fr", "light"), (1280, "en", "dark")])
@pytest.mark.parametrize("name", DRAFTED)
def test_every_screen_of_a_draft(
    drafted: Campaign, show: Any, axe_faults: Any, name: str, width: int, lang: str, scheme: str
) -> None:
    page = show(address(drafted, name, lang), width=width, color_scheme=scheme)
    assert faults_of(page, axe_faults) == []


@pytest.mark.parametrize(("width", "lang", "scheme"), [(390, "en", "dark"), (1280, "fr", "light")])
@pytest.mark.parametrize("name", UNDER_WAY)
def test_every_screen_under_way(
    launched: Campaign, show: Any, axe_faults: Any, name: str, width: int, lang: str, scheme: str
) -> None:
    first, second = launched.invitees.order_by("pk")[:2]
    seat(first, finished=True)
    seat(second)
    page = show(address(launched, name, lang), width=width, color_scheme=scheme)
    assert faults_of(page, axe_faults) == []


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_every_screen_that_refuses(drafted: Campaign, show: Any, axe_faults: Any, name: str) -> None:
    page = show(address(drafted, name), width=390)
    for field, typed in REFUSED[name].items():
        page.locator(f"[name={field}]").fill(typed)
    page.locator("main form[method=post] button.button-primary").last.click()
    assert page.locator(".error-summary, .field-error").count() > 0
    assert faults_of(page, axe_faults) == []


@pytest.mark.parametrize("state", ["scheduled", "overdue", "closed", "cancelled"])
def test_the_front_page_in_every_state(ready: Campaign, show: Any, axe_faults: Any, state: str) -> None:
    page = show(address(in_state(ready, state), "campaign"), width=390)
    assert faults_of(page, axe_faults) == []


@pytest.mark.parametrize("who", ["member", "observer"])
def test_what_the_others_read(launched: Campaign, show: Any, axe_faults: Any, who: str) -> None:
    page = show(address(launched, "campaign"), width=390, who=who)
    assert page.locator("table").count() == 0
    assert faults_of(page, axe_faults) == []


def test_counts_come_by_themselves(launched: Campaign, show: Any) -> None:
    page = show(address(launched, "campaign"))
    page.clock.install()
    page.reload()
    assert page.locator("tfoot td").nth(2).inner_text() == "0"
    seat(launched.invitees.order_by("pk")[0], finished=True)
    page.clock.fast_forward(16_000)
    expect(page.locator("tfoot td").nth(2)).to_have_text("1")


def test_without_script_the_page_says_how_to_count_again(launched: Campaign, show: Any) -> None:
    page = show(address(launched, "campaign"), java_script_enabled=False)
    seat(launched.invitees.order_by("pk")[0], finished=True)
    page.reload()
    assert page.locator("tfoot td").nth(2).inner_text() == "1"
    assert "sans script" in page.locator("#counts").inner_text()


def test_a_launch_from_the_keyboard(drafted: Campaign, show: Any) -> None:
    page = show(address(drafted, "launch"))
    page.locator("[name=sure]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + address(drafted, "campaign"))
    assert "lancé" in page.locator("[role=status]").first.inner_text()
    assert moved(drafted).launched_at is not None


def test_paper_prints_without_navigation(drafted: Campaign, show: Any) -> None:
    page = show(address(drafted, "paper"))
    page.emulate_media(media="print")
    assert not page.locator(".back-link").is_visible()
    assert page.locator(".paper-code").first.is_visible()
    assert page.locator(".paper-levels li").count() == 7 * 3 * 7


def test_a_next_wave_is_offered_when_its_day_has_come(ready: Campaign, show: Any) -> None:
    campaign = in_state(ready, "closed")
    moved(campaign, closed_at=timezone.now() - timedelta(days=31))
    page = show(address(campaign, "campaign"))
    page.get_by_role("button", name="Préparer la vague suivante").click()
    page.wait_for_load_state()
    assert "vague 2" in page.locator("h1").inner_text()
