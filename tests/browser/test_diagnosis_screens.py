"""Every screen of the diagnosis: no accessibility fault, no third party, small screens, large text, wide targets."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.tokens import new_token
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCREENS = (
    "start",
    "refused_start",
    "topic",
    "refused_topic",
    "result",
    "empty_result",
    "importance",
    "share",
    "shared",
    "erase",
    "erased",
    "example",
    "method",
    "measure",
    "wrong_link",
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, label, input, select')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .skip-link'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && e.closest('label')))
  .filter(e => !(e.tagName === 'LABEL' && e.htmlFor))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""


@pytest.fixture
def show(loaded: Release, visit: Callable[..., Any]) -> Callable[..., Any]:
    """Bring one screen of the diagnosis before the eyes, whatever it takes to get there."""
    from cordee.apps.library.models import PackRelease

    release = PackRelease.objects.get()
    items = loaded.pack.instrument.items_of("express")
    levels = {"vision": "3", "action": "2", "means": "1"}

    def shown(screen: str, lang: str = "fr", **options: Any) -> Any:
        diagnosis, token = operations.start(release, "express", lang, {"profile": "association"})
        if screen != "empty_result":
            answers = {item.id: GivenAnswer.from_choice(levels[item.facet], "Charte de mars") for item in items[:20]}
            operations.save_answers(diagnosis, answers)
        shared = new_token()
        operations.share(operations.read(diagnosis), shared, 30, shows_evidence=True)
        seen = visit(**options)
        seen.goto(address(screen, lang, token, shared))
        act(seen.page, screen)
        return seen

    return shown


def address(screen: str, lang: str, token: str, shared: str) -> str:
    """Return where a screen is."""
    name = {"refused_start": "start", "refused_topic": "topic", "empty_result": "result", "wrong_link": "resume"}
    args: dict[str, list[object]] = {
        "topic": [token, 3],
        "refused_topic": [token, 7],
        "shared": [shared],
        "measure": ["maturity"],
        "wrong_link": ["x" * 43],
    }
    public = {"start", "refused_start", "erased", "example", "method"}
    with translation.override(lang):
        return reverse(
            f"diagnosis:{name.get(screen, screen)}", args=args.get(screen, [] if screen in public else [token])
        )


def act(page: Any, screen: str) -> None:
    """Do what a screen is about, where opening it is not enough."""
    if screen == "refused_start":
        page.locator("input[name=form]").first.evaluate("field => { field.value = 'none'; field.checked = true }")
        page.locator("main button[type=submit]:visible").first.click()
        page.locator(".error-summary").wait_for()
    elif screen == "refused_topic":
        page.locator("#action_evidence").evaluate(
            "field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(501) }"
        )
        page.locator("button[name=go][value=next]").click()
        page.locator(".error-summary").wait_for()
    elif screen == "share":
        page.locator("main button[type=submit]").first.click()
        page.locator("#shared").wait_for()


def faults_of(seen: Any, screen: str) -> list[str]:
    """Return what went wrong in the browser, but for the answers that a screen is about."""
    expected = {"wrong_link": "404", "refused_start": "422", "refused_topic": "422"}.get(screen)
    return [fault for fault in seen.faults if not (expected and expected in fault)]


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_nothing_leaves_for_elsewhere(
    show: Callable[..., Any], axe_faults: Callable[..., list[str]], screen: str
) -> None:
    seen = show(screen, color_scheme="light", width=1280, height=900)
    seen.page.evaluate(OPEN_ALL)
    assert axe_faults(seen.page, then_dark=True) == []
    assert seen.elsewhere == []
    assert faults_of(seen, screen) == []


@pytest.mark.parametrize("screen", ["start", "topic", "result"])
def test_axe_finds_nothing_in_english_on_a_phone(
    show: Callable[..., Any], axe_faults: Callable[[Any], list[str]], screen: str
) -> None:
    seen = show(screen, lang="en", width=390)
    assert seen.page.evaluate("document.documentElement.lang") == "en"
    seen.page.evaluate(OPEN_ALL)
    assert axe_faults(seen.page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overflows_at_320_pixels_and_thumbs_find_their_targets(show: Callable[..., Any], screen: str) -> None:
    seen = show(screen, width=320, height=640, has_touch=True)
    assert seen.page.evaluate(OVERFLOW) <= 0
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) <= 0
    assert seen.page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("screen", ["start", "topic", "result", "share", "measure"])
def test_nothing_is_lost_at_200_percent(show: Callable[..., Any], screen: str) -> None:
    seen = show(screen, width=640, height=450, device_scale_factor=2)
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) <= 0
    clipped = """() => [...document.querySelectorAll('main p, main h1, main h2, main h3, main button, main summary')]
      .filter(e => e.checkVisibility() && !e.closest('.visually-hidden') && e.scrollWidth > e.clientWidth + 1
        && getComputedStyle(e).overflowX !== 'visible').map(e => e.outerHTML.slice(0, 80))"""
    assert seen.page.evaluate(clipped) == []


@pytest.mark.parametrize("screen", ["start", "topic", "result", "method", "measure"])
def test_titles_go_down_one_step_at_a_time(show: Callable[..., Any], screen: str) -> None:
    seen = show(screen, width=1280)
    levels = seen.page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_result_prints_without_what_is_only_for_the_screen(show: Callable[..., Any]) -> None:
    seen = show("result", width=1280)
    seen.page.emulate_media(media="print")
    assert not seen.page.locator(".keeping").is_visible()
    assert not seen.page.locator(".result-actions").is_visible()
    assert seen.page.locator(".next-step").first.is_visible()
