"""Every screen of alliances and organisations: no accessibility fault, small screens, territories while typing."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.tokens import fingerprint
from cordee.apps.organisations.demonstration import Demonstration, load_demonstration
from cordee.apps.organisations.models import RoleInvitation
from cordee.apps.organisations.operations.people import Offer, invite

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOKEN = "x" * 43
SCREENS = (
    "alliances",
    "create",
    "alliance",
    "edit",
    "consents",
    "leave",
    "partners",
    "place",
    "people",
    "role",
    "invitation",
    "organisation",
    "organisation-edit",
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
SMALL_TARGETS = """() => [...document.querySelector('main').querySelectorAll('a,button,summary,label,input,select')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && (e.closest('label') || e.type === 'checkbox')))
  .filter(e => !(e.tagName === 'LABEL' && e.htmlFor))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""


@pytest.fixture
def demonstration() -> Demonstration:
    """The demonstration, with an invitation that waits."""
    made = load_demonstration()
    invitation = invite(made.alliance, made.facilitator, Offer("new@example.org", "member", "fr", made.partners[1]))
    RoleInvitation.objects.filter(pk=invitation.pk).update(token_sha256=fingerprint(TOKEN))
    return made


@pytest.fixture
def show(demonstration: Demonstration, visit: Callable[..., Any]) -> Callable[..., Any]:
    """Bring one screen before the eyes of the person who runs the alliance; of a newcomer, for the invitation."""

    def shown(screen: str, lang: str = "fr", **options: Any) -> Any:
        seen = visit(**options)
        account = demonstration.facilitator
        if screen == "invitation":
            account = Account.objects.create_user("newcomer@example.org", name="Nour")
        sign_in(seen, account)
        seen.goto(address(screen, lang, demonstration))
        return seen

    return shown


def sign_in(seen: Any, account: Account) -> None:
    """Give the browser the session of an account."""
    client = Client()
    client.force_login(account)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    seen.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": seen.origin}])


def address(screen: str, lang: str, demonstration: Demonstration) -> str:
    """Return where a screen is."""
    partner = demonstration.partners[1]
    role = demonstration.alliance.roles.exclude(account=demonstration.facilitator).order_by("id")[0]
    others: dict[str, list[object]] = {
        "alliances": [],
        "create": [],
        "place": [demonstration.alliance.public, partner.public],
        "role": [demonstration.alliance.public, role.pk],
        "invitation": [TOKEN],
        "organisation": [demonstration.partners[0].organisation.public],
        "organisation-edit": [demonstration.partners[0].organisation.public],
    }
    with translation.override(lang):
        return reverse(f"organisations:{screen}", args=others.get(screen, [demonstration.alliance.public]))


@pytest.mark.parametrize(("scheme", "lang", "width"), [("light", "fr", 1280), ("dark", "en", 390)])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_no_fault(
    show: Callable[..., Any], axe_faults: Callable[[Any], list[str]], screen: str, scheme: str, lang: str, width: int
) -> None:
    seen = show(screen, lang, color_scheme=scheme, width=width)
    seen.page.evaluate(OPEN_ALL)
    levels = seen.page.evaluate(LEVELS)
    assert axe_faults(seen.page) == []
    assert seen.elsewhere == []
    assert seen.faults == []
    assert seen.page.evaluate(SMALL_TARGETS) == []
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_the_narrowest_phone(show: Callable[..., Any], screen: str) -> None:
    seen = show(screen, width=320)
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) <= 0


def test_a_territory_is_found_while_typing_with_the_keyboard(show: Callable[..., Any]) -> None:
    seen = show("organisation-edit", width=1280)
    page = seen.page
    page.locator("#territory").fill("")
    page.locator("#territory").press_sequentially("saint-denis")
    page.clock.fast_forward(1_000)
    page.locator("#territories input[value=commune-93066]").wait_for()
    page.keyboard.press("Tab")
    page.locator("#territories input[value=commune-93066]").check()
    page.get_by_role("button", name="Enregistrer").press("Enter")
    page.get_by_text("Saint-Denis (commune, Seine-Saint-Denis)").wait_for()
    assert seen.faults == []


def test_without_scripts_the_page_itself_brings_the_list(show: Callable[..., Any]) -> None:
    seen = show("organisation-edit", java_script_enabled=False)
    page = seen.page
    page.locator("#territory").fill("saint-denis")
    page.locator("main form button").click()
    page.locator(".error-summary").wait_for()
    page.locator("label.chip", has_text="Seine-Saint-Denis").first.click()
    page.locator("main form button").click()
    assert "Saint-Denis (commune, Seine-Saint-Denis)" in page.locator("main").inner_text()


def test_two_people_on_the_same_page_are_told_and_axe_finds_nothing(
    show: Callable[..., Any], demonstration: Demonstration, axe_faults: Callable[[Any], list[str]]
) -> None:
    seen = show("edit", width=390)
    seen.page.locator("#purpose").fill("Ce que j’écris")
    type(demonstration.alliance).objects.update(purpose="Ce qu’une autre a écrit", version=2)
    seen.page.get_by_role("button", name="Enregistrer").click()
    told = seen.page.get_by_role("alert").filter(has_text="Quelqu’un a changé cette page")
    told.wait_for()
    assert "Ce qu’une autre a écrit" in told.inner_text()
    assert seen.page.locator("#purpose").input_value() == "Ce que j’écris"
    assert axe_faults(seen.page) == []
