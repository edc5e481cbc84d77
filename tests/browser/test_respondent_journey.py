"""A respondent of a 360°: on a phone with the keyboard alone, without script, on two devices; and paper typed in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.campaigns.answering.building import Alliance360, built, token_of, url

from cordee.apps.campaigns.models import Seat, SeatAnswer
from cordee.apps.campaigns.operations import answering, closing, paper
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACETS = ("vision", "action", "means")
TWO_TOPICS = ["relevance.needs", "clarity.roles"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALL_TARGETS = """() => [...document.querySelectorAll('main :is(a, button, summary, label.check, select)')]
  .filter(e => e.checkVisibility() && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture
def world(loaded: Release) -> Alliance360:
    """An open campaign that asks two topics to the teams."""
    from cordee.apps.library.models import PackRelease

    world = built(PackRelease.objects.get())
    world.circles["teams"].topics = TWO_TOPICS
    world.circles["teams"].save()
    return world


def tab_to(page: Any, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus, as someone without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached in {most} steps")


def test_the_whole_journey_on_a_phone_with_the_keyboard_alone(world: Alliance360, visit: Callable[..., Any]) -> None:
    seen = visit(width=390)
    keyboard, token = seen.page.keyboard, token_of(world.invite("Zoé"))
    seen.goto(url("door", token))
    tab_to(seen.page, "main button[type=submit]")
    keyboard.press("Enter")
    for number in (1, 2):
        seen.page.wait_for_url(f"**/sujet/{number}/")
        for facet in FACETS:
            tab_to(seen.page, f"input[name={facet}]")
            keyboard.press("Space")
            for _ in range(number):
                keyboard.press("ArrowDown")
        tab_to(seen.page, "button[name=go][value=next]")
        keyboard.press("Enter")
    seen.page.wait_for_url("**/importance/")
    tab_to(seen.page, "input[name=topics]")
    keyboard.press("Space")
    tab_to(seen.page, "main button[type=submit]")
    keyboard.press("Enter")
    seen.page.wait_for_url("**/fin/")
    assert "Merci" in seen.page.inner_text("h1")
    assert (seen.clicks, seen.faults, seen.elsewhere) == (0, [], [])
    levels = dict(SeatAnswer.objects.values_list("item", "level"))
    assert levels == {f"{topic}.{facet}": n for n, topic in enumerate(TWO_TOPICS, 1) for facet in FACETS}


def test_the_whole_journey_without_script(world: Alliance360, visit: Callable[..., Any]) -> None:
    seen = visit(java_script_enabled=False)
    seen.goto(url("door", world.open_circle("teams")))
    seen.page.get_by_text("Les Ateliers", exact=True).click()
    seen.page.locator("main button[type=submit]").click()
    own = seen.page.input_value("#resume")
    seen.page.locator("main button[type=submit]").click()
    for number in (1, 2):
        seen.page.wait_for_url(f"**/sujet/{number}/")
        for facet in FACETS:
            seen.page.locator(f".level-card:has(input[name={facet}][value='3'])").click()
        if number == 1:
            seen.page.locator("#vision .evidence summary").click()
            seen.page.fill("#vision_evidence", "Charte signée en mars")
            seen.page.locator("#vision .evidence input[type=checkbox]").check()
        seen.page.locator("button[name=go][value=next]").click()
    seen.page.locator("main button[type=submit]").click()
    assert "Merci" in seen.page.inner_text("h1")
    word = SeatAnswer.objects.get(item="relevance.needs.vision")
    assert (word.level, word.evidence, word.released) == (3, "Charte signée en mars", True)
    other = visit(width=1280, java_script_enabled=False)
    other.page.goto(own)
    assert "Revoir mes réponses" in other.page.inner_text("main")


def test_two_devices_at_once_lose_nothing(world: Alliance360, visit: Callable[..., Any]) -> None:
    token = token_of(world.invite("Zoé"))
    answering.sit_down(world.invitees[0], "fr")
    phone, desk = visit(), visit(width=1280)
    for one in (phone, desk):
        one.goto(url("topic", token, 1))
    desk.page.locator("#vision .evidence summary").click()
    desk.page.fill("#vision_evidence", "Écrit au bureau")
    desk.page.locator(".level-card:has(input[name=vision][value='3'])").click()
    desk.page.locator("#saved", has_text="enregistré").wait_for()
    phone.page.locator(".level-card:has(input[name=action][value='1'])").click()
    phone.page.locator("#saved", has_text="enregistré").wait_for()
    phone.page.locator("button[name=go][value=next]").click()
    phone.page.wait_for_url("**/sujet/2/")
    rows = {row.item.split(".")[-1]: (row.level, row.evidence) for row in SeatAnswer.objects.exclude(mark="unanswered")}
    assert rows == {"vision": (3, "Écrit au bureau"), "action": (1, "")}


def test_an_answer_after_closing_is_refused_and_the_page_says_so(world: Alliance360, visit: Callable[..., Any]) -> None:
    token = token_of(world.invite("Zoé"))
    answering.sit_down(world.invitees[0], "fr")
    seen = visit()
    seen.goto(url("topic", token, 1))
    closing.close(world.campaign)
    seen.page.locator(".level-card:has(input[name=vision][value='3'])").click()
    seen.page.wait_for_url("**/resultat/")
    assert "Plus rien ne peut être ajouté" in seen.page.inner_text("main")
    assert SeatAnswer.objects.count() == 0


def signed_in(seen: Any, world: Alliance360) -> None:
    """Let a visit be that of the facilitator."""
    client = Client()
    client.force_login(world.facilitator)
    cookie = client.cookies["cordee_session"].value
    seen.page.context.add_cookies([{"name": "cordee_session", "value": cookie, "url": seen.origin}])


def test_a_paper_is_typed_one_key_a_question(world: Alliance360, visit: Callable[..., Any]) -> None:
    seat = paper.seat_invitee(world.invite("Papi Jo"), "fr")
    seen = visit(width=1280)
    signed_in(seen, world)
    seen.goto(reverse("campaigns:paper_sheet", args=[world.campaign.public, seat.public]))
    seen.page.locator(".paper-sign").first.focus()
    for key in "3x2ns04":
        seen.page.keyboard.press(key)
    assert seen.page.evaluate("document.activeElement.type") == "submit"
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/saisie/")
    marks = SeatAnswer.objects.order_by("pk").values_list("mark", "level")
    assert sorted(marks, key=str) == sorted(
        [
            ("answered", 3),
            ("answered", 2),
            ("dont_know", None),
            ("not_applicable", None),
            ("answered", 0),
            ("answered", 4),
        ],
        key=str,
    )


SCREENS = ("door", "circle", "own", "early", "topic", "importance", "done", "after", "desk", "sheet", "close")


@pytest.fixture
def show(world: Alliance360, visit: Callable[..., Any]) -> Callable[..., Any]:
    """Bring one screen before the eyes."""

    def shown(screen: str, lang: str = "fr", **options: Any) -> Any:
        invitee = world.invite("Zoé Lambert", email="zoe@example.org")
        world.invite("Zoé Lambert", "steering", 1, email="zoe@example.org")
        answering.sit_down(invitee, lang)
        _, own = answering.sit_down_unnamed(world.circles["beneficiaries"], world.partners[0], lang)
        seat = paper.seat_invitee(world.invite("Papi Jo"), lang)
        circle = world.open_circle()
        if screen == "after":
            closing.close(world.campaign)
        if screen == "early":
            world.move(opens_at=world.campaign.closes_at)
        seen = visit(**options)
        signed_in(seen, world)
        seen.goto(where(screen, lang, world, seat, token_of(invitee), own, circle))
        return seen

    return shown


def where(screen: str, lang: str, world: Alliance360, seat: Seat, token: str, own: str, circle: str) -> str:
    """Return where a screen is."""
    names = {"circle": "door", "own": "door", "early": "door", "after": "reading_for_respondent"}
    offices: dict[str, tuple[str, list[object]]] = {
        "desk": ("paper_desk", []),
        "sheet": ("paper_sheet", [seat.public]),
        "close": ("close", []),
    }
    with translation.override(lang):
        if screen in offices:
            name, more = offices[screen]
            return reverse(f"campaigns:{name}", args=[world.campaign.public, *more])
        held = {"circle": circle, "own": own}.get(screen, token)
        return url(names.get(screen, screen), held, *([1] if screen == "topic" else []))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_nothing_leaves_for_elsewhere(
    show: Callable[..., Any], axe_faults: Callable[[Any], list[str]], screen: str, scheme: str
) -> None:
    seen = show(screen, lang="fr" if scheme == "light" else "en", color_scheme=scheme, width=390)
    seen.page.evaluate(OPEN_ALL)
    assert axe_faults(seen.page) == []
    assert (seen.elsewhere, seen.faults) == ([], [])


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overflows_at_320_pixels_and_thumbs_find_their_targets(show: Callable[..., Any], screen: str) -> None:
    seen = show(screen, width=320, height=640, has_touch=True)
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) <= 0
    assert seen.page.evaluate(SMALL_TARGETS) == []
