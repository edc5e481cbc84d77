"""The toolbox and the stories in a browser: no accessibility fault, small screens, the keyboard, scripts or not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from tests.browser.test_diagnosis_screens import OPEN_ALL, OVERFLOW, SMALL_TARGETS

from cordee.apps.library.addresses import slug_of
from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCREENS = ("tools", "tool", "rule", "stories", "story", "example", "nothing_left", "lost")


def address(screen: str, release: Release, lang: str = "fr") -> str:
    """Return where a screen is."""
    pack = release.pack
    names = {
        "tools": ("toolbox:list", []),
        "tool": ("toolbox:tool", [slug_of(pack.tools[0].name, "en" if lang == "en" else "fr")]),
        "rule": ("toolbox:rule", []),
        "stories": ("stories:list", []),
        "story": ("stories:story", [slug_of(pack.stories[0].name, "en" if lang == "en" else "fr")]),
        "example": ("evaluation:example", ["premery-ebe58"]),
        "nothing_left": ("toolbox:list", []),
        "lost": ("toolbox:tool", ["nowhere-at-all"]),
    }
    name, args = names[screen]
    with translation.override(lang):
        asked = "?state=young&kind=skill&time=hour&difficulty=expert" if screen == "nothing_left" else ""
        return f"{reverse(name, args=args)}{asked}"


@pytest.fixture
def show(loaded: Release, visit: Callable[..., Any]) -> Callable[..., Any]:
    """Bring one screen before the eyes."""

    def shown(screen: str, lang: str = "fr", **options: Any) -> Any:
        seen = visit(**options)
        seen.goto(address(screen, loaded, lang))
        return seen

    return shown


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_the_policy_lets_everything_through(
    show: Callable[..., Any], axe_faults: Callable[..., list[str]], screen: str
) -> None:
    seen = show(screen, color_scheme="light", width=1280, height=900)
    seen.page.evaluate(OPEN_ALL)
    assert axe_faults(seen.page, then_dark=True) == []
    assert seen.elsewhere == []
    assert [fault for fault in seen.faults if not (screen == "lost" and "404" in fault)] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_small_phone_shows_all_of_it_with_wide_targets(show: Callable[..., Any], screen: str, lang: str) -> None:
    seen = show(screen, lang, width=320, height=640)
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) == 0
    assert seen.page.evaluate(SMALL_TARGETS) == []


def test_data_for_machines_is_in_the_page_and_runs_nowhere(show: Callable[..., Any]) -> None:
    seen = show("tool", width=1280, height=900)
    kind = seen.page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)['@type']"
    )
    assert kind == "HowTo"
    assert seen.faults == []


@pytest.mark.parametrize("scripts", [True, False])
def test_narrowing_by_keyboard_gives_the_count_that_was_promised(show: Callable[..., Any], scripts: bool) -> None:
    seen = show("tools", width=1280, height=900, java_script_enabled=scripts)
    page = seen.page
    option = page.locator(".facet-option").first
    promised = int(option.locator(".facet-count").inner_text())
    option.focus()
    page.keyboard.press("Enter")
    page.locator(".chosen-link").first.wait_for()
    assert page.locator("#found").inner_text().startswith(f"{promised} outil")
    assert "?state=" in seen.path
    page.locator(".chosen-link").first.click()
    page.locator(".chosen").wait_for(state="detached")
    assert seen.path == address("tools", _any_release())
    if scripts:
        page.go_back()
        page.locator(".chosen-link").first.wait_for()
        assert page.locator("h1").is_visible(), "going back brings the whole page, not a part of it"
        assert seen.faults == []


def _any_release() -> Release:
    """The release of the reference pack as the site has it."""
    from cordee.apps.library.queries import REFERENCE_PACK, stored_releases

    return stored_releases(REFERENCE_PACK)[-1]
