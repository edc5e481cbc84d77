"""From the front page to three next steps: on a phone in 25 clicks, without script, and with the keyboard alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACETS = ("vision", "action", "means")
MOST_CLICKS = 25
LEVELS = ("3", "2", "1")
TOPICS = 7


def level(visit: Any, facet: str, value: str) -> Any:
    return visit.page.locator(f".level-card:has(input[name={facet}][value='{value}'])")


def answer_topic(visit: Any, number: int, levels: tuple[str, ...] = LEVELS) -> None:
    """Answer the three facets of a topic with a finger."""
    visit.page.wait_for_url(f"**/{number}/")
    for facet, value in zip(FACETS, levels, strict=True):
        level(visit, facet, value).click()


def move_on(visit: Any) -> None:
    """Let the pause after a complete topic go by."""
    visit.page.locator("[data-stay]:visible").wait_for()
    visit.page.clock.fast_forward(2_300)


def begin(visit: Any, path: str = "/diagnostic/") -> None:
    visit.goto(path)
    visit.page.locator("main button[type=submit]:visible").first.click()
    visit.page.wait_for_url("**/1/")


class TestOnAPhone:
    @pytest.mark.parametrize(("front", "go"), [("/", "Commencer l’autodiagnostic"), ("/en/", "Start")])
    def test_home_to_pdf_takes_at_most_25_clicks(
        self, loaded: Release, visit: Callable[..., Any], front: str, go: str
    ) -> None:
        seen = visit(width=390, has_touch=True, is_mobile=True)
        seen.goto(front)
        seen.page.locator("main a.button").first.click()
        seen.page.wait_for_url(re.compile("/(diagnostic|diagnosis)/$"))
        seen.page.locator("main button[type=submit]:visible").first.click()
        for number in range(1, TOPICS + 1):
            answer_topic(seen, number)
            move_on(seen)
        seen.page.wait_for_selector(".next-step")
        with seen.page.expect_download() as download:
            seen.page.locator("a[download][href$='.pdf']").first.click()
        assert download.value.path().read_bytes().startswith(b"%PDF-")
        assert seen.clicks == 1 + 1 + 3 * TOPICS + 1 <= MOST_CLICKS
        assert seen.elsewhere == []
        assert seen.faults == []

    def test_the_only_cookie_is_the_session_and_nothing_else_is_kept(
        self, loaded: Release, visit: Callable[..., Any]
    ) -> None:
        seen = visit()
        begin(seen)
        answer_topic(seen, 1)
        move_on(seen)
        seen.page.wait_for_url("**/2/")
        cookies = seen.page.context.cookies()
        assert [(cookie["name"], cookie["httpOnly"]) for cookie in cookies] == [("cordee_session", True)]
        assert seen.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == ["clicks"]

    def test_an_answer_is_saved_as_it_is_given(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        level(seen, "vision", "3").click()
        seen.page.locator("#saved", has_text="enregistré").wait_for()
        seen.page.reload()
        assert seen.page.locator("input[name=vision][value='3']").is_checked()
        seen.page.context.clear_cookies()
        seen.page.reload()
        assert seen.page.locator("input[name=vision][value='3']").is_checked()


class TestMovingOn:
    def test_it_is_announced_and_can_be_refused(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        answer_topic(seen, 1)
        seen.page.locator("[data-stay]:visible").wait_for()
        assert "On passe au suivant" in seen.page.locator("[role=status][data-moving-said]").inner_text()
        seen.page.locator("[data-stay]").click()
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")
        level(seen, "means", "3").click()
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")

    def test_it_does_not_happen_on_a_second_pass(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        answer_topic(seen, 1)
        move_on(seen)
        seen.page.wait_for_url("**/2/")
        seen.page.get_by_role("button", name="Précédent").click()
        answer_topic(seen, 1, ("1", "1", "1"))
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")

    def test_it_does_not_happen_while_a_word_is_being_written(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        seen.page.locator("#vision .evidence summary").click()
        seen.page.fill("#vision_evidence", "Charte signée en mars")
        answer_topic(seen, 1)
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")
        seen.page.get_by_role("button", name="Continuer", exact=True).click()
        seen.page.wait_for_url("**/2/")
        seen.page.get_by_role("button", name="Précédent").click()
        assert seen.page.input_value("#vision_evidence") == "Charte signée en mars"

    def test_opening_something_during_the_pause_stays(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        answer_topic(seen, 1)
        seen.page.locator("[data-stay]:visible").wait_for()
        seen.page.locator("#vision .level-hint summary").first.click()
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")

    def test_it_can_be_switched_off_before_starting(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        seen.goto("/diagnostic/")
        seen.page.locator("input[name=moves_on]").uncheck()
        seen.page.locator("main button[type=submit]:visible").first.click()
        answer_topic(seen, 1)
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")

    def test_nothing_moves_on_screen_for_whoever_asked_for_less_motion(
        self, loaded: Release, visit: Callable[..., Any]
    ) -> None:
        seen = visit(reduced_motion="reduce")
        begin(seen)
        answer_topic(seen, 1)
        seen.page.locator("[data-stay]:visible").wait_for()
        bar = seen.page.evaluate("getComputedStyle(document.querySelector('[data-moving]'), '::after').display")
        assert bar == "none"

    def test_an_answer_that_was_not_saved_does_not_lead_on(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit()
        begin(seen)
        level(seen, "vision", "3").click()
        level(seen, "action", "3").click()
        seen.page.wait_for_timeout(300)
        seen.page.route("**/enregistrer/", lambda route: route.abort())
        level(seen, "means", "3").click()
        seen.page.locator("[data-connection-notice]:visible").wait_for()
        seen.wait_in_vain()
        assert seen.path.endswith("/1/")
        seen.page.unroute("**/enregistrer/")
        seen.page.get_by_role("button", name="Continuer", exact=True).click()
        seen.page.wait_for_url("**/2/")


class TestWithoutScript:
    def test_the_whole_journey(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit(java_script_enabled=False)
        begin(seen)
        for number in range(1, TOPICS + 1):
            answer_topic(seen, number)
            seen.page.locator("button[name=go][value=next]").click()
        seen.page.wait_for_selector(".next-step")
        assert seen.page.locator(".next-step").count() == 3
        seen.page.locator(".step-1 summary").first.click()
        assert seen.page.get_by_text("Vos réponses en cause").first.is_visible()

    def test_erasing(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit(java_script_enabled=False)
        begin(seen)
        secret = seen.page.input_value("#resume")
        seen.page.get_by_role("link", name="Tout effacer").click()
        seen.page.get_by_role("button", name="Oui, tout effacer").click()
        assert "C’est effacé" in seen.page.inner_text("h1")
        assert seen.page.goto(secret).status == 404

    def test_what_is_too_long_comes_back_with_its_reason(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit(java_script_enabled=False)
        begin(seen)
        seen.page.locator("#action .evidence summary").click()
        # As from a browser that does not know `maxlength`.
        seen.page.locator("#action_evidence").evaluate("field => field.removeAttribute('maxlength')")
        seen.page.fill("#action_evidence", "x" * 501)
        level(seen, "vision", "2").click()
        seen.page.locator("button[name=go][value=next]").click()
        assert "500 caractères au plus" in seen.page.locator(".error-summary").inner_text()
        assert seen.page.input_value("#action_evidence") == "x" * 501
        assert seen.page.locator("input[name=vision][value='2']").is_checked()


def tab_to(page: Any, selector: str, most: int = 60) -> None:
    """Press Tab until an element has the focus, as someone without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached in {most} steps")


class TestWithTheKeyboardAlone:
    def test_the_whole_journey(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit(width=1280, height=900)
        keyboard = seen.page.keyboard
        seen.goto("/")
        tab_to(seen.page, "main a.button")
        keyboard.press("Enter")
        seen.page.wait_for_url("**/diagnostic/")
        tab_to(seen.page, "main button[type=submit]")
        keyboard.press("Enter")
        for number in range(1, TOPICS + 1):
            seen.page.wait_for_url(f"**/{number}/")
            for facet, value in zip(FACETS, LEVELS, strict=True):
                tab_to(seen.page, f"input[name={facet}]")
                keyboard.press("Space")
                for _ in range(int(value)):
                    keyboard.press("ArrowDown")
            if number == 1:
                # Arrow keys choose; they never lead elsewhere.
                seen.wait_in_vain()
                assert seen.path.endswith("/1/")
            tab_to(seen.page, "button[name=go][value=next]")
            keyboard.press("Enter")
        seen.page.wait_for_selector(".next-step")
        assert seen.clicks == 0
        tab_to(seen.page, ".figure-numbers summary")
        keyboard.press("Enter")
        assert seen.page.locator(".figure-numbers table").first.is_visible()
        assert seen.page.locator("#coherence tbody tr").count() == TOPICS
        values = [cell.strip() for cell in seen.page.locator("#coherence tbody tr").first.inner_text().split("\t")]
        assert values[1:4] == ["3,0", "2,0", "1,0"]

    def test_focus_is_always_seen(self, loaded: Release, visit: Callable[..., Any]) -> None:
        seen = visit(width=1280)
        begin(seen)
        for _ in range(25):
            seen.page.keyboard.press("Tab")
            outline = seen.page.evaluate(
                """() => { const e = document.activeElement.closest('label') || document.activeElement;
                const s = getComputedStyle(e); return [s.outlineStyle, parseFloat(s.outlineWidth)] }"""
            )
            if seen.page.evaluate("document.activeElement === document.body"):
                return  # past the last stop of the page
            assert outline[0] != "none", seen.page.evaluate("document.activeElement.outerHTML")
            assert outline[1] >= 2


class TestComingBack:
    def test_the_secret_link_opens_the_same_answers_elsewhere(self, loaded: Release, visit: Callable[..., Any]) -> None:
        phone, desk = visit(), visit(width=1280)
        begin(phone)
        answer_topic(phone, 1)
        move_on(phone)
        phone.page.wait_for_url("**/2/")
        secret = phone.page.input_value("#resume")
        desk.page.goto(secret)
        desk.page.wait_for_url("**/sujet/2/")
        desk.page.get_by_role("button", name="Précédent").click()
        assert desk.page.locator("input[name=vision][value='3']").is_checked()

    def test_two_tabs_do_not_lose_each_other_s_answers(self, loaded: Release, visit: Callable[..., Any]) -> None:
        one = visit()
        begin(one)
        other = one.page.context.new_page()
        other.goto(one.page.url)
        level(one, "vision", "3").click()
        one.page.locator("#saved", has_text="enregistré").wait_for()
        other.locator(".level-card:has(input[name=action][value='1'])").click()
        other.locator("#saved", has_text="enregistré").wait_for()
        one.page.reload()
        assert one.page.locator("input[name=vision][value='3']").is_checked()
        assert one.page.locator("input[name=action][value='1']").is_checked()
