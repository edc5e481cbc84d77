"""Home and gallery in a real browser: no accessibility fault, no third party, small screens, keyboard, no script."""

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/",
    "/en/",
    "/composants/",
    "/en/components/",
    "/vos-donnees/",
    "/accessibilite/",
    "/a-propos/",
    "/nulle-part/",
]

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, label.chip, label.level-card, input')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .skip-link'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && e.closest('label, .field-check')))
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page: Open, axe_faults: Callable[..., list[str]], path: str) -> None:
    page = open_page(path, color_scheme="light")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe_faults(page, then_dark=True) == []


def test_axe_would_find_a_contrast_that_fails_in_the_dark_alone(
    open_page: Open, axe_faults: Callable[..., list[str]]
) -> None:
    page = open_page("/a-propos/", color_scheme="light")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('@media (prefers-color-scheme: dark) { main p { color: #222 !important } }')
      document.adoptedStyleSheets = [sheet]
    }""")
    assert axe_faults(page) == []
    assert {fault.split(":")[0] for fault in axe_faults(page, then_dark=True)} == {"color-contrast"}


def test_axe_would_find_a_fault(open_page: Open, axe_faults: Callable[[Any], list[str]]) -> None:
    page = open_page("/a-propos/")
    page.evaluate(
        "document.querySelector('main').append(document.createElement('img'), document.createElement('button'))"
    )
    assert {fault.split(":")[0] for fault in axe_faults(page)} == {"image-alt", "button-name"}


@pytest.mark.parametrize("path", ["/", "/composants/"])
def test_axe_finds_nothing_on_a_phone_with_its_menu_open(
    open_page: Open, axe_faults: Callable[[Any], list[str]], path: str
) -> None:
    page = open_page(path, width=390)
    page.click(".menu-button")
    assert page.is_visible(".site-nav a")
    assert axe_faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_overflows_at_320_pixels(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("path", ["/", "/en/", "/composants/"])
def test_text_twice_as_large_still_fits(open_page: Open, path: str) -> None:
    page = open_page(path, width=1280)
    page.evaluate("document.documentElement.setAttribute('data-test', 'zoom')")
    sheet = "new CSSStyleSheet()"
    page.evaluate(f"(() => {{ const s = {sheet}; s.replaceSync(':root {{ font-size: 200% }}'); "
                  "document.adoptedStyleSheets = [s] })()")  # fmt: skip
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/composants/"])
def test_targets_are_large_enough(open_page: Open, path: str, width: int) -> None:
    assert open_page(path, width=width).evaluate(SMALL_TARGETS) == []


def test_nothing_is_asked_of_another_site(open_page: Open, live_server: Any) -> None:
    page = open_page("/vos-donnees/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES[:4]:
        page.goto(live_server.url + path)
        page.wait_for_load_state("networkidle")
    assert len(asked) > 20
    assert [url for url in asked if not url.startswith(live_server.url) and not url.startswith("data:")] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", ["/", "/composants/"])
def test_the_policy_blocks_nothing_of_ours(open_page: Open, live_server: Any, path: str) -> None:
    page = open_page("/a-propos/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(live_server.url + path)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_first_stop_of_the_keyboard_leads_to_the_content(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_every_stop_of_the_keyboard_can_be_seen(open_page: Open) -> None:
    page = open_page("/")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "(() => { const e = document.activeElement; const card = e.closest('.card-linked');"
            " const shown = getComputedStyle(e).outlineStyle === 'none' && card ? card : e;"
            " return [e.outerHTML.slice(0, 60), getComputedStyle(shown).outlineStyle, e.tagName] })()"
        )
        if stop[2] == "BODY":
            break
        seen.add(stop[0])
        assert stop[1] != "none", stop[0]
    assert len(seen) >= 8


def test_one_key_shows_the_numbers_of_a_figure(open_page: Open) -> None:
    page = open_page("/")
    page.focus(".impact-card summary")
    assert not page.is_visible(".impact-card table")
    page.keyboard.press("Enter")
    assert page.is_visible(".impact-card table")


def test_the_menu_of_a_phone_needs_no_script(open_page: Open) -> None:
    page = open_page("/", width=390, java_script_enabled=False)
    assert not page.is_visible(".site-nav a")
    page.click(".menu-button")
    assert page.is_visible(".site-nav a")
    page.keyboard.press("Escape")
    assert not page.is_visible(".site-nav a")


def test_without_script_no_button_is_shown_that_would_do_nothing(open_page: Open) -> None:
    assert not open_page("/composants/", java_script_enabled=False).is_visible("[data-copy]")
    assert open_page("/composants/").is_visible("[data-copy]")


def test_the_secret_link_is_copied(open_page: Open, live_server: Any) -> None:
    page = open_page("/composants/", permissions=["clipboard-read", "clipboard-write"])
    page.click("[data-copy]")
    page.wait_for_selector(".copy-status:not(:empty)")
    assert page.evaluate("navigator.clipboard.readText()") == "https://cordee.example.org/r/9f3c-exemple"


def test_five_cards_stand_in_a_row_and_fall_in_a_column(open_page: Open) -> None:
    tops = (
        "[...document.querySelectorAll('#demo-vision .level-card')].map(e => Math.round(e.getBoundingClientRect().top))"
    )
    assert len(set(open_page("/composants/", width=1280).evaluate(tops))) == 1
    assert len(set(open_page("/composants/", width=390).evaluate(tops))) == 5


def test_the_arrows_of_the_keyboard_choose_a_level(open_page: Open) -> None:
    page = open_page("/composants/")
    page.focus("#demo-vision input[value='3']")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.querySelector('#demo-vision input:checked').value") == "4"


@pytest.mark.parametrize(("width", "shown"), [(1280, "chart-wide"), (390, "chart-narrow")])
def test_one_drawing_of_a_figure_is_shown(open_page: Open, width: int, shown: str) -> None:
    visible = (
        "[...document.querySelectorAll('#sample-dots svg')].filter(e => e.checkVisibility()).map(e => e.classList[1])"
    )
    assert open_page("/composants/", width=width).evaluate(visible) == [shown]


def test_the_language_switch_keeps_the_page(open_page: Open) -> None:
    page = open_page("/vos-donnees/")
    page.click(".site-nav .languages a")
    assert page.url.endswith("/en/your-data/")
    assert page.inner_text("h1") == "Your data, on one page"


def test_movement_stops_when_asked(open_page: Open) -> None:
    page = open_page("/composants/", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).transitionDuration") in ("0.001s", "1ms")


def test_a_printed_page_leaves_out_what_is_for_screens(open_page: Open) -> None:
    page = open_page("/", color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.is_visible(".site-nav")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_htmx_runs_under_the_policy_and_keeps_no_address(open_page: Open) -> None:
    page = open_page("/composants/")
    page.wait_for_function("sessionStorage.length === 0")
    assert page.evaluate("[htmx.version, htmx.config.allowEval, htmx.config.historyCacheSize]") == ["2.0.11", False, 0]


def test_a_lost_connection_is_said(open_page: Open) -> None:
    page = open_page("/a-propos/")
    notice = "[data-connection-notice]"
    assert not page.is_visible(notice)
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:sendError'))")
    assert "pas encore enregistré" in page.inner_text(notice)
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:afterRequest', { detail: { successful: true } }))")
    assert not page.is_visible(notice)
