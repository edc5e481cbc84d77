"""The search in a real browser: as one types, by keyboard, without script, on a phone, and scanned by axe."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cordee.apps.library.search import labels, operations
from cordee.apps.library.search.everyday import everyday_groups
from cordee.core.packs.pack import Pack
from cordee.core.search.entries import Entry

Open = Callable[..., Any]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.apps.library.search.pages"),
]

PATHS = ["/chercher/", "/chercher/?q=evaluation", "/en/search/?q=evaluatoin+xyzzyq+trust", "/chercher/?q=xyzzyq"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('main a, main button, main summary, main input')]
  .filter(e => e.checkVisibility() && e.type !== 'hidden' && getComputedStyle(e).display !== 'inline')
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
  .filter(([, height]) => height < 43.5).map(([html]) => html)"""


@pytest.fixture(autouse=True)
def kept(
    transactional_db: None, written_entries: Sequence[Entry], written_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labels, "current_pack", lambda: written_pack)
    operations.index(written_entries, everyday_groups())


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(
    open_page: Open, axe_faults: Callable[[Any], list[str]], path: str, scheme: str, width: int
) -> None:
    page = open_page(path, color_scheme=scheme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert axe_faults(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_small_phone_shows_everything_and_targets_are_large(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == []


def test_results_come_as_one_types_and_are_announced(open_page: Open) -> None:
    page = open_page("/chercher/")
    page.locator("main input[type=search]").press_sequentially("theorie du chang", delay=20)
    page.wait_for_selector("#search-results .hit")
    assert page.locator(".hit-title").first.inner_text() == "Théorie du changement"
    status = page.locator("#search-status[role=status]")
    assert "pour «\u202ftheorie du chang\u202f»" in status.inner_text()
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.url.endswith("/chercher/?q=theorie%20du%20chang")


def test_the_address_left_by_typing_gives_the_same_page(open_page: Open) -> None:
    page = open_page("/chercher/")
    page.locator("main input[type=search]").press_sequentially("confiance", delay=20)
    page.wait_for_url("**/chercher/?q=confiance")
    live = page.locator(".hit-title").all_inner_texts()
    page.reload()
    assert page.locator(".hit-title").all_inner_texts() == live != []


def test_typing_keeps_the_choices_made(open_page: Open) -> None:
    page = open_page("/chercher/?q=confiance&genre=tools")
    page.locator("main input[type=search]").fill("évaluation")
    page.wait_for_url("**genre=tools**")
    page.wait_for_selector("#found-tools")
    assert page.locator(".found").count() == 1


def test_without_script_the_keyboard_is_enough(open_page: Open) -> None:
    page = open_page("/chercher/", java_script_enabled=False)
    page.locator("main input[type=search]").focus()
    page.keyboard.type("ecosysteme")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chercher/?q=ecosysteme")
    assert page.locator(".hit-title").first.inner_text() == "Écosystème"
    page.locator(".hit-title a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ecosysteme/")


def test_what_narrows_is_in_sight_beside_the_results_and_folded_on_a_phone(open_page: Open) -> None:
    wide = open_page("/chercher/?q=evaluation")
    assert wide.locator(".search-menus").is_visible()
    narrow = open_page("/chercher/?q=evaluation", width=390)
    assert not narrow.locator(".search-menus").is_visible()
    narrow.locator(".search-refine > summary").click()
    narrow.get_by_role("link", name="Facile").click()
    narrow.wait_for_url("**difficulte=easy**")
    assert narrow.locator(".search-menus").is_visible()


def test_the_language_switch_asks_the_same(open_page: Open) -> None:
    page = open_page("/chercher/?q=confiance")
    page.locator("header").get_by_role("link", name="EN", exact=True).click()
    page.wait_for_url("**/en/search/?q=confiance")
    assert page.locator(".hit-title").first.inner_text() == "Trust"
